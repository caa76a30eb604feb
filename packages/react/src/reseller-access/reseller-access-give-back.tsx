'use client'

import { CommandButton } from '../parts/command-button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { accessStrings } from '../words/access.strings.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords } from '../words/use-words.ts'
import type { GrantProps } from './reseller-access-grant.tsx'

/** Ends it from the reseller's side, for good. */
export function ResellerAccessGiveBack({ t, model, client, grant }: GrantProps) {
  const shared = useAccessWords('access', accessStrings)
  const words = useAccessFailureWords()
  const { name } = model.levels.textsOf(grant.level)
  return (
    <CommandButton label={t('giveBack')} of={name} state={grant.actions?.end}>
      {(close) => (
        <Confirm
          title={t('giveBackTitle', { level: name })}
          action={t('giveBack')}
          words={words}
          onConfirm={async () => {
            if (await model.decide({ kind: 'end', grant })) close()
          }}
          onClose={close}
        >
          <p data-part="text">{t('giveBackEffect')}</p>
          <p data-part="text">{t('giveBackStays')}</p>
          <p data-part="hint">{shared('told', { list: [client.name, shared('you')] })}</p>
        </Confirm>
      )}
    </CommandButton>
  )
}

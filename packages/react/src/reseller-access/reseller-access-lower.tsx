'use client'

import { ChoiceDialog } from '../parts/choice-dialog.tsx'
import { CommandButton } from '../parts/command-button.tsx'
import type { GrantProps } from './reseller-access-grant.tsx'

/** To a lesser level, at once and without asking the client (R33). Where there is none, there is no button. */
export function ResellerAccessLower({ t, model, client, grant }: GrantProps) {
  const { levels, levelOf, textsOf } = model.levels
  const rank = levelOf(grant.level)?.rank ?? 0
  const lesser = levels.filter((one) => one.family === grant.family && one.status === 'published' && one.rank < rank)
  if (lesser.length === 0) return null
  return (
    <CommandButton label={t('lower')} of={textsOf(grant.level).name} state={grant.actions?.lower}>
      {(close) => (
        <ChoiceDialog
          title={t('lowerTitle', { client: client.name })}
          legend={t('lowerChoose')}
          choices={lesser.map(({ id, key }) => {
            const { name, summary, language } = textsOf(id)
            return {
              value: key,
              label: <Said {...{ language }} text={name} />,
              hint: <Said {...{ language }} text={summary} />,
            }
          })}
          wanted={t('lowerWanted')}
          action={t('lower')}
          onDecide={(level) => model.decide({ kind: 'lower', grant, level })}
          onClose={close}
        >
          <p data-part="text">{t('lowerHint')}</p>
          <p data-part="hint">{t('seenMailed')}</p>
        </ChoiceDialog>
      )}
    </CommandButton>
  )
}

function Said({ language, text }: { language: string; text: string }) {
  return (
    <span data-part="level-text" lang={language}>
      {text}
    </span>
  )
}

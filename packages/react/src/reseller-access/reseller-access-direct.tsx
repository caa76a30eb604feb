'use client'

import type { ClientAccess } from '@clientele/contract'
import { useId } from 'react'
import { CommandButton } from '../parts/command-button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { PropagationState } from '../propagation-badge/propagation-state.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useFormats } from '../words/use-formats.ts'
import type { DetailsProps } from './reseller-access-details.tsx'

interface DirectProps extends Pick<DetailsProps, 't' | 'model' | 'client'> {
  access: ClientAccess
}

/** What the client bought elsewhere: whether the reseller agreed to look after it, and what is ticked there (R171). */
export function ResellerAccessDirect({ t, model, client, access }: DirectProps) {
  const { date } = useFormats()
  const id = useId()
  const { agreement, direct } = access
  const on = agreement.at === null ? '' : date(agreement.at)
  const said = {
    none: 'directNone',
    attested_by_client: 'directAttested',
    confirmed_by_reseller: 'directAgreed',
  } as const
  return (
    <section data-part="direct" aria-labelledby={id}>
      <h4 data-part="grants-title" id={id}>
        {t('direct')}
      </h4>
      <p data-part="text">
        {t(said[agreement.state], { date: on })}
        {agreement.state !== 'none' && direct.length === 0 ? ` ${t('directNothing')}` : null}
      </p>
      {direct.length > 0 ? (
        <ul data-part="direct-list">
          {direct.map((one) => (
            <li data-part="tick" key={one.subscription.id}>
              <span data-part="tick-name">{one.subscription.name}</span>
              {one.propagation === 'in_sync' ? null : <PropagationState value={one} times={access.propagation} />}
            </li>
          ))}
        </ul>
      ) : null}
      {model.isOwn && agreement.state !== 'confirmed_by_reseller' ? <Agree {...{ t, model, client, access }} /> : null}
    </section>
  )
}

function Agree({ t, model, client, access }: DirectProps) {
  const words = useAccessFailureWords()
  return (
    <div data-part="actions">
      <CommandButton label={t('agree')} of={t('direct')} state={access.actions.agree}>
        {(close) => (
          <Confirm
            tone="primary"
            title={t('agreeTitle')}
            action={t('agree')}
            words={words}
            onConfirm={async () => {
              if (await model.decide({ kind: 'agree' })) close()
            }}
            onClose={close}
          >
            <p data-part="text">{t('agreeEffect', { client: client.name })}</p>
            <p data-part="hint">{t('seen')}</p>
          </Confirm>
        )}
      </CommandButton>
    </div>
  )
}

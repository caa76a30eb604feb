'use client'

import { useId } from 'react'
import { CheckField } from '../parts/check-field.tsx'
import { PropagationState } from '../propagation-badge/propagation-state.tsx'
import type { AccessWords } from '../words/use-words.ts'
import type { ResellerAccessToggleModel } from './use-reseller-access-toggle.ts'

interface DirectProps {
  t: AccessWords<'resellerAccessToggle'>
  toggle: ResellerAccessToggleModel
  /** Why nothing can be changed here. */
  refusedBy: string | undefined
  agreementError: string | undefined
}

/** What the client bought elsewhere, ticked one by one below the switch (R171–R176). */
export function ResellerAccessToggleDirect({ t, toggle, refusedBy, agreementError }: DirectProps) {
  const { access, draft, change, isAgreementMissing } = toggle
  const id = useId()
  if (!access || !draft || access.direct.length === 0) return null
  const reseller = access.reseller.name
  const isOff = !draft.allow
  const hasKept = isOff && access.direct.some(({ wanted }) => wanted)
  const tick = (subscription: string, is: boolean) => {
    const others = draft.direct.filter((one) => one !== subscription)
    change({ direct: is ? [...others, subscription] : others })
  }
  return (
    <fieldset data-part="section" data-off={isOff ? '' : undefined}>
      <legend data-part="legend">{t('direct', { reseller })}</legend>
      <div data-part="ticks">
        <p data-part="hint" id={id}>
          {isOff
            ? [t('directNeedsSwitch', { reseller }), ...(hasKept ? [t('directKept')] : [])].join(' ')
            : access.agreement.state === 'none'
              ? t('directAgree', { reseller })
              : t('agreedBefore', { reseller })}
        </p>
        {access.direct.map((one) => {
          const { id: subscription, name, soldBy } = one.subscription
          return (
            <div data-part="tick" key={subscription}>
              <CheckField
                label={name}
                hint={soldBy ? t('directFrom', { seller: soldBy.name }) : t('directOwn')}
                checked={isOff ? one.wanted : draft.direct.includes(subscription)}
                onChecked={(is) => tick(subscription, is)}
                refusedBy={refusedBy ?? (isOff ? id : undefined)}
              />
              {one.propagation === 'in_sync' ? null : <PropagationState value={one} times={access.propagation} />}
            </div>
          )
        })}
        {isAgreementMissing ? (
          <CheckField
            label={t('agreed', { reseller })}
            checked={draft.hasAgreed}
            onChecked={(hasAgreed) => change({ hasAgreed })}
            error={agreementError}
          />
        ) : null}
      </div>
    </fieldset>
  )
}

'use client'

import { Notice } from '../parts/notice.tsx'
import { useDurations } from '../words/use-durations.ts'
import type { AccessWords } from '../words/use-words.ts'
import type { ResellerAccessToggleModel } from './use-reseller-access-toggle.ts'

interface EffectProps {
  t: AccessWords<'resellerAccessToggle'>
  toggle: ResellerAccessToggleModel
}

/** Says what will happen before it does, and afterwards that it was saved and how long it may take (R165, R170). */
export function ResellerAccessToggleEffect({ t, toggle }: EffectProps) {
  const { isDirty, outcome, access, draft } = toggle
  const isSwitchedOff = access?.allow.wanted === true && draft?.allow === false
  const effects = useEffects({ t, toggle })
  const time = useTime({ t, toggle })
  return (
    <div data-part="effect" aria-live="polite">
      {isDirty ? (
        <Notice tone={toggle.draft?.allow ? 'info' : 'warning'} title={t('whatHappens')}>
          <ul data-part="effects">
            {effects.map((effect) => (
              <li data-part="text" key={effect}>
                {effect}
              </li>
            ))}
            <li data-part="text">
              {isSwitchedOff ? t('effectOffAtOnce') : null} {time}
            </li>
          </ul>
        </Notice>
      ) : outcome === 'saved' ? (
        <Notice tone="positive">
          <p data-part="text">
            {t('saved')} {toggle.state === 'pending' ? time : null}
          </p>
        </Notice>
      ) : null}
    </div>
  )
}

function useEffects({ t, toggle }: EffectProps): string[] {
  const { access, draft, ticked, unticked } = toggle
  if (!access || !draft) return []
  const reseller = access.reseller.name
  const names = (list: typeof ticked) => list.map(({ subscription }) => subscription.name)
  const isSwitched = draft.allow !== access.allow.wanted
  return [
    ...(isSwitched && draft.allow ? [t('effectOn', { reseller })] : []),
    ...(isSwitched && !draft.allow ? [t('effectOff', { reseller }), t('effectCommerce', { reseller })] : []),
    ...(ticked.length > 0 ? [t('effectTicked', { reseller, list: names(ticked) })] : []),
    ...(unticked.length > 0 ? [t('effectUnticked', { reseller, list: names(unticked) })] : []),
  ]
}

function useTime({ t, toggle }: EffectProps): string {
  const durations = useDurations()
  const { max, typical } = toggle.access?.propagation ?? { max: '', typical: null }
  return typical === null
    ? t('upTo', { max: durations(max) })
    : t('upToTypical', { max: durations(max), typical: durations(typical) })
}

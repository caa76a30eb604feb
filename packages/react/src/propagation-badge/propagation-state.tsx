'use client'

import type { ClientAccess, Propagating } from '@clientele/contract'
import { Badge, type Tone } from '../parts/badge.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { TimeAgo } from '../parts/time-ago.tsx'
import { useDurations } from '../words/use-durations.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords } from '../words/use-words.ts'
import { propagationBadgeStrings, type PropagationBadgeStrings } from './propagation-badge.strings.ts'

interface PropagationStateProps {
  value: Propagating
  times: ClientAccess['propagation']
  /** It is off because everything is paused. @default false */
  isPaused?: boolean
  messages?: Partial<PropagationBadgeStrings> | undefined
}

const states = ['inSync', 'pending', 'overdue'] as const
const stateOf = { in_sync: 'inSync', pending: 'pending', overdue: 'overdue' } as const
const tones: Record<(typeof states)[number], Tone> = { inSync: 'positive', pending: 'warning', overdue: 'danger' }

/*
  ( On its way )  Chosen: on. In effect now: off.
                  Since 3 minutes ago. It can take up to 24 hours, usually about 12 minutes.

  All three words of the badge lie in one cell, and both lines are always there: what stands around does not move when
  one state follows another. Only the first line is read aloud when it changes: the time passes all the while.
*/
export function PropagationState({ value, times, isPaused = false, messages }: PropagationStateProps) {
  const t = useAccessWords('propagationBadge', propagationBadgeStrings, messages)
  const state = stateOf[value.propagation] ?? 'pending'
  const word = (is: boolean) => t(is ? 'on' : 'off')
  return (
    <span data-part="propagation" data-state={value.propagation}>
      <span data-part="propagation-badge" aria-hidden>
        <Badge tone={state === 'inSync' && !value.observed ? 'neutral' : tones[state]}>
          <span data-part="stack">
            {states.map((one) => (
              <span data-part="stacked" key={one} data-shown={one === state ? '' : undefined}>
                {t(one)}
              </span>
            ))}
          </span>
        </Badge>
      </span>
      <span data-part="propagation-text">
        <span data-part="text" role="status">
          <HiddenText>{t(state)}. </HiddenText>
          {t('both', { wanted: isPaused ? t('paused') : word(value.wanted), observed: word(value.observed) })}
        </span>
        <span data-part="hint">
          <Times {...{ value, times, t }} />
        </span>
      </span>
    </span>
  )
}

function Times({ value, times, t }: PropagationStateProps & { t: ReturnType<typeof useStateWords> }) {
  const durations = useDurations()
  const formats = useFormats()
  const { propagation, changedAt, effectiveBy } = value
  if (changedAt === null) return t('unchanged')
  if (propagation === 'overdue') return t('overdueSince', { by: formats.dateTime(effectiveBy ?? changedAt) })
  if (propagation === 'in_sync') return <Since text={t('inSyncSince')} iso={changedAt} />
  const max = durations(times.max)
  const text =
    times.typical === null
      ? t('pendingSince', { max })
      : t('pendingTypical', { max, typical: durations(times.typical) })
  return <Since text={text} iso={changedAt} />
}

/** The moment stands where the language puts it. */
function Since({ text, iso }: { text: string; iso: string }) {
  const [before, after] = text.split('{since}')
  return (
    <>
      {before}
      <TimeAgo iso={iso} />
      {after}
    </>
  )
}

const useStateWords = () => useAccessWords('propagationBadge', propagationBadgeStrings)

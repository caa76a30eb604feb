import type { AccessRequest, FieldError } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { later } from '../later.ts'

type Lasting = Pick<AccessRequest, 'duration' | 'autoExtend'>

const [shortest, longest] = ['P1D', 'P100Y']

/** What is wrong with how long access is asked for. */
export function durationErrors(
  { now }: Pick<Surroundings, 'now'>,
  { duration, autoExtend }: Lasting,
  maxDuration: string | null,
): FieldError[] {
  const max = maxDuration ?? longest
  const isOutOfRange = (length: string) =>
    later(now, length) < later(now, shortest) || later(now, length) > later(now, max)
  const outOfRange = (pointer: string): FieldError => {
    const detail = `From ${shortest} to ${max}.`
    return { pointer, code: 'duration_out_of_range', detail, data: { min: shortest, max } }
  }
  const detail = 'What has no end cannot be put off.'
  return [
    ...((duration === null ? maxDuration !== null : isOutOfRange(duration)) ? [outOfRange('/duration')] : []),
    ...(autoExtend !== null && isOutOfRange(autoExtend) ? [outOfRange('/autoExtend')] : []),
    ...(autoExtend !== null && duration === null
      ? [{ pointer: '/autoExtend', code: 'invalid_choice', detail } as const]
      : []),
  ]
}

/** Whether the platform allows less by now than what was asked for. */
export function isTooLong(call: Surroundings, asked: Lasting): boolean {
  const { maxDuration } = call.store.single('settings').access
  return maxDuration !== null && durationErrors(call, asked, maxDuration).length > 0
}

import { monotonicFactory } from 'ulid'

const ulid = monotonicFactory()

/** A prefixed ULID: ordered by the time of making, also within one millisecond. */
export function newId(
  prefix:
    | 'acc'
    | 'key'
    | 'evt'
    | 'req'
    | 'sgk'
    | 'rcp'
    | 'rck'
    | 'mai'
    | 'arq'
    | 'lnk'
    | 'whe'
    | 'whd'
    | 'agr'
    | 'apo'
    | 'ppg'
    | 'sub'
    | 'sug'
    | 'ord',
  now: Date,
): string {
  return `${prefix}_${ulid(now.getTime())}`
}

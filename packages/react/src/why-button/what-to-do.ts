import type { AccessExplanation } from '@clientele/contract'
import type { WhyButtonStrings } from './why-button.strings.ts'

type Reader = 'client' | 'reseller' | 'platform'
type Key = keyof WhyButtonStrings

/** What the client itself does about what only it can change. */
const byClient: Readonly<Partial<Record<string, Key>>> = {
  access_switch_off: 'do_switch_on',
  access_paused: 'do_resume',
  access_not_granted: 'do_answer',
  subscription_not_in_scope: 'do_tick',
  payment_method_missing: 'do_pay',
}

/** What the reader can do about what blocks: it depends on who can remove it, and on which side one stands. */
export function whatToDo({ code = '', removableBy }: Blocking, reader: Reader): Key {
  switch (removableBy) {
    case 'client':
      if (reader === 'client') return byClient[code] ?? 'do_provider'
      return code === 'access_not_granted' ? 'do_remind' : 'do_ask_client'
    case 'reseller':
      if (reader !== 'reseller') return 'do_ask_reseller'
      return isOfRole(code) ? 'do_colleague' : 'do_ask_access'
    case 'time':
      return 'do_wait'
    case 'nobody':
      return 'do_self'
    default:
      return 'do_provider'
  }
}

type Blocking = Pick<AccessExplanation, 'code' | 'removableBy'>

/** Who can remove what blocks, as it is said to the reader. */
export function whoCan({ code, removableBy }: Blocking, reader: Reader): Key {
  // a role is changed by the reader's company, not by the reader
  if (removableBy === reader && !isOfRole(code)) return 'who_you'
  return `who_${removableBy ?? 'platform'}`
}

function isOfRole(code: string | undefined): boolean {
  return code === 'role_required' || code === 'permission_denied'
}

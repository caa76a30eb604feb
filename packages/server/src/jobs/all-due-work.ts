import { grantWork } from '../access-grants/grant-work.ts'
import { offerWork } from '../access-levels/tell-offers.ts'
import { requestWork } from '../access-requests/due-requests.ts'
import { mailWork } from '../mail/send-mails.ts'
import { propagationWork } from '../propagations/apply-propagations.ts'
import { webhookWork } from '../webhook-endpoints/webhook-work.ts'
import { expireSuggestions } from '../suggestions/expire-suggestions.ts'
import type { DueWork } from './due-work.ts'
import { keeping } from './keeping.ts'

/** Everything that falls due by the clock. */
export const dueWork: readonly DueWork[] = [
  mailWork,
  requestWork,
  propagationWork,
  grantWork,
  offerWork,
  expireSuggestions,
  webhookWork,
  keeping,
]

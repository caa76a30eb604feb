import { mailWork } from '../mail/send-mails.ts'
import { webhookWork } from '../webhook-endpoints/webhook-work.ts'
import type { DueWork } from './due-work.ts'

/** Everything that falls due by the clock. */
export const dueWork: readonly DueWork[] = [mailWork, webhookWork]

import type { DueWork } from '../jobs/due-work.ts'
import { sendDeliveries } from './send-deliveries.ts'

/** Tells endpoints of what happened. */
export const webhookWork: DueWork = { name: 'webhooks', run: sendDeliveries }

import type { clients } from '@clientele/contract'
import { and, eq } from 'drizzle-orm'
import { clientBehind } from '../accounts/client-ids.ts'
import { descriptions } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { requireVersion, type Handlers } from '../handler.ts'
import { Refusal, refuseInvalid } from '../refusal.ts'
import { checkClient } from './check-client.ts'
import { requireAction } from './client-actions.ts'
import { saveClient } from './clients.store.ts'
import { createClient } from './create-client.ts'
import { listClients } from './list-clients.ts'
import { requireNotJoined } from './reached-client.ts'
import { clientToChange, readClient } from './read-client.ts'
import { updateClient } from './update-client.ts'
import { verificationsFrom } from './verification.rules.ts'

export const clientHandlers: Handlers<typeof clients> = {
  list: listClients,
  create: createClient,
  check: checkClient,
  get: (call, tx) => readClient(call, tx, call.params.id),
  update: updateClient,

  async setDescription(call, tx) {
    const { caller, input, now } = call
    const client = await clientToChange(caller, tx, call.params.id)
    requireAction(caller, client, 'setDescription')
    requireVersion(call, client.version)
    const accountId = input.accountId ?? caller.account.id
    const mayWrite = accountId === caller.account.id || (await isAbove(tx, accountId, client.parentId))
    refuseInvalid(
      mayWrite
        ? []
        : [
            {
              pointer: '/accountId',
              code: 'invalid_choice',
              detail: 'Only the owner of the client and those above it describe it.',
            },
          ],
    )
    const mine = and(eq(descriptions.clientId, client.id), eq(descriptions.accountId, accountId))
    const [before] = await tx.db.select().from(descriptions).where(mine)
    if ((before?.text ?? null) !== input.text) {
      await tx.db.delete(descriptions).where(mine)
      if (input.text !== null)
        await tx.db.insert(descriptions).values({ clientId: client.id, accountId, text: input.text })
      await saveClient(tx, client, now)
      const changes = { description: { from: before?.text ?? null, to: input.text } }
      const subject = { type: 'client', id: client.id } as const
      await recordEvent(tx, call, { type: 'client.description_changed', subject, ownerId: accountId, changes })
    }
    return readClient(call, tx, client.id)
  },

  async setTags(call, tx) {
    const { caller, input, now } = call
    const client = await clientToChange(caller, tx, call.params.id)
    requireAction(caller, client, 'setTags')
    requireVersion(call, client.version)
    const added = input.tags.filter((tag) => !client.tags.includes(tag))
    const removed = client.tags.filter((tag) => !input.tags.includes(tag))
    if (added.length + removed.length > 0) await saveClient(tx, { ...client, tags: input.tags }, now)
    const about = { subject: { type: 'client', id: client.id }, ownerId: client.parentId } as const
    const changes = { tags: { from: client.tags, to: input.tags } }
    if (added.length > 0) await recordEvent(tx, call, { type: 'client.tagged', ...about, changes })
    if (removed.length > 0) await recordEvent(tx, call, { type: 'client.untagged', ...about, changes })
    return readClient(call, tx, client.id)
  },

  async setPaymentMethod(call, tx) {
    const { caller, input, now } = call
    const behind = await clientBehind(tx, call.params.id)
    // an account before its records
    const client = await clientToChange(caller, tx, behind)
    const asked = behind === call.params.id ? client : await clientToChange(caller, tx, call.params.id)
    requireNotJoined(client)
    requireVersion(call, asked.version)
    if (client.paymentMethodOnFile !== input.onFile) {
      await saveClient(tx, { ...client, paymentMethodOnFile: input.onFile }, now)
      const about = {
        subject: { type: 'client', id: client.id },
        ownerId: client.parentId,
        clientId: client.id,
      } as const
      const changes = { paymentMethodOnFile: { from: client.paymentMethodOnFile, to: input.onFile } }
      await recordEvent(tx, call, { type: 'client.payment_method_changed', ...about, changes })
    }
    return readClient(call, tx, asked.id)
  },

  async setVerification(call, tx) {
    const { caller, input, now } = call
    const client = await clientToChange(caller, tx, call.params.id)
    requireVersion(call, client.version)
    if (client.verification !== input.verification) {
      requireAction(caller, client, 'setVerification')
      const allowed = verificationsFrom(client)
      if (!allowed.includes(input.verification)) {
        const state = client.verification ?? 'none'
        throw new Refusal(
          'invalid_state_transition',
          `A client that is ${state} cannot become ${input.verification} now.`,
          {
            data: { state, allowed },
          },
        )
      }
      await saveClient(tx, { ...client, verification: input.verification }, now)
      const changes = { verification: { from: client.verification, to: input.verification } }
      const about = {
        subject: { type: 'client', id: client.id },
        ownerId: client.parentId,
        clientId: client.id,
      } as const
      await recordEvent(tx, call, { type: 'client.verification_changed', ...about, changes })
    }
    return readClient(call, tx, client.id)
  },
}

/** Whether an account is the owner of a client or stands above it, as far as this transaction sees. */
async function isAbove(tx: Tx, accountId: string, ownerId: string): Promise<boolean> {
  const [row] = await tx.query(
    "select 1 from accounts above join accounts owner on owner.id = $2 where above.id = $1 and above.kind <> 'client' and starts_with(owner.path, above.path)",
    [accountId, ownerId],
  )
  return row !== undefined
}

import type { access, ClientAccessList } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import type { Answer, Call } from '../handler.ts'
import { accessSettings, readSettings } from '../settings/settings.store.ts'
import { maySave, readClientAccess } from './client-access.ts'
import { requireManagedIdentity } from './identity.rules.ts'
import { moveSwitch } from './move-switch.ts'
import { requireSeenClient, type SeenClient } from './own-client.ts'
import { lockPair, type Pair } from './pair.ts'
import { tellOfPause } from './pause-notices.ts'
import { readPolicies } from './policies.store.ts'

/** All access of all resellers, as one act (N8). Contracts do not prevent it. */
export const pauseAll: Answer<(typeof access)['pause']> = (call, tx) => moveAll(call, tx, 'pause')

export const resumeAll: Answer<(typeof access)['resume']> = (call, tx) => moveAll(call, tx, 'resume')

async function moveAll(
  call: Call & { params: { id: string } },
  tx: Tx,
  move: 'pause' | 'resume',
): Promise<ClientAccessList> {
  const seen = await requireSeenClient(tx, call, call.params.id)
  const { client } = seen
  requireManagedIdentity(call.caller, client, accessSettings(await readSettings(tx)))
  const moved: string[] = []
  // in the order of their ids, so that two such acts do not wait for each other
  for (const { resellerId } of await readPolicies(tx, client.id)) {
    if (await step(tx, call, { clientId: client.id, resellerId }, move)) moved.push(resellerId)
  }
  await tellOfPause(tx, call, client.id, moved)
  return listAccess(tx, call, seen)
}

/** Pauses the access of one reseller, or lets it go on, and tells both sides. */
export async function movePair(tx: Tx, call: Call, pair: Pair, move: 'pause' | 'resume'): Promise<void> {
  if (await step(tx, call, pair, move)) await tellOfPause(tx, call, pair.clientId, [pair.resellerId])
}

/** Gives whether anything was changed. */
async function step(tx: Tx, call: Call, pair: Pair, move: 'pause' | 'resume'): Promise<boolean> {
  return tx.asSystem(async () => {
    await lockPair(tx, pair)
    const [policy] = await readPolicies(tx, pair.clientId, [pair.resellerId])
    // what is off needs no pause, and would not come back by itself
    if (move === 'pause' && !policy?.wanted) return false
    const { propagationMax } = accessSettings(await readSettings(tx))
    return moveSwitch(tx, call, pair, move, propagationMax)
  })
}

/** All resellers of one client that the caller may see. */
export async function listAccess(tx: Tx, call: Call, { client, resellers }: SeenClient): Promise<ClientAccessList> {
  const all = await readClientAccess(tx, call, client, resellers)
  const settings = accessSettings(await readSettings(tx))
  const on = all.filter(({ allow }) => allow.wanted)
  const since = on.flatMap(({ pausedAt }) => pausedAt ?? []).toSorted()
  const state = maySave(call.caller, client, settings)
  return {
    clientId: client.id,
    pausedAt: on.length > 0 && since.length === on.length ? (since[0] ?? null) : null,
    resellers: all,
    actions: { pause: state, resume: state },
  }
}

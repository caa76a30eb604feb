import { reachOf, type access, type AccessLevel, type ClientAccess, type ManagedAccess } from '@clientele/contract'
import { parseLevelId, readLevel, toLevel } from '../access-levels/access-levels.store.ts'
import { isLiving, statusAt } from '../access-grants/grants.rules.ts'
import { livingGrants, readGrant } from '../access-grants/grants.store.ts'
import { readReceipt } from '../access-grants/receipt.handlers.ts'
import { endGrant } from '../access-grants/step-grant.ts'
import type { Caller } from '../auth/caller.ts'
import { linkInvalid, requireStillValid } from '../auth/links.ts'
import type { Tx } from '../database/transaction.ts'
import type { Call, Handlers } from '../handler.ts'
import { notFound, Refusal } from '../refusal.ts'
import { accessSettings, readSettings } from '../settings/settings.store.ts'
import { readClientAccess } from './client-access.ts'
import { requireManagedIdentity } from './identity.rules.ts'
import { tellBoth } from './notices.ts'
import { requireSeenClient, type SeenClient } from './own-client.ts'
import { namedSubscriptions } from './named-subscriptions.ts'
import { lockPair, readAccessClient, type Pair } from './pair.ts'
import { movePair } from './pause-access.ts'
import { replaceAll } from './replace-links.ts'

/** What the holder of the link in a confirmation can do without an account: see, pause, end, replace the link. */
export const managedHandlers: Pick<
  Handlers<typeof access>,
  'managed' | 'pauseManaged' | 'resumeManaged' | 'endManaged' | 'replaceManagedLink' | 'managedReceipt'
> = {
  managed: async (call, tx) => show(tx, call, (await requireManagedPair(tx, call)).seen),

  async pauseManaged(call, tx) {
    const { pair, seen } = await holdManagedPair(tx, call)
    await movePair(tx, call, pair, 'pause')
    return show(tx, call, seen)
  },

  async resumeManaged(call, tx) {
    const { pair, seen } = await holdManagedPair(tx, call)
    // what opens access again is for the client's own people, what stops it for whoever has the link (R166)
    requireManagedIdentity(personOf(call), seen.client, accessSettings(await readSettings(tx)))
    await movePair(tx, call, pair, 'resume')
    return show(tx, call, seen)
  },

  async endManaged(call, tx) {
    const { pair, seen } = await holdManagedPair(tx, call)
    await tx.asSystem(() => endAll(tx, call, pair))
    return show(tx, call, seen)
  },

  async replaceManagedLink(call, tx) {
    const { pair } = await holdManagedPair(tx, call)
    const { link } = call
    return tx.asSystem(() => replaceAll(tx, call, pair, link?.provesMailbox ? link.holder.email : null))
  },

  async managedReceipt(call, tx) {
    const { pair } = await requireManagedPair(tx, call)
    return tx.asSystem(async () => {
      const grant = await readGrant(tx, call.params.id)
      // a link is for one reseller alone
      if (grant?.clientId !== pair.clientId || grant.resellerId !== pair.resellerId) throw notFound()
      return readReceipt(tx, call, grant)
    })
  },
}

/** The client's administrator who is signed in beside the link, else its holder. */
function personOf({ caller, link }: Call): Pick<Caller, 'identityKind'> {
  const isTheirs = caller.account.id === link?.clientId && reachOf(caller.role, 'access.change') !== undefined
  return isTheirs ? caller : (link?.holder ?? caller)
}

async function endAll(tx: Tx, call: Call, pair: Pair): Promise<void> {
  const { propagationMax } = accessSettings(await readSettings(tx))
  const grants = (await livingGrants(tx, pair)).filter((grant) => isLiving(statusAt(grant, call.now)))
  if (grants.length === 0) {
    throw new Refusal('invalid_state_transition', 'There is no access that could be ended: it is over already.', {
      data: { state: 'ended', allowed: [] },
    })
  }
  for (const grant of grants) {
    await endGrant(tx, call, pair, grant, 'client_ended', propagationMax)
    const level = await readLevel(tx, grant.levelKey, grant.levelVersion)
    if (!level) continue
    await tellBoth(tx, call, pair, 'access_ended', (told) => ({ ...told, level, endReason: 'client_ended' }))
  }
}

async function show(tx: Tx, call: Call, { client, resellers }: SeenClient): Promise<ManagedAccess> {
  const holder = call.link?.holder ?? call.caller
  const [access] = await readClientAccess(tx, { ...call, caller: holder }, client, resellers)
  if (!access) throw linkInvalid()
  const scopes = access.grants.map(({ scope }) => scope)
  return tx.asSystem(async () => ({
    client: { name: client.name },
    access,
    levels: await levelsOf(tx, access),
    subscriptions: await namedSubscriptions(tx, call, client.id, scopes),
  }))
}

/** What the grants allow, as it was agreed to. Wants system scope. */
async function levelsOf(tx: Tx, { grants }: ClientAccess): Promise<AccessLevel[]> {
  const ids = [...new Set(grants.map(({ level }) => level))]
  const levels: AccessLevel[] = []
  for (const id of ids) {
    const { key, version } = parseLevelId(id)
    const row = await readLevel(tx, key, version)
    if (row) levels.push(toLevel(row))
  }
  return levels
}

/** The client and the reseller of the link, whoever is signed in beside it. */
async function requireManagedPair(tx: Tx, call: Call): Promise<{ pair: Pair; seen: SeenClient }> {
  const { link } = call
  // another name of an account is none by which the account is managed (R32)
  if (!link || (await readAccessClient(tx, link.clientId))?.id !== link.clientId) throw linkInvalid()
  const { client, resellers } = await requireSeenClient(
    tx,
    { ...call, caller: link.holder, reach: 'self' },
    link.clientId,
  )
  const kind = resellers.get(link.resellerId)
  // the reseller is none of the client's any more
  if (!kind) throw linkInvalid()
  return {
    pair: { clientId: client.id, resellerId: link.resellerId },
    seen: { client, resellers: new Map([[link.resellerId, kind]]) },
  }
}

/** The same to change it: locked, by a link that was not taken back while that was waited for. */
async function holdManagedPair(tx: Tx, call: Call): Promise<{ pair: Pair; seen: SeenClient }> {
  const managed = await requireManagedPair(tx, call)
  const { link } = call
  await tx.asSystem(async () => {
    await lockPair(tx, managed.pair)
    if (link) await requireStillValid(tx, link)
  })
  return managed
}

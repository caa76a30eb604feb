import type { Tx } from '../database/transaction.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { dropWaiting } from '../mail/state-notices.ts'
import { says } from '../mail/still-true.ts'
import { newManageLink } from './manage-links.ts'
import type { Pair } from './pair.ts'
import { isPausable } from './pausable.ts'
import { partiesIn, readSides, stateKey, type Sides, type Telling } from './sides.ts'

/** A switch behind which there is something to pause, and where both sides of it are told. */
interface Standing {
  pair: Pair
  policyId: string
  isPaused: boolean
  sides: Sides
}

const templates = ['access_paused', 'access_resumed'] as const
type Template = (typeof templates)[number]

/**
 * Tells that the access of some resellers stands still or goes on: each reseller of its own, and the client of all of them
 * in one mail.
 */
export async function tellOfPause(
  tx: Tx,
  by: Telling,
  clientId: string,
  resellerIds: readonly string[],
): Promise<void> {
  await tx.asSystem(async () => {
    const moved = await readStandings(tx, clientId, resellerIds)
    for (const standing of moved) await tellReseller(tx, by, standing)
    // which is one mailbox, unless somebody else has answered for another reseller
    for (const [email, group] of Map.groupBy(moved, ({ sides }) => sides.client_email)) {
      if (email !== null) await tellClient(tx, by, clientId, email, group)
    }
  })
}

/**
 * The switch of a pair was turned, or the last access is over: a mail to the client that waits to tell of this pair and of
 * others tells of the others. Wants system scope.
 */
export async function retellPause(tx: Tx, by: Telling, pair: Pair): Promise<void> {
  const sides = await readSides(tx, pair)
  if (sides?.client_email) await tellClient(tx, by, pair.clientId, sides.client_email, [])
}

async function tellReseller(tx: Tx, by: Telling, { pair, policyId, isPaused, sides }: Standing): Promise<void> {
  if (sides.reseller_email === null) return
  await queueMail(tx, by, {
    template: templateOf(isPaused),
    to: { email: sides.reseller_email, name: sides.reseller_name },
    languageCode: sides.reseller_language,
    about: { type: 'access_policy', id: policyId },
    data: { ...partiesIn(sides), audience: 'reseller', manageLink: null, others: [] },
    stateOf: { key: stateKey('pause', pair, 'reseller') },
  })
}

/** What a mail of several waits to tell and was not moved now, is told anew with what was: as it stands. */
async function tellClient(
  tx: Tx,
  by: Telling,
  clientId: string,
  email: string,
  moved: readonly Standing[],
): Promise<void> {
  const waiting = await dropWaiting(tx, keysOfSeveral(clientId, email), by.now)
  const ids = new Set(waiting?.says.flatMap((named) => named.split(' ')))
  for (const { policyId } of moved) ids.delete(policyId)
  const rest = ids.size === 0 ? [] : (await readStandings(tx, clientId)).filter(({ policyId }) => ids.has(policyId))
  for (const template of templates) {
    const group = [...moved, ...rest].filter(({ isPaused }) => templateOf(isPaused) === template)
    if (group.length > 0) await mailClient(tx, by, email, template, group, waiting?.turn)
  }
}

async function mailClient(
  tx: Tx,
  by: Telling,
  email: string,
  template: Template,
  group: readonly Standing[],
  notBefore: Date | undefined,
): Promise<void> {
  const named = []
  for (const { pair, sides } of group) {
    // an address that only the reseller has typed may be the reseller's own: by the link it would let itself in
    const manageLink = sides.is_known_mailbox ? await newManageLink(tx, pair, { email }, by.now) : null
    named.push({ name: sides.reseller_name, manageLink })
  }
  const [first] = group
  const [{ manageLink } = { manageLink: null }, ...others] = named
  if (!first) return
  const { client, reseller } = partiesIn(first.sides)
  const ownKeys = group.map(({ pair }) => stateKey('pause', pair, 'client'))
  const keys = keysOfSeveral(first.pair.clientId, email)
  const key = others.length === 0 ? ownKeys[0] : keys[templates.indexOf(template)]
  await queueMail(tx, by, {
    template,
    to: { email, name: client.name },
    languageCode: first.sides.client_language,
    about: { type: 'access_policy', id: first.policyId, says: says.switches(group.map(({ policyId }) => policyId)) },
    data: {
      client,
      // a reply goes to one of them only where the mail is about that one
      reseller: others.length === 0 ? reseller : { ...reseller, supportEmail: null },
      audience: 'client',
      manageLink,
      others,
    },
    stateOf: { key: String(key), inPlaceOf: ownKeys, after: keys, ...(notBefore && { notBefore }) },
  })
}

function templateOf(isPaused: boolean): Template {
  return isPaused ? 'access_paused' : 'access_resumed'
}

/** In the order of the templates. */
function keysOfSeveral(clientId: string, email: string): string[] {
  return templates.map((template) => `${template} ${clientId} ${email}`)
}

async function readStandings(tx: Tx, clientId: string, resellerIds?: readonly string[]): Promise<Standing[]> {
  const rows = await tx.query<{ id: string; reseller_id: string; is_paused: boolean }>(
    `select p.id, p.reseller_id, p.paused_at is not null as is_paused from access_policies p
      where p.client_id = $1 and ($2::text[] is null or p.reseller_id = any($2)) and ${isPausable}
      order by p.reseller_id`,
    [clientId, resellerIds ?? null],
    'what-can-be-paused',
  )
  const standings: Standing[] = []
  for (const { id: policyId, reseller_id: resellerId, is_paused: isPaused } of rows) {
    const pair = { clientId, resellerId }
    const sides = await readSides(tx, pair)
    if (sides) standings.push({ pair, policyId, isPaused, sides })
  }
  return standings
}

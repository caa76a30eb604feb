import { createHash } from 'node:crypto'
import { canonicalWording, type Receipt } from '@clientele/contract'
import { and, desc, eq } from 'drizzle-orm'
import { CompactSign } from 'jose'
import { levelId, type LevelRow } from '../access-levels/access-levels.store.ts'
import { inOrder } from '../access-levels/levels.rules.ts'
import { wordingIn } from '../access-levels/wording.ts'
import { aboutPair } from '../access/about-pair.ts'
import { lockPair } from '../access/pair.ts'
import type { MasterKey } from '../auth/master-key.ts'
import { accessGrants, consentReceipts } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { actorOf, recordEvent, type By } from '../events/record-event.ts'
import { newId } from '../new-id.ts'
import type { GrantRow } from './grants.store.ts'
import { receiptKey } from './receipt-keys.ts'

/** What was agreed. */
export interface ReceiptFacts {
  /** As it stands after the act. */
  grant: Pick<
    GrantRow,
    | 'id'
    | 'clientId'
    | 'resellerId'
    | 'requestId'
    | 'capabilities'
    | 'agreedCapabilities'
    | 'scope'
    | 'autoExtend'
    | 'endsAt'
  >
  /** The version that was on the page. */
  level: LevelRow
  client: { name: string }
  reseller: { name: string }
  /** ISO 8601; `null` is without an end. */
  duration: string | null
  /** The language the page was read in. Where the level does not speak it, what was shown instead is taken. */
  languageCode: string
}

/**
 * Signs what was agreed, for both parties to keep, and joins it to their chain (N6). The grant names it from then on;
 * its version stays, since the act that it belongs to has counted already.
 */
export async function issueReceipt(
  tx: Tx,
  by: By & { masterKey: MasterKey },
  facts: ReceiptFacts,
): Promise<{ id: string; jws: string }> {
  // the other party's name and the key are not for the caller to see
  return tx.asSystem(async () => {
    const { clientId, resellerId, id: grantId } = facts.grant
    const before = await lastOfPair(tx, clientId, resellerId)
    const receipt = receiptOf(by, facts, before && sha256(before.jws))
    const { kid, privateKey } = await receiptKey(tx, by)
    const jws = await new CompactSign(Buffer.from(JSON.stringify(receipt)))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'clientele-receipt+json', kid })
      .sign(privateKey)
    const { id } = receipt
    const position = (before?.position ?? 0) + 1
    await tx.db.insert(consentReceipts).values({ id, clientId, resellerId, grantId, position, jws, createdAt: by.now })
    await tx.db.update(accessGrants).set({ receiptId: id }).where(eq(accessGrants.id, grantId))
    await recordEvent(tx, by, {
      type: 'consent_receipt.issued',
      subject: { type: 'consent_receipt', id },
      ...aboutPair({ clientId, resellerId }),
      changes: {
        grantId: { from: null, to: grantId },
        level: { from: null, to: receipt.level },
        wordingSha256: { from: null, to: receipt.wording.sha256 },
      },
    })
    return { id, jws }
  })
}

/** The end of the chain. Nobody else adds to it until this transaction has ended. */
async function lastOfPair(tx: Tx, clientId: string, resellerId: string) {
  await lockPair(tx, { clientId, resellerId })
  const [last] = await tx.db
    .select({ position: consentReceipts.position, jws: consentReceipts.jws })
    .from(consentReceipts)
    .where(and(eq(consentReceipts.clientId, clientId), eq(consentReceipts.resellerId, resellerId)))
    .orderBy(desc(consentReceipts.position))
    .limit(1)
  return last
}

function receiptOf(by: By, facts: ReceiptFacts, previous: string | undefined): Receipt {
  const { grant, level, client, reseller, duration } = facts
  const wording = wordingIn(level, facts.languageCode)
  return {
    id: newId('rcp', by.now),
    previous: previous ?? null,
    grantId: grant.id,
    requestId: grant.requestId,
    client: { id: grant.clientId, name: client.name },
    reseller: { id: grant.resellerId, name: reseller.name },
    decidedBy: 'caller' in by ? actorOf(by.caller) : by.actor,
    level: levelId(level),
    capabilities: inOrder(grant.agreedCapabilities ?? grant.capabilities),
    wording: { ...wording, sha256: sha256(canonicalWording(wording.texts)) },
    scope: grant.scope,
    duration,
    autoExtend: grant.autoExtend,
    endsAt: grant.endsAt?.toISOString() ?? null,
    issuedAt: by.now.toISOString(),
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

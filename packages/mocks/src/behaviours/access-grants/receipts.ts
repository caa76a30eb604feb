import type { AccessGrant, ConsentReceipt, Receipt } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import type { Surroundings } from '../../answers/mock-call.ts'
import { notFound } from '../../answers/read-request.ts'
import { recordEvent } from '../events/record-event.ts'
import { noteGrant } from './keep-grant.ts'

const { jws } = examples.accessGrants.receipt.output

/** Notes that something was agreed to. Mocks sign nothing: what the receipt says is what that of the example says. */
export function issueReceipt(call: Surroundings, grant: AccessGrant, level: string): AccessGrant {
  const receiptId = call.store.newId('rcp')
  call.store.receiptTimes.set(receiptId, call.now.toISOString())
  recordEvent(call, {
    type: 'consent_receipt.issued',
    subject: { type: 'consent_receipt', id: receiptId },
    clientId: grant.client.id,
    resellerId: grant.reseller.id,
    changes: {
      grantId: { from: null, to: grant.id },
      level: { from: null, to: level },
      wordingSha256: { from: null, to: exampleWording() },
    },
  })
  return noteGrant(call, grant, { receiptId })
}

/** The newest receipt of a grant; one that came by a preset has none. */
export function receiptOf({ store }: Surroundings, { id, receiptId, client, reseller, createdAt }: AccessGrant) {
  if (receiptId === null) throw notFound()
  const issuedAt = store.receiptTimes.get(receiptId) ?? createdAt
  return {
    id: receiptId,
    grantId: id,
    clientId: client.id,
    resellerId: reseller.id,
    jws,
    later: [],
    createdAt: issuedAt,
  } satisfies ConsentReceipt
}

function exampleWording(): string {
  const payload = (jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  return (JSON.parse(atob(payload)) as Receipt).wording.sha256
}

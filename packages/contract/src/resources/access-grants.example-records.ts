import { accounts, agreement } from '../example-accounts.ts'
import type { AccessGrant } from './access-grants.schema.ts'
import type { Actor } from './events.schema.ts'

/** Who agreed: the holder of the link in the mail. */
export const martha: Actor = {
  type: 'link_holder',
  id: 'link:4c1f0a97be2d6385',
  display: agreement.email,
  accountId: accounts.winery.id,
}

/** It is not put off by itself. */
const nothingToStop = {
  allowed: false,
  code: 'invalid_state_transition',
  data: { state: 'active', allowed: ['end', 'lower'] },
} as const

const forClients = { allowed: false, code: 'permission_denied', data: { right: 'access.change' } } as const

/** What the winery allowed, in effect, as its reseller sees it. */
export const grant: AccessGrant = {
  id: agreement.grantId,
  client: accounts.winery,
  reseller: accounts.reseller,
  requestId: agreement.requestId,
  level: agreement.level,
  family: 'products',
  capabilities: ['products.view', 'products.manage', 'products.suggest', 'domains.manage'],
  scope: { kind: 'all' },
  source: 'request',
  status: 'active',
  overdue: false,
  expiring: false,
  activatedAt: '2025-03-04T07:53:02.771Z',
  endsAt: agreement.endsAt,
  autoExtend: null,
  endedAt: null,
  endReason: null,
  lastUsedAt: '2025-03-04T09:20:11.064Z',
  receiptId: agreement.receiptId,
  offeredVersion: null,
  createdAt: agreement.agreedAt,
  updatedAt: '2025-03-04T07:53:02.771Z',
  etag: '"2"',
  actions: {
    end: { allowed: true },
    lower: { allowed: true },
    extend: forClients,
    letRunOut: nothingToStop,
    acceptVersion: forClients,
    declineVersion: forClients,
  },
}

const over = { allowed: false, code: 'invalid_state_transition', data: { state: 'ending', allowed: [] } } as const

/** The same after the reseller gave it back: without effect, and on its way out. */
export const givenBack: AccessGrant = {
  ...grant,
  status: 'ending',
  endedAt: '2025-05-02T10:05:44.300Z',
  endReason: 'reseller_gave_back',
  updatedAt: '2025-05-02T10:05:44.300Z',
  etag: '"3"',
  actions: {
    end: over,
    lower: over,
    extend: forClients,
    letRunOut: over,
    acceptVersion: forClients,
    declineVersion: forClients,
  },
}

const noneOffered = {
  allowed: false,
  code: 'invalid_state_transition',
  data: { state: 'active', allowed: ['end', 'lower', 'extend'] },
} as const

/** What the client may do with it that its reseller may not. */
export const asClient = {
  end: { allowed: true },
  lower: { allowed: true },
  extend: { allowed: true },
  letRunOut: noneOffered,
  acceptVersion: noneOffered,
  declineVersion: noneOffered,
} as const

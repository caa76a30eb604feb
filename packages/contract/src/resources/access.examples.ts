import { accounts, agreement } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import { receipt } from './access-grants.examples.ts'
import { givenBack, grant } from './access-grants.example-records.ts'
import { listOf, managedBy, open, paused, resumed, ticked } from './access.example-records.ts'
import { get as level } from './access-levels.examples.ts'
import type { access } from './access.routes.ts'

const params = { id: accounts.winery.id }
const pair = { ...params, resellerId: accounts.reseller.id }
const page = { client: { name: accounts.winery.name }, levels: [level.output], subscriptions: [] }
const storage = 'sub_01JHB7Y8N2Q4S6T8V0W2X4Z6RC'
const pausedSince = { clientId: accounts.winery.id, since: '2025-03-12T21:47:09.383Z' }
const ended = { ...givenBack, endReason: 'client_ended' } as const

/** Examples of the rows of `access`. */
export const {
  list,
  get,
  save,
  agree,
  lock,
  replaceLinks,
  pause,
  resume,
  activity,
  check,
  use,
  explain,
  managed,
  pauseManaged,
  resumeManaged,
  endManaged,
  replaceManagedLink,
  managedReceipt,
}: ExamplesOf<typeof access> = {
  list: { params, output: listOf(open) },
  get: { params: pair, output: open },
  save: {
    params: pair,
    input: { allow: true, direct: [storage], resellerHasAgreed: true },
    output: ticked,
  },
  agree: {
    params: pair,
    output: { ...ticked, agreement: { state: 'confirmed_by_reseller', at: '2025-03-10T09:01:13.725Z' }, etag: '"5"' },
  },
  lock: {
    params: pair,
    input: { clause: '§ 4.2 of the framework agreement' },
    output: { ...open, lockedByContract: '§ 4.2 of the framework agreement', etag: '"5"' },
  },
  replaceLinks: { params: pair, output: { sentTo: agreement.email } },
  pause: { params, output: listOf(paused) },
  resume: { params, output: listOf(resumed) },
  activity: {
    params,
    query: { grantId: agreement.grantId },
    output: {
      data: [
        {
          id: 'evt_01JNG7C9VR4K1N8S3XTZ6Q2M0W',
          type: 'subscription.seats_changed',
          occurredAt: '2025-03-04T09:20:11.064Z',
          actor: { type: 'widget_session', id: 'staff-17', display: 'Lena Brandt', accountId: accounts.reseller.id },
          subject: { type: 'subscription', id: storage, display: 'Cloud storage' },
          clientId: accounts.winery.id,
          grantId: agreement.grantId,
          changes: { seats: { from: 12, to: 15 } },
          cause: { requestId: 'req_01JNG7C9T3P5R8W2ZC7YV1K4ME' },
        },
        {
          id: 'evt_01JNG2A3XM0H6J9R5TQK8V7D1C',
          type: 'access_grant.activated',
          occurredAt: '2025-03-04T07:53:02.771Z',
          actor: { type: 'system', id: 'system', display: null, accountId: null },
          subject: { type: 'access_grant', id: agreement.grantId },
          clientId: accounts.winery.id,
          grantId: null,
          changes: { status: { from: 'activating', to: 'active' } },
          cause: { requestId: null },
        },
      ],
      nextCursor: null,
    },
  },
  check: {
    input: { clientId: accounts.winery.id, capability: 'products.manage', subscriptionId: storage },
    output: { allowed: true, grantId: agreement.grantId },
  },
  use: {
    input: {
      clientId: accounts.winery.id,
      capability: 'products.manage',
      subscriptionId: storage,
      summary: 'Opened the file manager',
      person: 'Lena Brandt',
    },
    output: { allowed: true, grantId: agreement.grantId },
  },
  explain: {
    input: { clientId: accounts.winery.id, capability: 'products.manage' },
    output: {
      allowed: false,
      code: 'access_paused',
      data: pausedSince,
      grantId: null,
      steps: [
        { step: 'link', ok: true },
        { step: 'switch', ok: false, code: 'access_paused', data: pausedSince },
      ],
      removableBy: 'client',
    },
  },
  managed: { output: { ...page, access: managedBy(open) } },
  pauseManaged: { output: { ...page, access: managedBy(paused) } },
  resumeManaged: { output: { ...page, access: managedBy(resumed) } },
  endManaged: { output: { ...page, access: managedBy({ ...open, grants: [{ ...grant, ...ended }] }) } },
  replaceManagedLink: { output: { sentTo: agreement.email } },
  managedReceipt: { params: { id: agreement.grantId }, output: receipt.output },
}

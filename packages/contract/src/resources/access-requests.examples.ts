import { accounts, agreement } from '../example-accounts.ts'
import { fillInMessage } from '../message-variables.ts'
import type { ExamplesOf } from '../row-examples.ts'
import { get as level } from './access-levels.examples.ts'
import type { accessRequests } from './access-requests.routes.ts'
import type { AccessRequest, LinkedRequest } from './access-requests.schema.ts'
import { exampleReceipt } from './access-grants.receipt-example.ts'

const params = { id: agreement.requestId }
const link = 'https://panel.hafenhost.example.org/access#cl_3kQvYp0c7Zr1sN8bWfXtUa5LmGdEhJ2oT9iRyC4wKxM'
const manageLink = 'https://panel.hafenhost.example.org/access/manage#cl_Z8uT2nVbQ6sLr0yXcJ4mWk1pEoHgF7dAi9tRvNqS3xU'
const message =
  'Hello {client_first_name}, I would like to look after your products. For that I ask for the access “{level_name}”. You can end it at any time. Kind regards, Jule Petersen'
const sentAt = agreement.sentAt
const expiresAt = '2025-03-17T09:12:04.118Z'
const renewedAt = '2025-03-06T08:30:00.240Z'

const no = {
  send: {
    allowed: false,
    code: 'invalid_state_transition',
    data: { state: 'pending', allowed: ['resend', 'cancel', 'remind'] },
  },
  remind: {
    allowed: false,
    code: 'access_request_attempts_exhausted',
    data: { max: 1, nextAt: '2025-03-04T09:12:04.118Z' },
  },
}

/** The request on its way. */
const pending: AccessRequest = {
  id: agreement.requestId,
  client: accounts.winery,
  reseller: accounts.reseller,
  level: agreement.level,
  scope: { kind: 'all' },
  recipientEmail: agreement.email,
  message,
  languageCode: 'de',
  duration: agreement.duration,
  autoExtend: null,
  status: 'pending',
  delivery: { state: 'queued', at: sentAt, detail: null },
  attempt: 1,
  attemptsLeft: 4,
  sentAt,
  expiresAt,
  remindedAt: [],
  decidedAt: null,
  decidedBy: null,
  decisionReason: null,
  renewalAskedAt: null,
  supersedesId: null,
  grantId: null,
  copyableLink: link,
  createdAt: sentAt,
  updatedAt: sentAt,
  etag: '"1"',
  actions: { send: no.send, resend: { allowed: true }, cancel: { allowed: true }, remind: no.remind },
}

const resent: AccessRequest = {
  ...pending,
  delivery: { state: 'queued', at: renewedAt, detail: null },
  attempt: 2,
  attemptsLeft: 3,
  sentAt: renewedAt,
  expiresAt: '2025-03-20T08:30:00.240Z',
  updatedAt: renewedAt,
  etag: '"4"',
}

/** What the client sees who follows the link. */
const linked: LinkedRequest = {
  id: agreement.requestId,
  status: 'pending',
  reseller: { name: accounts.reseller.name, supportEmail: 'help@hafenhost.example.org' },
  client: { name: accounts.winery.name, binding: 'placeholder' },
  level: level.output,
  scope: { kind: 'all' },
  subscriptions: [],
  message: fillInMessage(message, {
    client_first_name: 'Martha',
    reseller_name: accounts.reseller.name,
    level_name: level.output.texts['de']?.name ?? '',
    expiry_date: expiresAt,
  }),
  languageCode: 'de',
  duration: agreement.duration,
  autoExtend: null,
  endsAt: agreement.endsAt,
  expiresAt,
  decidedAt: null,
  decidedBy: null,
  renewalAskedAt: null,
  paymentMethodOnFile: false,
  viewer: { signedIn: false, mayAnswer: 'yes', accounts: [] },
}

/** Examples of the rows of `accessRequests`. */
export const {
  list,
  create,
  get,
  send,
  resend,
  cancel,
  remind,
  reportDelivery,
  current,
  accept,
  decline,
  askAgain,
}: ExamplesOf<typeof accessRequests> = {
  list: {
    query: { clientId: accounts.winery.id, status: ['pending', 'draft'], include: ['actions'], limit: 50 },
    output: { data: [pending], nextCursor: null },
  },
  create: {
    input: {
      clientId: accounts.winery.id,
      level: agreement.level,
      recipientEmail: agreement.email,
      message,
    },
    output: pending,
  },
  get: { params, output: pending },
  send: { params, output: { ...pending, createdAt: '2025-03-03T09:02:51.400Z', etag: '"2"' } },
  resend: { params, input: { recipientEmail: agreement.email }, output: resent },
  cancel: {
    params,
    output: {
      ...pending,
      status: 'canceled',
      copyableLink: null,
      updatedAt: renewedAt,
      etag: '"3"',
      actions: {
        send: { allowed: false, code: 'invalid_state_transition', data: { state: 'canceled', allowed: [] } },
        resend: { allowed: false, code: 'invalid_state_transition', data: { state: 'canceled', allowed: [] } },
        cancel: { allowed: false, code: 'invalid_state_transition', data: { state: 'canceled', allowed: [] } },
        remind: { allowed: false, code: 'invalid_state_transition', data: { state: 'canceled', allowed: [] } },
      },
    },
  },
  remind: { params, output: { ...pending, remindedAt: [renewedAt], updatedAt: renewedAt, etag: '"3"' } },
  reportDelivery: {
    params,
    input: { state: 'bounced', detail: '550 5.1.1 No such mailbox' },
    output: {
      ...pending,
      delivery: { state: 'bounced', at: '2025-03-03T09:12:09.730Z', detail: '550 5.1.1 No such mailbox' },
      updatedAt: '2025-03-03T09:12:09.730Z',
      etag: '"2"',
    },
  },
  current: { output: linked },
  accept: {
    input: { level: agreement.level, languageCode: 'de' },
    output: {
      request: {
        ...linked,
        status: 'accepted',
        client: { ...linked.client, binding: 'bound' },
        decidedAt: agreement.agreedAt,
        decidedBy: agreement.email,
        viewer: { signedIn: false, mayAnswer: 'sign_in', accounts: [] },
        paymentMethodOnFile: null,
      },
      grantId: agreement.grantId,
      receipt: exampleReceipt,
      clientId: accounts.winery.id,
      manageLink,
    },
  },
  decline: {
    input: { reason: 'We look after this ourselves.' },
    output: { ...linked, status: 'declined', decidedAt: agreement.agreedAt, decidedBy: agreement.email },
  },
  askAgain: { output: { ...linked, status: 'expired', renewalAskedAt: '2025-03-18T07:20:44.816Z' } },
}

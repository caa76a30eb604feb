import { route } from '../route.ts'
import type * as schema from './access-requests.schema.ts'

const asking = [
  'link_missing',
  'setting_missing',
  'recipient_bounced',
  'access_request_attempts_exhausted',
  'declined_recently',
  'level_version_retired',
  'invalid_state_transition',
  'access_request_pending',
] as const
const answering = [
  'link_invalid',
  'access_request_expired',
  'access_request_not_pending',
  'recipient_mismatch',
] as const

/** A reseller asks a client for access; the client answers by the link in its mail. */
export const accessRequests = {
  /** Lists requests: a reseller's own, or those that a client was sent. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/access-requests',
    right: 'access_requests.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /**
   * Asks a client for access at a level, by mail. Nothing becomes effective before the client has accepted (R4). The link
   * in the mail leads to the page of the setting `links.requestUrl`: without one nothing is sent (`setting_missing`).
   */
  create: route<typeof schema.create>({
    method: 'POST',
    path: '/access-requests',
    status: 201,
    right: 'access_requests.create',
    errors: ['validation_failed', ...asking],
  }),
  /** Reads one request. */
  get: route<typeof schema.get>({ method: 'GET', path: '/access-requests/{id}', right: 'access_requests.read' }),
  /** Sends a draft. */
  send: route<typeof schema.send>({
    method: 'POST',
    path: '/access-requests/{id}/send',
    right: 'access_requests.create',
    bodyless: true,
    errors: [...asking, 'duration_not_allowed', 'etag_mismatch'],
  }),
  /**
   * Sends a request again, to the same address or another: a new link, the old one is dead, and the time to answer
   * begins anew. Also for one that expired or, after a week, was declined: at once, if the client asked for it.
   */
  resend: route<typeof schema.resend>({
    method: 'POST',
    path: '/access-requests/{id}/resend',
    right: 'access_requests.create',
    errors: ['validation_failed', ...asking, 'duration_not_allowed', 'etag_mismatch'],
  }),
  /** Takes a request back. Its link is dead; the client is told if it had the mail. */
  cancel: route<typeof schema.cancel>({
    method: 'POST',
    path: '/access-requests/{id}/cancel',
    right: 'access_requests.cancel',
    bodyless: true,
    errors: ['invalid_state_transition', 'etag_mismatch'],
  }),
  /**
   * Reminds the client of a pending request now, with the same link: once each time it is sent, beside the reminders by
   * the clock, and not within a day of the last mail about it.
   */
  remind: route<typeof schema.remind>({
    method: 'POST',
    path: '/access-requests/{id}/remind',
    right: 'access_requests.create',
    bodyless: true,
    errors: [
      'invalid_state_transition',
      'setting_missing',
      'recipient_bounced',
      'access_request_attempts_exhausted',
      'etag_mismatch',
    ],
  }),
  /**
   * Records what a mail service learned later: delivered, opened, bounced, complained. Where mail came back or is not
   * wanted, no reseller can ask that mailbox again until the platform says that it is `deliverable`, or whoever reads it
   * accepts a request or asks for one.
   */
  reportDelivery: route<typeof schema.reportDelivery>({
    method: 'POST',
    path: '/access-requests/{id}/delivery',
    right: 'access_requests.report_delivery',
    errors: ['validation_failed', 'invalid_state_transition'],
  }),
  /** By the link in the mail: reads what is asked for, and who may answer. */
  current: route<typeof schema.current>({
    method: 'GET',
    path: '/access-requests/current',
    link: 'request',
    errors: ['link_invalid'],
  }),
  /**
   * By the link in the mail: accepts. The grant, the receipt, the switch for this reseller and the mails to both sides
   * come in the same act. A client with an account of its own must be signed in as one of its administrators (R30).
   */
  accept: route<typeof schema.accept>({
    method: 'POST',
    path: '/access-requests/current/accept',
    link: 'request',
    errors: [
      'validation_failed',
      ...answering,
      'level_version_retired',
      'duration_not_allowed',
      'actor_not_managed_identity',
    ],
  }),
  /** By the link in the mail: declines, with a reason if one likes. The reseller may ask again after a week. */
  decline: route<typeof schema.decline>({
    method: 'POST',
    path: '/access-requests/current/decline',
    link: 'request',
    errors: ['validation_failed', ...answering],
  }),
  /**
   * By the link of a request that expired, was declined, or is for a level or a duration that there is no more: tells the
   * reseller that the client would like to be asked again. Told once a day at most. By the link that the sender may copy
   * an administrator of the client has to be signed in.
   */
  askAgain: route<typeof schema.askAgain>({
    method: 'POST',
    path: '/access-requests/current/ask-again',
    link: 'request',
    bodyless: true,
    errors: ['link_invalid', 'access_request_not_pending', 'recipient_mismatch'],
  }),
}

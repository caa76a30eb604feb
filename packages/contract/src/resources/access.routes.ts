import { route } from '../route.ts'
import type * as schema from './access.schema.ts'

const changing = ['invalid_state_transition', 'actor_not_managed_identity', 'etag_mismatch'] as const

/** The client's side: who may look after its account, and the switch that stops it. */
export const access = {
  /** The access of all resellers of a client; a reseller sees its own alone. */
  list: route<typeof schema.list>({ method: 'GET', path: '/clients/{id}/access', right: 'access.read' }),
  /** The access of one reseller to one client. */
  get: route<typeof schema.get>({
    method: 'GET',
    path: '/clients/{id}/access/{resellerId}',
    right: 'access.read',
  }),
  /**
   * The client's switch, and the ticks below it, saved as a whole. Off is enforced at once; on is in effect when it was
   * seen to be, never before. The first tick grants the console's level where no grant is there for ticks to count under;
   * the client gets a receipt for that.
   */
  save: route<typeof schema.save>({
    method: 'PUT',
    path: '/clients/{id}/access/{resellerId}',
    right: 'access.change',
    errors: [
      'validation_failed',
      'reseller_agreement_missing',
      'locked_by_contract',
      'level_version_retired',
      ...changing,
    ],
  }),
  /** The reseller agrees to look after subscriptions that the client bought elsewhere (R171). */
  agree: route<typeof schema.agree>({
    method: 'POST',
    path: '/clients/{id}/access/{resellerId}/agree',
    right: 'access.agree',
    bodyless: true,
    errors: ['invalid_state_transition', 'etag_mismatch'],
  }),
  /**
   * The platform says that a contract keeps the switch on, by which clause, or that none does any more. The client can
   * pause the access all the same.
   */
  lock: route<typeof schema.lock>({
    method: 'PUT',
    path: '/clients/{id}/access/{resellerId}/lock',
    right: 'access.lock',
    errors: ['validation_failed', 'etag_mismatch'],
  }),
  /**
   * Takes back all links by which this access is managed without an account, wherever they were passed on to, and mails a
   * new one to the administrator who does it, where their address is known.
   */
  replaceLinks: route<typeof schema.replaceLinks>({
    method: 'POST',
    path: '/clients/{id}/access/{resellerId}/replace-links',
    right: 'access.change',
    bodyless: true,
  }),
  /** Pauses all access of all resellers at once (N8). Contracts do not prevent it. */
  pause: route<typeof schema.pause>({
    method: 'POST',
    path: '/clients/{id}/access/pause',
    right: 'access.change',
    bodyless: true,
    errors: ['actor_not_managed_identity'],
  }),
  /** Lets the access go on as it was before the pause. */
  resume: route<typeof schema.resume>({
    method: 'POST',
    path: '/clients/{id}/access/resume',
    right: 'access.change',
    bodyless: true,
    errors: ['actor_not_managed_identity'],
  }),
  /** What was done at the client and under which grant, newest first (N8). */
  activity: route<typeof schema.activity>({
    method: 'GET',
    path: '/clients/{id}/access/activity',
    right: 'access.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** May this reseller do this? Yes or no, and why not, in one question to the database: for each click in a panel. */
  check: route<typeof schema.check>({
    method: 'POST',
    path: '/access/check',
    right: 'access.check',
    reads: true,
    limit: 'check',
    errors: ['validation_failed'],
  }),
  /**
   * The same question, for what the panel is about to do by itself: where the answer is yes, the client reads in its feed
   * who did what under which grant (N8). Ask `check` before it is shown, and this before it is done.
   */
  use: route<typeof schema.use>({
    method: 'POST',
    path: '/access/use',
    right: 'access.use',
    errors: ['validation_failed'],
  }),
  /** Why, or why not: every step that was looked at, and who can remove the one that blocks (N2). */
  explain: route<typeof schema.explain>({
    method: 'POST',
    path: '/access/explain',
    right: 'access.check',
    reads: true,
    errors: ['validation_failed'],
  }),
  /** By the link in the confirmation: the access as it is. */
  managed: route<typeof schema.managed>({
    method: 'GET',
    path: '/access/managed',
    link: 'manage',
    errors: ['link_invalid'],
  }),
  /** By the link in the confirmation: pauses the reseller's access at once. */
  pauseManaged: route<typeof schema.pauseManaged>({
    method: 'POST',
    path: '/access/managed/pause',
    link: 'manage',
    bodyless: true,
    errors: ['link_invalid'],
  }),
  /**
   * By the link in the confirmation: lets the access go on. For an organisation, one of its administrators has to be
   * signed in beside the link (R166).
   */
  resumeManaged: route<typeof schema.resumeManaged>({
    method: 'POST',
    path: '/access/managed/resume',
    link: 'manage',
    bodyless: true,
    errors: ['link_invalid', 'actor_not_managed_identity'],
  }),
  /** By the link in the confirmation: ends the access for good. */
  endManaged: route<typeof schema.endManaged>({
    method: 'POST',
    path: '/access/managed/end',
    link: 'manage',
    bodyless: true,
    errors: ['link_invalid', 'invalid_state_transition'],
  }),
  /**
   * By the link in the confirmation: takes it back, and all others of this access, and mails a new one to whoever
   * answered for the client. For a link that was passed on by mistake.
   */
  replaceManagedLink: route<typeof schema.replaceManagedLink>({
    method: 'POST',
    path: '/access/managed/replace-link',
    link: 'manage',
    bodyless: true,
    errors: ['link_invalid'],
  }),
  /** By the link in the confirmation: the newest signed receipt of a grant. */
  managedReceipt: route<typeof schema.managedReceipt>({
    method: 'GET',
    path: '/access/managed/receipts/{id}',
    link: 'manage',
    errors: ['link_invalid'],
  }),
}

import type { TemplateName } from '../mail-data.ts'
import { accessChanged } from './access-changed.ts'
import { accessConfirmed } from './access-confirmed.ts'
import { accessEnded } from './access-ended.ts'
import { accessFailed } from './access-failed.ts'
import { accessOverdue } from './access-overdue.ts'
import { accessRequest, requestReminder } from './access-request.ts'
import { accessPaused, accessResumed, switchChanged } from './access-switch.ts'
import { accessExpiring, accessExtended } from './access-time.ts'
import { levelVersionOffered } from './level-version-offered.ts'
import { manageLink } from './manage-link.ts'
import { renewalAsked } from './renewal-asked.ts'
import { requestCanceled } from './request-canceled.ts'
import { requestDeclined } from './request-declined.ts'
import { requestExpired } from './request-expired.ts'
import { suggestionSent } from './suggestion-sent.ts'
import type { Template } from './template.ts'

/** Every mail that the server writes. */
export const templates: { readonly [T in TemplateName]: Template<T> } = {
  access_request: accessRequest,
  request_reminder: requestReminder,
  request_canceled: requestCanceled,
  request_declined: requestDeclined,
  request_expired: requestExpired,
  renewal_asked: renewalAsked,
  access_confirmed: accessConfirmed,
  access_failed: accessFailed,
  access_overdue: accessOverdue,
  access_ended: accessEnded,
  access_expiring: accessExpiring,
  access_extended: accessExtended,
  access_paused: accessPaused,
  access_resumed: accessResumed,
  switch_changed: switchChanged,
  access_changed: accessChanged,
  manage_link: manageLink,
  level_version_offered: levelVersionOffered,
  suggestion_sent: suggestionSent,
}

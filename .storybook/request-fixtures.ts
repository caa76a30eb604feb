import { accessGrants, accessLevels, accessRequests, type AccessLevel, type AccessRequest } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { aPage, mock } from '@clientele/mocks'
import type { HttpHandler } from 'msw'

const day = 86_400_000
/** A moment so many days from now, as the API writes it. */
export const inDays = (days: number) => new Date(Date.now() + days * day).toISOString()

const allowed = { allowed: true }
/** As far as a state of a request goes, nothing can be done. */
const over = (state: string) => ({
  allowed: false,
  code: 'invalid_state_transition',
  data: { state, allowed: [] },
})

/** A request that was sent yesterday and waits, or as the story needs it. */
export function aRequest(given: Partial<AccessRequest> = {}): AccessRequest {
  const { status = 'pending' } = given
  const isAskedAgain = status === 'declined' || status === 'expired'
  return {
    ...examples.accessRequests.get.output,
    delivery: { state: 'delivered', at: inDays(-1), detail: null },
    sentAt: inDays(-1),
    createdAt: inDays(-1),
    updatedAt: inDays(-1),
    expiresAt: inDays(13),
    copyableLink: status === 'pending' ? (examples.accessRequests.get.output.copyableLink ?? null) : null,
    actions: {
      send: over(status),
      resend: status === 'pending' || isAskedAgain ? allowed : over(status),
      remind: status === 'pending' ? allowed : over(status),
      cancel: status === 'pending' ? allowed : over(status),
    },
    ...given,
  }
}

/** The API with one request, which is also the last one of its client. */
export function answersWith(given: Partial<AccessRequest> = {}): HttpHandler[] {
  const request = aRequest(given)
  return [
    mock(accessRequests.get, request),
    mock(accessRequests.list, aPage([request])),
    mock(accessRequests.resend, ({ input: { recipientEmail = request.recipientEmail } }) =>
      aRequest({ ...given, recipientEmail, status: 'pending', attempt: 2, sentAt: inDays(0) }),
    ),
    mock(accessRequests.remind, { ...request, remindedAt: [inDays(0)] }),
    mock(
      accessRequests.cancel,
      aRequest({ ...given, status: 'canceled', actions: aRequest({ status: 'canceled' }).actions }),
    ),
    mock(accessGrants.get, { ...examples.accessGrants.get.output, status: 'activating' }),
  ]
}

const [manage, purchase] = examples.accessLevels.list.output.data as [AccessLevel, AccessLevel]
export { manage, purchase }

/** Levels in the place of those that the examples have. */
export function levels(...shown: AccessLevel[]): HttpHandler {
  return mock(accessLevels.list, aPage(shown))
}

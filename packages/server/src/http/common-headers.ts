const exposed = 'ETag, Idempotency-Replayed, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'

/**
 * What every answer carries. Calls come without credentials and name their session themselves, so every origin may ask;
 * the session decides.
 */
export function commonHeaders(requestId: string): Record<string, string> {
  return {
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposed,
    'x-content-type-options': 'nosniff',
  }
}

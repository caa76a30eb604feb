import type { Role } from '@clientele/contract'
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose'
import type { Tx } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import type { SigningKeys } from './signing-keys.ts'

/** What a widget session's token says: who, never what they may do. */
export interface SessionClaims {
  keyId: string
  accountId: string
  role: Role
  viewer: { id: string; name?: string | undefined; email?: string | undefined }
  origins: readonly string[]
  /** Clients, as the host says. */
  administers?: readonly string[] | undefined
  identityKind?: 'managed' | 'consumer' | undefined
  /** Milliseconds since 1970, or nothing where the host did not say. */
  authenticatedAt?: number | undefined
}

const issuer = 'clientele'

/** Signs a token (JWT, HS256: nobody but our servers reads it). */
export async function signSession(
  claims: SessionClaims,
  key: { kid: string; secret: Buffer },
  now: Date,
  expiresAt: Date,
): Promise<string> {
  return new SignJWT({ clientele: claims })
    .setProtectedHeader({ alg: 'HS256', kid: key.kid })
    .setIssuer(issuer)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(key.secret)
}

/** The claims of a token that was signed here and is not over. Wants a transaction in system scope. */
export async function readSession(tx: Tx, token: string, keys: SigningKeys, now: Date): Promise<SessionClaims> {
  const kid = kidOf(token)
  const secret = kid === undefined ? undefined : await keys.byId(tx, kid)
  if (!secret) throw unknownToken()
  try {
    const { payload } = await jwtVerify<{ clientele: SessionClaims }>(token, secret, {
      issuer,
      algorithms: ['HS256'],
      currentDate: now,
    })
    return payload.clientele
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new Refusal('session_expired', 'The session is over. Ask the host for a new token.', { cause: error })
    }
    throw unknownToken(error)
  }
}

function kidOf(token: string): string | undefined {
  try {
    const { kid } = decodeProtectedHeader(token)
    // whoever made the token chose this, and it goes into a statement
    return /^sgk_\w{26}$/.test(String(kid)) ? kid : undefined
  } catch {
    return undefined
  }
}

function unknownToken(cause?: unknown): Refusal {
  return new Refusal(
    'unauthenticated',
    'The token was not made here or was changed. Send an API key or a session token.',
    {
      cause,
    },
  )
}

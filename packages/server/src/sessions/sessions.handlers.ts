import type { sessions } from '@clientele/contract'
import { requireRoleAt } from '../api-keys/api-keys.handlers.ts'
import { signSession } from '../auth/session-token.ts'
import type { Handlers } from '../handler.ts'
import { Refusal, refuseInvalid } from '../refusal.ts'

const defaultSeconds = 900

export const sessionHandlers: Handlers<typeof sessions> = {
  async create(call, tx) {
    const { accountId, viewer, role, origins, authenticatedAt, administers, identityKind } = call.input
    if (call.caller.kind !== 'api_key') {
      throw new Refusal(
        'permission_denied',
        'A widget session cannot make another one. Call this from the backend, with its API key.',
        {
          data: { right: 'sessions.create' },
        },
      )
    }
    await requireRoleAt(tx, call.caller, role, accountId)
    refuseInvalid(
      authenticatedAt !== undefined && new Date(authenticatedAt) > call.now
        ? [{ pointer: '/authenticatedAt', code: 'invalid_choice', detail: 'The sign-in lies in the future.' }]
        : [],
    )
    const expiresAt = new Date(call.now.getTime() + (call.input.expiresIn ?? defaultSeconds) * 1000)
    const key = await tx.asSystem(() => call.signingKeys.current(tx, call.now))
    const claims = {
      keyId: call.caller.keyId,
      accountId,
      role,
      viewer,
      origins,
      administers,
      identityKind,
      authenticatedAt: authenticatedAt === undefined ? undefined : Date.parse(authenticatedAt),
    }
    return { token: await signSession(claims, key, call.now, expiresAt), expiresAt: expiresAt.toISOString() }
  },
}

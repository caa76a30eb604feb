import { createHmac, randomBytes } from 'node:crypto'
import type { MasterKey } from '../auth/master-key.ts'
import type { webhookEndpoints } from '../database/delivery.schema.ts'

/** As an endpoint's row holds them, newest first. */
type Secrets = (typeof webhookEndpoints.$inferSelect)['secrets']

// each costs a signature in every message, and receivers look at a few
const most = 5

/** A new secret as its holder gets it, and as it is stored. */
export function newWebhookSecret(master: MasterKey): { secret: string; stored: Secrets[number] } {
  const bytes = randomBytes(32)
  const stored = { sealed: master.seal(bytes).toString('base64'), expiresAt: null }
  return { secret: `whsec_${bytes.toString('base64')}`, stored }
}

/** Puts a secret in the place of those before it, which sign until then as well, and no longer than they would have. */
export function replaceSecrets(old: Secrets, fresh: Secrets[number], now: Date, until: Date): Secrets {
  const ending = old.map(({ sealed, expiresAt }) => ({
    sealed,
    expiresAt: expiresAt !== null && new Date(expiresAt) < until ? expiresAt : until.toISOString(),
  }))
  return liveSecrets([fresh, ...ending], now).slice(0, most)
}

export function liveSecrets(secrets: Secrets, now: Date): Secrets {
  return secrets.filter(({ expiresAt }) => expiresAt === null || new Date(expiresAt) > now)
}

/** The headers of a message by Standard Webhooks 1.0, signed with every secret that is live. */
export function signedHeaders(
  message: { id: string; body: string; now: Date },
  secrets: Secrets,
  master: MasterKey,
): Record<string, string> {
  const timestamp = String(Math.floor(message.now.getTime() / 1000))
  const signatures = liveSecrets(secrets, message.now).map(({ sealed }) => {
    const key = master.open(Buffer.from(sealed, 'base64'))
    const signed = `${message.id}.${timestamp}.${message.body}`
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  })
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

import { createHash, randomBytes } from 'node:crypto'

const prefix = 'ck_'

/** A new secret of 256 random bits. */
export function newSecret(): string {
  return prefix + randomBytes(32).toString('base64url')
}

export function isSecretKey(token: string): boolean {
  return token.startsWith(prefix)
}

/** What is stored. A plain hash will do: there is nothing to guess in 256 random bits. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Enough to tell keys apart, too little to help anybody. */
export function hintOf(secret: string): string {
  return secret.slice(0, prefix.length + 5)
}

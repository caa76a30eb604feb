import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../database/open.ts'

/** Seals what lies in the database but must not be readable there. AES-256-GCM. */
export interface MasterKey {
  seal(secret: Buffer): Buffer
  open(sealed: Buffer): Buffer
}

/** The key from the options; else one kept in the embedded database's folder; in memory a passing one. */
export async function loadMasterKey(
  given: string | undefined,
  database: Database,
  embedded: boolean,
): Promise<MasterKey> {
  if (given !== undefined) return masterKey(Buffer.from(given, 'base64'))
  if (database.folder !== undefined) return masterKey(await keyInFolder(database.folder))
  if (embedded) return masterKey(randomBytes(32))
  throw new Error(
    'Clientele: no master key was given. Servers on one PostgreSQL share signing keys, sealed with a key that must not lie ' +
      'in the database. Set CLIENTELE_MASTER_KEY (or the option masterKey) to 32 random bytes in base64, as made by: node -p "crypto.randomBytes(32).toString(\'base64\')"',
  )
}

async function keyInFolder(folder: string): Promise<Buffer> {
  const file = join(folder, 'master.key')
  try {
    await writeFile(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64')
}

function masterKey(key: Buffer): MasterKey {
  if (key.length !== 32) {
    throw new Error(
      `Clientele: the master key has ${key.length} bytes, but sealing needs 32. Give 32 random bytes in base64 (44 characters).`,
    )
  }
  return {
    seal: (secret) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    open: (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(-16))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
      } catch (error) {
        throw new Error(
          'Clientele: the signing keys in the database were sealed with another master key. Start the server with the one it was set up with.',
          { cause: error },
        )
      }
    },
  }
}

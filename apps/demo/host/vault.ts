import type { Role } from '@clientele/contract'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ResellerKey } from './accounts.ts'

/** What the host has to remember from one start to the next: the secrets it was shown once, and how far seeding came. */
interface VaultContent {
  platform?: { accountId: string; secret: string }
  resellers: Partial<Record<ResellerKey, { accountId: string; keys: Partial<Record<Role, string>> }>>
  /** Seals signing keys where the database is not the embedded one. */
  masterKey?: string
  isSeeded: boolean
  /** How far the demo's clock was moved forward, in milliseconds. */
  clockAhead: number
  /** The clients whose own desk somebody has sat at, so that it is offered again. */
  desks: string[]
}

const empty: VaultContent = { resellers: {}, isSeeded: false, clockAhead: 0, desks: [] }

/** Where the secrets are kept, as a host would keep them in a store for secrets. */
export interface Vault {
  readonly content: VaultContent
  /** Writes `content` as it is now. */
  save(): Promise<void>
}

/** A vault in a file that its owner alone may read; without a file it lasts as long as the process. */
export async function openVault(file: string | undefined): Promise<Vault> {
  const content = { ...structuredClone(empty), ...(file === undefined ? {} : await readVault(file)) }
  return {
    content,
    async save() {
      if (file === undefined) return
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      // a process that is killed while it writes leaves the old file
      await writeFile(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
      await rename(`${file}.new`, file)
    },
  }
}

async function readVault(file: string): Promise<Partial<VaultContent>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<VaultContent>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`The demo's keys in ${file} cannot be read. Delete the folder ${dirname(file)} to begin anew.`, {
      cause: error,
    })
  }
}

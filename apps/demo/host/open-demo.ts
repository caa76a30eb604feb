import { createServer, demoConnector, type Clock, type Connector } from '@clientele/server'
import { createHash, randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { keyHolder } from './key-holder.ts'
import { seedAccess } from '../seed/seed-access.ts'
import { seedClients } from '../seed/seed-clients.ts'
import { seedResellers } from '../seed/seed-resellers.ts'
import { platformName } from './accounts.ts'
import { demoClock } from './demo-clock.ts'
import { createHost, type HostApp } from './host-app.ts'
import { openVault, type Vault } from './vault.ts'

export interface DemoOptions {
  /** Where database and keys are kept. `undefined` keeps nothing: everything ends with the process. */
  folder: string | undefined
  /** Where the panel is, as in `http://127.0.0.1:5173`: links in mails lead there. */
  address: string
  /** A PostgreSQL to use in place of the embedded one in the folder. */
  postgres?: string
  /** Milliseconds that the vendor takes for an answer. @default 250 */
  vendorDelay?: number
  /** @default a console line for each step of the first start */
  say?: (line: string) => void
}

/** The hosting company of the demo: its API server, filled, and its backend. */
export interface Demo extends HostApp {
  close(): Promise<void>
}

/** Opens the demo: on the first start it makes the platform, two resellers with a third below, and 200 clients, some of
 * whom have allowed access. */
export async function openDemo(options: DemoOptions): Promise<Demo> {
  const { folder, address, postgres, vendorDelay = 250, say = () => {} } = options
  const vault = await openVault(folder === undefined ? undefined : join(folder, vaultName(postgres)))
  const clock = demoClock(vault)
  const present = presentWorld(vendorDelay, clock)
  let world: World = present
  const server = createServer({
    database: postgres ?? (folder === undefined ? 'memory:' : resolve(folder, 'database')),
    ...(postgres === undefined ? {} : { masterKey: await masterKey(vault) }),
    clock: { now: () => world.clock.now() },
    connector: {
      eligibility: (candidate, asking) => world.connector.eligibility(candidate, asking),
      domain: (domain, asking) => world.connector.domain(domain, asking),
      apply: (wanted, asking) => world.connector.apply(wanted, asking),
    },
  })
  try {
    await server.start()
    if (!vault.content.isSeeded) {
      say('First start: making the platform, its resellers and 200 clients …')
      const past = pastWorld()
      world = past
      await bootstrapOnce(server, vault)
      await pointLinksAt(address, server, vault)
      await seedResellers(server, vault)
      await seedClients(server, vault, past.travelTo)
      await seedAccess(server, vault, past.travelTo)
      world = present
      vault.content.isSeeded = true
      await vault.save()
    }
    await pointLinksAt(address, server, vault)
    return { ...createHost(server, vault, clock), close: () => server.close() }
  } catch (error) {
    await server.close()
    throw error
  }
}

interface World {
  clock: Clock
  connector: Connector
}

/** Changes of access take the vendor most of an hour, on the clock that can be moved. */
const propagationDelay = 40 * 60_000

function presentWorld(vendorDelay: number, clock: Clock): World {
  return { clock, connector: demoConnector({ delay: vendorDelay, propagationDelay, clock }) }
}

/** Where seeding takes place: years ago, and with a vendor that answers at once. */
function pastWorld(): World & { travelTo: (daysAgo: number) => void } {
  const day = 86_400_000
  let time = Date.now() - 3 * 365 * day
  return {
    clock: { now: () => new Date(time) },
    connector: demoConnector(),
    travelTo: (daysAgo) => (time = Date.now() - daysAgo * day),
  }
}

async function bootstrapOnce(server: ReturnType<typeof createServer>, vault: Vault): Promise<void> {
  const made = await server.bootstrap({ name: platformName })
  if (made) {
    vault.content.platform = made
    await vault.save()
  } else if (!vault.content.platform) {
    throw new Error(
      'The database has a platform already, and its key is not among those of the demo, which cannot be shown again. ' +
        'Give the demo an empty database, or delete apps/demo/.data where it is the embedded one.',
    )
  }
}

/** Links in mails lead to our own pages, and those may have another port today. */
async function pointLinksAt(address: string, server: ReturnType<typeof createServer>, vault: Vault): Promise<void> {
  const platform = keyHolder(server, vault.content.platform?.secret)
  await platform.settings.update({
    links: { requestUrl: `${address}/access`, manageUrl: `${address}/access/manage` },
  })
}

/** Each database has keys of its own. */
function vaultName(postgres: string | undefined): string {
  if (postgres === undefined) return 'keys.json'
  return `keys-${createHash('sha256').update(postgres).digest('hex').slice(0, 12)}.json`
}

async function masterKey(vault: Vault): Promise<string> {
  vault.content.masterKey ??= randomBytes(32).toString('base64')
  await vault.save()
  return vault.content.masterKey
}

import type { Role } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import { openTestServer, type TestServer } from './test-server.ts'

/** A way in for one role of one account. */
interface TestCaller extends Clientele {
  secret: string
  accountId: string
  role: Role
}

/**
 * A platform with its people:
 *
 *     platform ─┬─ north ── below
 *               └─ south
 */
export interface TestPlatform extends TestServer {
  admin: TestCaller
  support: TestCaller
  north: { id: string; owner: TestCaller; manager: TestCaller; sales: TestCaller; support: TestCaller }
  /** A reseller below north. */
  below: { id: string; owner: TestCaller; sales: TestCaller }
  /** A stranger to the other two. */
  south: { id: string; owner: TestCaller; sales: TestCaller }
  /** Makes a key, as the platform. */
  key: (accountId: string, role: Role) => Promise<TestCaller>
}

export async function openTestPlatform(options?: Parameters<typeof openTestServer>[0]): Promise<TestPlatform> {
  const test = await openTestServer(options)
  const platform = test.as(test.platform.secret)
  const key = async (accountId: string, role: Role): Promise<TestCaller> => {
    const { secret } = await platform.apiKeys.create({ accountId, role, name: role })
    return { ...test.as(secret), secret, accountId, role }
  }
  const north = await platform.resellers.create({
    displayName: 'North',
    publicIdentifier: 'north',
    defaults: { languageCode: 'de', regionCode: 'DE' },
  })
  const south = await platform.resellers.create({ displayName: 'South', publicIdentifier: 'south' })
  const below = await platform.resellers.create({
    displayName: 'Below',
    publicIdentifier: 'below',
    parentId: north.id,
  })
  const admin: TestCaller = {
    ...platform,
    secret: test.platform.secret,
    accountId: test.platform.id,
    role: 'platform_admin',
  }
  return {
    ...test,
    admin,
    support: await key(test.platform.id, 'platform_support'),
    north: {
      id: north.id,
      owner: await key(north.id, 'reseller_owner'),
      manager: await key(north.id, 'reseller_manager'),
      sales: await key(north.id, 'reseller_sales'),
      support: await key(north.id, 'reseller_support'),
    },
    below: {
      id: below.id,
      owner: await key(below.id, 'reseller_owner'),
      sales: await key(below.id, 'reseller_sales'),
    },
    south: {
      id: south.id,
      owner: await key(south.id, 'reseller_owner'),
      sales: await key(south.id, 'reseller_sales'),
    },
    key,
  }
}

import type { Capability } from '@clientele/contract'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noConnector, type WantedAccess } from '../connector/connector.ts'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { granted } from '../testing/granting.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const asked: WantedAccess[] = []
const platform = await openTestPlatform({
  connector: {
    ...noConnector,
    apply: async (wanted) => {
      asked.push(wanted)
      return 'in_effect'
    },
  },
})
const { admin, north, server, key, sql } = platform
const texts = { en: { name: 'Console', summary: 'The reseller works in the console.', can: [], cannot: [] } }
const start: Capability[] = ['console.users', 'console.groups']

beforeAll(() => setPages(platform))
beforeEach(() => publish(start))

function publish(capabilities: Capability[]) {
  const level = { family: 'console' as const, rank: 10, capabilities, texts, selectable: true }
  return admin.accessLevels.publish({ key: 'console_standard' }, level)
}

/** A client whose grant is in effect at the vendor; nothing is on its way. */
async function inEffect() {
  const { id } = await north.owner.clients.create(quick())
  const { grantId } = await granted(platform, north.owner, id, { level: 'console_standard' })
  await server.runDue()
  asked.length = 0
  return { id, grantId, client: await key(id, 'client_admin') }
}

describe('a level that is narrowed', () => {
  test('N5: is brought to the vendor for each grant that loses something', async () => {
    const { id, grantId } = await inEffect()
    await publish(['console.users'])
    expect((await admin.propagations.list({ clientId: id, state: ['pending'] })).data).toMatchObject([
      { target: 'grant', targetId: grantId, wanted: true },
    ])
    await server.runDue()
    expect(asked.filter(({ targetId }) => targetId === grantId)).toMatchObject([
      { clientId: id, target: 'grant', on: true, capabilities: ['console.users'] },
    ])
    expect((await admin.propagations.list({ clientId: id, state: ['pending'] })).data).toEqual([])
  })

  test('takes the place of what is on its way to the vendor with more', async () => {
    const { id, grantId, client } = await inEffect()
    const wider = await publish([...start, 'console.devices'])
    await client.accessGrants.acceptVersion(grantId, { level: wider.id })
    await publish(['console.users', 'console.devices'])
    const states = (await admin.propagations.list({ clientId: id })).data
      .filter(({ target }) => target === 'grant')
      .map(({ state }) => state)
    expect(states).toEqual(['in_sync', 'superseded', 'pending'])
    await server.runDue()
    expect(asked.filter(({ targetId }) => targetId === grantId).map(({ capabilities }) => capabilities)).toEqual([
      ['console.users', 'console.devices'],
    ])
  })

  test('brings nothing to the vendor for grants that lose nothing', async () => {
    const { id } = await inEffect()
    await publish([...start, 'console.devices'])
    await publish(start)
    expect((await admin.propagations.list({ clientId: id, state: ['pending'] })).data).toEqual([])
  })

  test('is brought to the vendor for every client', async () => {
    const many = 1_100
    await sql(
      `insert into access_grants (id, client_id, reseller_id, level_key, level_version, family, capabilities, scope, source,
         status, created_at, updated_at)
       select 'agr_each' || n, 'acc_each' || n, $1, 'console_standard', 1, 'console', $2, '{"kind":"all"}', 'request', 'active',
         now(), now() from generate_series(1, $3) n`,
      [north.id, start, many],
    )
    await publish(['console.groups'])
    const [found] = await sql<{ count: number }>(
      `select count(distinct target_id)::int as count from propagations
        where target_id like 'agr_each%' and wanted and state = 'pending'`,
    )
    expect(found?.count).toBe(many)
    await sql(`delete from propagations where target_id like 'agr_each%'`)
    await sql(`delete from access_grants where id like 'agr_each%'`)
  })
})

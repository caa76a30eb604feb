import { beforeAll, describe, expect, test } from 'vitest'
import { organization, quick, team } from '../testing/client-inputs.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, south, below } = await openTestPlatform()
const ids: Record<string, string> = {}

const records = {
  mueller: quick({ person: { firstName: 'Jürgen', lastName: 'Müller-Lüdenscheidt' }, company: 'Bäckerei Groß' }),
  strasse: quick({ company: 'Straßenbau Łódź' }),
  winery: organization({
    name: 'Weingut Sonnenberg',
    primaryDomain: 'müller-wein.example.com',
    primaryEmail: 'kontakt@müller-wein.example.com',
    secondaryEmail: 'Martha.Sonnenberg+wein@post.example.org',
    admin: { firstName: 'Martha', lastName: 'Sonnenberg' },
  }),
  tokyo: quick({ company: '東京都港湾局', person: { firstName: 'はなこ', lastName: 'やまだ' } }),
  beijing: team({ name: '北京大学出版社' }),
  bangkok: quick({ company: 'ร้านอาหารไทย' }),
  hidden: quick({ company: 'Zero\u200BWidth O’Neill' }),
}

beforeAll(async () => {
  for (const [name, input] of Object.entries(records)) ids[name] = (await north.owner.clients.create(input)).id
})

/** The records that a search finds, by the names above. */
async function found(q: string, caller = north.owner): Promise<string[]> {
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]))
  const clients = await caller.clients.list({ q }).toArray({ limit: 100 })
  expect(new Set(clients.map(({ id }) => id)).size).toBe(clients.length)
  return clients.map(({ id }) => names[id] ?? '?').toSorted()
}

describe('a search', () => {
  test.each([
    ['mül', ['mueller', 'winery']],
    ['MUL', ['mueller', 'winery']],
    ['jurgen', ['mueller']],
    ['lüdenscheidt', ['mueller']],
    ['gross', ['mueller']],
    ['Groß', ['mueller']],
    ['strassen', ['strasse']],
    ['STRASSEN', ['strasse']],
    ['lodz', ['strasse']],
    ['zerowidth', ['hidden']],
    ['neill', ['hidden']],
    ['üdenscheidt', []],
    ['nothing like it', []],
  ])('for %s finds words that begin with it, whatever case and accents: %j', async (q, names) => {
    expect(await found(q)).toEqual(names)
  })

  test.each([
    ['müller-wein.example.com', ['winery']],
    ['xn--mller-wein-9db.example.com', ['winery']],
    ['kontakt@müller', ['winery']],
    ['martha.sonnenberg+wein', ['winery']],
    ['post.example.org', ['winery']],
  ])('for %s finds domains and addresses by their parts', async (q, names) => {
    expect(await found(q)).toEqual(names)
  })

  test.each([
    ['東京', ['tokyo']],
    ['京都', ['tokyo']],
    ['局', ['tokyo']],
    ['港湾局', ['tokyo']],
    ['京', ['beijing', 'tokyo']],
    ['大学', ['beijing']],
    ['大社', []],
    ['やまだ', ['tokyo']],
    ['ไทย', ['bangkok']],
  ])('for %s finds text in scripts without spaces', async (q, names) => {
    expect(await found(q)).toEqual(names)
  })

  test('wants every word, in any order', async () => {
    expect(await found('wein sonn')).toEqual(['winery'])
    expect(await found('  sonn   WEIN ')).toEqual(['winery'])
    expect(await found('sonn mueller')).toEqual([])
    expect(await found('jurgen gross')).toEqual(['mueller'])
  })

  test('finds a client by its id, or the beginning of it', async () => {
    const id = ids['winery'] ?? ''
    expect(await found(id)).toEqual(['winery'])
    expect(await found(id.toLowerCase())).toEqual(['winery'])
  })

  test('gives each client once, however many of its words match', async () => {
    const { id } = await south.owner.clients.create(
      quick({ company: 'Anna Annas Annabelle', person: { firstName: 'Anna', lastName: 'Annasdottir' } }),
    )
    for (const sort of [undefined, 'name', '-createdAt'] as const) {
      const { data, total } = await south.owner.clients.list({ q: 'ann', include: ['total'], ...(sort && { sort }) })
      expect(data.map((client) => client.id)).toEqual([id])
      expect(total).toEqual({ count: 1, accuracy: 'exact' })
    }
  })

  test('finds nothing by what is internal', async () => {
    await south.owner.clients.create(
      quick({ company: 'Plain', tags: ['topsecret'], description: 'whisper', metadata: { k: 'murmur' } }),
    )
    for (const q of ['topsecret', '#topsecret', 'whisper', 'murmur'])
      expect((await south.owner.clients.list({ q })).data).toEqual([])
  })

  test('R81 R82: finds the clients of the caller’s own tree', async () => {
    expect(await found('mul', north.sales)).toEqual(['mueller', 'winery'])
    expect(await found('mul', admin)).toEqual(['mueller', 'winery'])
    expect(await found('mul', below.owner)).toEqual([])
    expect(await found('mul', south.owner)).toEqual([])
  })
})

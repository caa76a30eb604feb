import { describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, support, north, south, below, key } = await openTestPlatform()

describe('the description of a client', () => {
  test('R90 R79: is set, changed and taken away', async () => {
    const { id, description } = await north.owner.clients.create(quick())
    expect(description).toBeNull()
    for (const text of ['Calls on Mondays.\nNot before ten.', 'Moved.', null]) {
      expect((await north.owner.clients.setDescription(id, { text })).description).toBe(text)
      expect((await north.owner.clients.get(id)).description).toBe(text)
    }
  })

  test('R94: can be given when the client is added', async () => {
    const { id } = await north.sales.clients.create(quick({ description: 'Met at the fair.' }))
    expect((await north.owner.clients.get(id)).description).toBe('Met at the fair.')
  })

  test('R91: stands in the list', async () => {
    const { id } = await south.owner.clients.create(quick({ company: 'Listed', description: 'Beneath the name.' }))
    const { data } = await south.sales.clients.list({ q: 'listed' })
    expect(data).toEqual([expect.objectContaining({ id, description: 'Beneath the name.' })])
  })

  test('R90: is plain text of at most 2,000 characters', async () => {
    const { id } = await north.owner.clients.create(quick())
    expect(await fieldsOf(north.owner.clients.setDescription(id, { text: 'x'.repeat(2001) }))).toEqual([
      '/text too_long',
    ])
    expect(await fieldsOf(north.owner.clients.setDescription(id, { text: 'bell \u0007' }))).toEqual([
      '/text invalid_format',
    ])
    expect((await north.owner.clients.setDescription(id, { text: '<b>a</b>\r\nb' })).description).toBe('<b>a</b>\nb')
  })
})

describe('who describes', () => {
  test('R92: the platform sees and edits its own and those of resellers', async () => {
    const { id } = await below.owner.clients.create(quick({ description: 'By below.' }))
    await north.owner.clients.setDescription(id, { text: 'By north.' })
    const seen = await support.clients.setDescription(id, { text: 'By the platform.' })
    expect(seen.description).toBe('By the platform.')
    expect(seen.otherDescriptions).toEqual([
      { account: { id: north.id, name: 'North' }, text: 'By north.' },
      { account: { id: below.id, name: 'Below' }, text: 'By below.' },
    ])
    const edited = await admin.clients.setDescription(id, { text: 'Corrected.', accountId: below.id })
    expect(edited).toMatchObject({
      description: 'By the platform.',
      otherDescriptions: [{ text: 'By north.' }, { text: 'Corrected.' }],
    })
    expect((await below.owner.clients.get(id)).description).toBe('Corrected.')
  })

  test('R93: a reseller sees its own and those below, never those above', async () => {
    const { id } = await below.owner.clients.create(quick({ description: 'By below.' }))
    await admin.clients.setDescription(id, { text: 'By the platform.' })
    await north.manager.clients.setDescription(id, { text: 'By north.' })
    expect(await north.owner.clients.get(id)).toMatchObject({
      description: 'By north.',
      otherDescriptions: [{ account: { id: below.id }, text: 'By below.' }],
    })
    expect(await below.owner.clients.get(id)).toMatchObject({ description: 'By below.', otherDescriptions: [] })
    for (const accountId of [admin.accountId, north.id, south.id]) {
      expect(await fieldsOf(below.owner.clients.setDescription(id, { text: 'Not mine', accountId }))).toEqual([
        '/accountId invalid_choice',
      ])
    }
  })

  test('R93: a reseller describes its own clients only', async () => {
    const { id } = await north.owner.clients.create(quick())
    for (const stranger of [south.owner, below.owner]) {
      expect(await refusalOf(stranger.clients.setDescription(id, { text: 'Mine?' }))).toMatchObject({
        status: 404,
        code: 'not_found',
      })
    }
    expect((await north.support.clients.setDescription(id, { text: 'Staff may.' })).description).toBe('Staff may.')
  })

  test('R96: the client never sees one, nor anything else that is kept about it', async () => {
    const { id } = await north.owner.clients.create(
      quick({
        description: 'Pays late.',
        tags: ['slow'],
        metadata: { rank: 'C' },
        externalIds: [{ system: 'crm', id: 'C-1' }],
      }),
    )
    await admin.clients.setDescription(id, { text: 'Watch this one.' })
    for (const role of ['client_admin', 'client_user'] as const) {
      const itself = await key(id, role)
      const [own, [listed], changed] = [
        await itself.clients.get(id),
        (await itself.clients.list()).data,
        role === 'client_admin' ? await itself.clients.update(id, { phone: '+4930123456' }) : undefined,
      ]
      for (const seen of [own, listed, changed].filter((client) => client !== undefined)) {
        expect(seen.id).toBe(id)
        const internal = ['description', 'otherDescriptions', 'tags', 'externalIds', 'metadata']
        expect(Object.keys(seen).filter((field) => internal.includes(field))).toEqual([])
        expect(JSON.stringify(seen)).not.toMatch(/Pays late|Watch this|slow|C-1/)
      }
      expect(await codeOf(itself.clients.setDescription(id, { text: 'I pay!' }))).toBe('permission_denied')
      expect(await codeOf(itself.clients.list({ tags: ['slow'] }))).toBe('filter_invalid')
    }
  })
})

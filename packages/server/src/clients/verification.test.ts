import { describe, expect, test } from 'vitest'
import { organization, quick, team } from '../testing/client-inputs.ts'
import { fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, key } = await openTestPlatform()
const teamOnly = ['essentials_starter', 'enterprise_essentials']

describe('what can be ordered', () => {
  test('scenario 8: a team with the main suite is refused; after its domain is verified the suite can be ordered (R47 R49 R50)', async () => {
    expect(await fieldsOf(north.owner.clients.create(team({ productFamily: 'google_workspace' })))).toEqual([
      '/customerType team_type_not_allowed_for_product',
    ])
    const { id, orderableSkus } = await north.owner.clients.create(team({ primaryDomain: 'team-8.example.com' }))
    expect(orderableSkus).toEqual(teamOnly)
    const byMail = await admin.clients.setVerification(id, { verification: 'email_verified' })
    expect(byMail.orderableSkus).toEqual(teamOnly)
    const byDomain = await admin.clients.setVerification(id, { verification: 'domain_verified' })
    expect(byDomain.verification).toBe('domain_verified')
    expect(byDomain.orderableSkus).toEqual(
      expect.arrayContaining(['workspace_starter', 'workspace_archive', ...teamOnly]),
    )
  })

  test('R44: follows from the product family: what is managed in the same console', async () => {
    const suite = await north.owner.clients.create(organization({ productFamily: 'google_workspace' }))
    expect(suite.orderableSkus).toEqual(
      expect.arrayContaining(['workspace_starter', 'workspace_storage', 'cloud_identity_premium']),
    )
    expect(suite.orderableSkus).not.toContain('hosting_start')
    const hosting = await north.owner.clients.create(organization({ productFamily: 'hosting' }))
    expect(hosting.orderableSkus).toEqual(['hosting_start', 'hosting_pro'])
    // of a person nothing is known but the name: what is sold to people
    expect((await north.owner.clients.create(quick())).orderableSkus).toEqual(['hosting_start', 'hosting_pro'])
  })

  test('R49 R50: archiving waits for the domain', async () => {
    const { id, orderableSkus } = await north.owner.clients.create(organization())
    expect(orderableSkus).not.toContain('workspace_archive')
    const verified = await admin.clients.setVerification(id, { verification: 'domain_verified' })
    expect(verified.orderableSkus).toContain('workspace_archive')
  })
})

describe('R50: verification', () => {
  const next = ['email_verified', 'domain_verified'] as const
  const table: [from: string, withDomain: boolean, allowed: readonly string[]][] = [
    ['none', false, ['email_verified']],
    ['none', true, ['email_verified', 'domain_verified']],
    ['email_verified', false, []],
    ['email_verified', true, ['domain_verified']],
    ['domain_verified', true, []],
  ]

  test.each(table)('from %s (with a domain: %s) goes to %j', async (from, withDomain, allowed) => {
    for (const to of next) {
      const { id } = await north.owner.clients.create(team(withDomain ? { primaryDomain: 'any.example.com' } : {}))
      if (from !== 'none') await admin.clients.setVerification(id, { verification: from as 'email_verified' })
      const set = Promise.resolve(admin.clients.setVerification(id, { verification: to }))
      const end = await set.catch((error: unknown) => error)
      const refusal = { status: 409, code: 'invalid_state_transition', data: { state: from, allowed } }
      expect(end).toMatchObject(to === from || allowed.includes(to) ? { verification: to } : refusal)
    }
  })

  test('is recorded by the platform, never by who is verified or sells to them', async () => {
    const { id } = await north.owner.clients.create(organization())
    for (const caller of [north.owner, await key(id, 'client_admin')]) {
      expect(await refusalOf(caller.clients.setVerification(id, { verification: 'domain_verified' }))).toMatchObject({
        code: 'permission_denied',
        data: { right: 'clients.verify' },
      })
    }
  })

  test('of a domain is lost when the domain changes', async () => {
    const { id } = await north.owner.clients.create(organization())
    await admin.clients.setVerification(id, { verification: 'domain_verified' })
    const changes = { primaryDomain: 'new-home.example.com', primaryEmail: 'a@new-home.example.com' }
    expect(await north.owner.clients.update(id, changes)).toMatchObject({ verification: 'none' })
  })

  test('R47: a team that verified its domain may become a domain customer, and no other', async () => {
    const { id } = await north.owner.clients.create(
      team({ primaryDomain: 'grown.example.com', primaryEmail: 'a@grown.example.com' }),
    )
    const become = { customerType: 'domain', secondaryEmail: 'grown@mail.example.org' } as const
    expect(await fieldsOf(north.owner.clients.update(id, become))).toEqual(['/customerType customer_type_immutable'])
    await admin.clients.setVerification(id, { verification: 'domain_verified' })
    expect(await north.owner.clients.update(id, become)).toMatchObject({
      customerType: 'domain',
      verificationMethod: 'domain',
    })
    expect(await fieldsOf(north.owner.clients.update(id, { customerType: 'team' }))).toContain(
      '/customerType customer_type_immutable',
    )
  })
})

import type { Clientele } from '@clientele/sdk'
import { beforeAll, describe, expect, test } from 'vitest'
import { when } from '../mail/templates/phrases.ts'
import { asking, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, server, key, clock } = platform
const zone = 'America/New_York'
const supportEmail = 'help@eastern.example.net'
let eastern: Clientele

beforeAll(async () => {
  await setPages(platform)
  const { id } = await admin.resellers.create({
    displayName: 'Eastern',
    publicIdentifier: 'eastern',
    supportEmail,
    defaults: { timeZone: zone },
  })
  eastern = await key(id, 'reseller_owner')
})

describe('the time zone of a reseller', () => {
  test('is in what it is told', async () => {
    const { resellerId } = await switchedOff({ timeZone: 'Asia/Tokyo' })
    expect((await admin.resellers.get(resellerId)).defaults.timeZone).toBe(zone)
    expect(await textTo(supportEmail)).toContain(tomorrowIn(zone))
  })

  test('is in what its clients are told whose own is not known, and in what they are asked', async () => {
    const { mailbox, clientId } = await switchedOff({})
    expect(await textTo(mailbox)).toContain(tomorrowIn(zone))
    // R72: it is no choice of theirs
    expect((await eastern.clients.get(clientId)).timeZone).toBeNull()

    const { expiresAt } = await eastern.accessRequests.create(asking((await eastern.clients.create(quick())).id))
    const [asked] = (await server.mailbox.list()).filter(({ template }) => template === 'access_request')
    const text = (await server.mailbox.get(asked?.id ?? ''))?.body?.text
    expect(text).toContain(when(new Date(expiresAt ?? ''), 'en', zone))
  })

  test('gives way to the client’s own', async () => {
    const { mailbox } = await switchedOff({ timeZone: 'Asia/Tokyo' })
    expect(await textTo(mailbox)).toContain(tomorrowIn('Asia/Tokyo'))
  })
})

/** A client that has switched its access off, so that both sides are told until when that is everywhere. */
async function switchedOff(fields: { timeZone?: string }) {
  const mailbox = `switch-${fields.timeZone?.length ?? 0}-${clock.now().getTime()}@mail.example.org`
  const { id: clientId } = await eastern.clients.create(quick({ primaryEmail: mailbox }))
  if (fields.timeZone !== undefined) await eastern.clients.update(clientId, fields)
  const { grantId } = await granted(platform, eastern, clientId, { recipientEmail: mailbox })
  await carriedOut(platform, clientId)
  const { reseller } = await eastern.accessGrants.get(grantId)
  clock.move(day)
  const itself = await key(clientId, 'client_admin')
  await itself.access.save({ id: clientId, resellerId: reseller.id }, { allow: false })
  return { mailbox, clientId, resellerId: reseller.id }
}

const tomorrowIn = (timeZone: string) => when(new Date(clock.now().getTime() + day), 'en', timeZone)

async function textTo(email: string): Promise<string> {
  const mails = (await server.mailbox.list()).filter(
    ({ to, template }) => to.email === email && template === 'switch_changed',
  )
  return (await server.mailbox.get(mails[0]?.id ?? ''))?.body?.text ?? ''
}

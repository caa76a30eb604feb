import { afterEach, beforeEach, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { fieldsOf } from '../testing/refusal-of.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, support, north, clock, server, key } = await openTestPlatform()
const operatorEmail = 'operations@platform.example.org'

/** The vendor takes its time with a client's switch. */
async function switchedOn(company: string) {
  const { id } = await north.owner.clients.create(quick({ company }))
  const itself = await key(id, 'client_admin')
  const save = (allow: boolean) => itself.access.save({ id, resellerId: north.id }, { allow })
  await save(true)
  const observed = async (outcome: 'in_effect' | 'failed', detail?: string) => {
    const { data } = await admin.propagations.list({ clientId: id, state: ['pending'] })
    for (const one of data) await admin.propagations.observed(one.id, { outcome, ...(detail && { detail }) })
  }
  return { save, observed }
}

/** What was mailed to the operator, the newest first, and not replaced by a newer one. */
async function told() {
  const mails = (await server.mailbox.list()).filter(
    ({ to, state }) => to.email === operatorEmail && state !== 'dropped',
  )
  return Promise.all(
    mails.map(async ({ id, subject }) => ({ subject, text: (await server.mailbox.get(id))?.body?.text ?? '' })),
  )
}

beforeEach(async () => void (await admin.settings.update({ notify: { operatorEmail } })))

afterEach(async () => {
  // what is overdue is so for the next test too
  for (const one of await admin.propagations.list({ state: ['pending'] }).toArray({ limit: 100 })) {
    await admin.propagations.observed(one.id, { outcome: 'in_effect' })
  }
  clock.move(day)
})

test('N7: nobody is told of what is overdue unless the platform has named somebody', async () => {
  await admin.settings.update({ notify: { operatorEmail: null } })
  await switchedOn('Unwatched')
  clock.move(day)
  await server.runDue()
  expect(await told()).toEqual([])
})

test('the address has to be one', async () => {
  expect(await fieldsOf(admin.settings.update({ notify: { operatorEmail: 'nobody' } }))).toEqual([
    '/notify/operatorEmail email_invalid',
  ])
  // whoever changes the one leaves the other as it is
  const { notify } = await admin.settings.update({ notify: { off: ['access_paused'] } })
  expect(notify).toEqual({ off: ['access_paused'], operatorEmail })
})

test('the address is the platform’s alone to read', async () => {
  expect((await support.settings.get()).notify.operatorEmail).toBe(operatorEmail)
  expect((await north.owner.settings.get()).notify.operatorEmail).toBeNull()
})

test('N7: the operator is told once of what is overdue', async () => {
  const { observed } = await switchedOn('Late & Sons')
  clock.move(day - minute)
  await server.runDue()
  expect(await told()).toEqual([])
  clock.move(minute)
  await server.runDue()
  clock.move(day)
  await server.runDue()
  await observed('in_effect')
  const [mail, ...more] = await told()
  expect(more).toEqual([])
  expect(mail?.subject).toContain('Late & Sons')
  expect(mail?.text).toContain('North')
})

test('of many at a time, in one mail that says how many', async () => {
  const before = (await told()).length
  for (const name of ['First', 'Second', 'Third']) await switchedOn(name)
  clock.move(day)
  await server.runDue()
  clock.move(10 * minute)
  await server.runDue()
  const [newest, ...more] = await told()
  expect(newest?.subject).toContain('3 ')
  // the first went out at once, or gave its place to the last
  expect(more.length - before).toBeLessThanOrEqual(1)
})

test('what the vendor refuses to take away is told at once, with what it says', async () => {
  const { save, observed } = await switchedOn('Refused Off')
  await observed('in_effect')
  await save(false)
  await observed('failed', 'The seat is locked.')
  const [mail] = await told()
  expect(mail?.subject).toContain('Refused Off')
  expect(mail?.text).toContain('The seat is locked.')
})

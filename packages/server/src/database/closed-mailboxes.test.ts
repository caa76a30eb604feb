import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../migrations-folder.ts'
import { asking, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, clock, sql } = platform

/** The one statement of the migration that moves rows. */
async function backfill(): Promise<string> {
  const statements = (await readFile(join(migrationsFolder, '0011_closed-mailboxes.sql'), 'utf8')).split(
    '--> statement-breakpoint',
  )
  const [found = ''] = statements.filter((statement) => statement.includes('INSERT INTO "closed_mailboxes"'))
  return found
}

test('what lay with requests and mails before is kept for the mailbox; what was read in since is open', async () => {
  await setPages(platform)
  const told = async (recipientEmail: string, ...states: ('bounced' | 'complained' | 'opened')[]) => {
    for (const state of states) {
      const { id } = await north.owner.clients.create(quick())
      // as when nothing was remembered
      await sql('delete from closed_mailboxes')
      const request = await north.owner.accessRequests.create(asking(id, { recipientEmail }))
      clock.move(minute)
      await admin.accessRequests.reportDelivery(request.id, { state })
    }
  }
  await told('Gone+1@mail.example.org', 'bounced')
  await told('unwanted@mail.example.org', 'complained', 'bounced')
  await told('works@mail.example.org', 'bounced', 'opened')
  await told('annoyed@mail.example.org', 'complained', 'opened')
  await sql(`update mails set state = 'bounced' where to_email = 'gone+1@mail.example.org'`)
  await sql('delete from closed_mailboxes')
  await sql(await backfill())
  expect(await sql('select mailbox, reason, opened_at from closed_mailboxes order by mailbox')).toEqual([
    { mailbox: 'annoyed@mail.example.org', reason: 'complained', opened_at: null },
    { mailbox: 'gone+1@mail.example.org', reason: 'bounced', opened_at: null },
    { mailbox: 'unwanted@mail.example.org', reason: 'complained', opened_at: null },
  ])
})

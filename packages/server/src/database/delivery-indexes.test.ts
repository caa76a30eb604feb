import { expect, test } from 'vitest'
import { openTestPlatform } from '../testing/test-platform.ts'
import { transactions } from './transaction.ts'

const { database } = await openTestPlatform()

// row security lets an index be used by conditions alone that tell nothing of the rows: an expression is none
test.each([
  ['mails_by_mailbox', `select from mails where mailbox = mailbox_of('Ada+1@example.org') and created_at > now()`],
  [
    'mails_of_state',
    `select max(sent_at) from mails where state_of is not null and state_of = any('{x,y}') and state not in ('queued', 'dropped')`,
  ],
  ['mails_over', `select from mails where state <> 'queued' and created_at < now() order by created_at limit 1`],
  ['deliveries_over', 'select from webhook_deliveries where ended_at < now() order by ended_at limit 1'],
])('%s finds its rows without looking at the others', async (index, question) => {
  const transact = await transactions(database.pool)
  const plan = await transact({ reach: 'system' }, async (tx) => {
    await tx.query('set local enable_seqscan = off')
    await tx.query('set local enable_sort = off')
    return tx.query<{ 'QUERY PLAN': string }>(`explain ${question}`)
  })
  const lines = plan.map((row) => row['QUERY PLAN']).join('\n')
  expect(lines).toMatch(new RegExp(`Scan.* ${index} `))
  expect(lines).toMatch(/Index Cond/)
})

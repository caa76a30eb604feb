import { createClient, type Clientele } from '@clientele/sdk'
import type { ClienteleServer } from '@clientele/server'
import type { ResellerKey } from '../host/accounts.ts'
import { keyHolder } from '../host/key-holder.ts'
import { people } from '../host/people.ts'
import type { Vault } from '../host/vault.ts'
import { accessStories, type AccessStory } from './access-stories.ts'

const origin = 'http://demo.localhost'

/** Lets what has come to pass between clients and resellers come to pass, as far as it has not yet. */
export async function seedAccess(
  server: ClienteleServer,
  vault: Vault,
  travelTo: (daysAgo: number) => void,
): Promise<void> {
  const platform = keyHolder(server, vault.content.platform?.secret)
  for (const story of accessStories) {
    const seller = vault.content.resellers[story.reseller]
    const owner = keyHolder(server, seller?.keys.reseller_owner)
    const [client] = (await owner.clients.list({ q: story.client, limit: 1 })).data
    if (!client || !seller) throw new Error(`The demo has no client ${story.client} at ${story.reseller}.`)
    travelTo(story.askedDaysAgo)
    await sell(platform, client.id, seller.accountId, story)
    // a seeding that was stopped has done it already
    if (client.accessState === 'none') await ask(server, vault, client.id, story, travelTo)
    if (!vault.content.desks.includes(client.id)) vault.content.desks.push(client.id)
  }
  await vault.save()
}

async function sell(platform: Clientele, clientId: string, sellerId: string, { subscriptions }: AccessStory) {
  const { data: present } = await platform.subscriptions.list({ clientId })
  for (const { sku, seats, by } of subscriptions.slice(present.length)) {
    const soldById = by === 'reseller' ? sellerId : null
    await platform.subscriptions.record({ clientId, sku, seats, soldById })
  }
}

/** The reseller asks, and the client answers by the link in its mailbox. */
async function ask(
  server: ClienteleServer,
  vault: Vault,
  clientId: string,
  { reseller, asked, answer }: AccessStory,
  travelTo: (daysAgo: number) => void,
): Promise<void> {
  const { level, languageCode } = await (
    await ownerOf(server, vault, reseller)
  ).accessRequests.create({ clientId, ...asked })
  if (!answer) return
  const client = createClient({
    baseUrl: origin,
    link: await mailedLink(server, asked.recipientEmail),
    fetch: (sent) => server.fetch(sent),
  })
  travelTo(answer.daysAgo)
  if (answer.accept) await client.accessRequests.accept({ level, languageCode })
  else await client.accessRequests.decline({ reason: answer.reason ?? null })
  // the vendor of the past carries everything out at once
  await server.runDue()
}

/** The person who owns the reseller, as they sit in its panel: mails and lists name them. */
async function ownerOf(server: ClienteleServer, vault: Vault, reseller: ResellerKey): Promise<Clientele> {
  const person = people.find((one) => one.reseller === reseller && one.role === 'reseller_owner')
  const account = vault.content.resellers[reseller]
  if (!person || !account) throw new Error(`Nobody in the demo owns ${reseller}.`)
  const { id, name, email, role } = person
  const viewer = { id, name, email }
  const { token } = await keyHolder(server, account.keys.reseller_owner).sessions.create({
    accountId: account.accountId,
    viewer,
    role,
    origins: [origin],
  })
  return createClient({ baseUrl: origin, token, headers: { origin }, fetch: (sent) => server.fetch(sent) })
}

/** What follows the `#` of the link in the newest mail to somebody. */
async function mailedLink({ mailbox }: ClienteleServer, to: string): Promise<string> {
  const [newest] = (await mailbox.list()).filter((mail) => mail.to.email === to)
  const { body } = (newest && (await mailbox.get(newest.id))) ?? {}
  const [, token] = /#(cl_[\w-]+)/.exec(body?.text ?? '') ?? []
  if (token === undefined) throw new Error(`The demo's mailbox has no link for ${to}.`)
  return token
}

import type { AcceptedRequest, CreateAccessRequest } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import { asking, byLink, mailedToken } from './asking.ts'
import type { TestPlatform } from './test-platform.ts'

let asked = 0

/** A reseller asks, and the client accepts by the link in its mail. Wants `setPages`. */
export async function granted(
  platform: Pick<TestPlatform, 'server'>,
  reseller: Clientele,
  clientId: string,
  with_: Partial<CreateAccessRequest> = {},
): Promise<AcceptedRequest> {
  // a mailbox of its own, in which the newest mail is the one that is meant
  const recipientEmail = `client-${++asked}@mail.example.org`
  const { level, languageCode } = await reseller.accessRequests.create(asking(clientId, { recipientEmail, ...with_ }))
  const client = byLink(platform, await mailedToken(platform, with_.recipientEmail ?? recipientEmail))
  return client.accessRequests.accept({ level, languageCode })
}

/** The host has carried out whatever of a client's access is on its way. */
export async function carriedOut({ admin }: Pick<TestPlatform, 'admin'>, clientId: string): Promise<void> {
  const pending = await admin.propagations.list({ clientId, state: ['pending'] }).toArray({ limit: 1000 })
  for (const { id } of pending) await admin.propagations.observed(id, { outcome: 'in_effect' })
}

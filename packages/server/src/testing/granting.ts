import type { AcceptedRequest, CreateAccessRequest } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import { asking, byLink, mailedToken } from './asking.ts'
import type { TestPlatform } from './test-platform.ts'

let asked = 0

/** A reseller asks, and an administrator of the client accepts by the link in the mail. Wants `setPages`. */
export async function granted(
  platform: Pick<TestPlatform, 'server' | 'admin'>,
  reseller: Clientele,
  clientId: string,
  with_: Partial<CreateAccessRequest> = {},
): Promise<AcceptedRequest> {
  return joinRecord(platform, reseller, clientId, clientId, with_)
}

/** The same where a record is asked that the reseller typed, and the administrator accepts for their account (R32). */
export async function joinRecord(
  platform: Pick<TestPlatform, 'server' | 'admin'>,
  reseller: Clientele,
  recordId: string,
  accountId: string,
  with_: Partial<CreateAccessRequest> = {},
): Promise<AcceptedRequest> {
  const { level, languageCode, holder } = await askedFor(platform, reseller, recordId, [accountId], with_)
  return holder.accessRequests.accept({ level, languageCode, ...(accountId !== recordId && { accountId }) })
}

/** A reseller has asked, and an administrator of some accounts, the first of which they came from, has the link. */
export async function askedFor(
  platform: Pick<TestPlatform, 'server' | 'admin'>,
  reseller: Clientele,
  clientId: string,
  [accountId = clientId, ...administers]: readonly string[],
  with_: Partial<CreateAccessRequest> = {},
): Promise<{ level: string; languageCode: string; holder: Clientele }> {
  // a mailbox of its own, in which the newest mail is the one that is meant
  const recipientEmail = with_.recipientEmail ?? `client-${++asked}@mail.example.org`
  const { level, languageCode } = await reseller.accessRequests.create(asking(clientId, { ...with_, recipientEmail }))
  const origin = 'https://panel.example.com'
  const { token } = await platform.admin.sessions.create({
    accountId,
    role: 'client_admin',
    viewer: { id: 'martha', name: 'Martha Muster', email: recipientEmail },
    identityKind: 'managed',
    origins: [origin],
    ...(administers.length > 0 && { administers }),
  })
  const mailed = await mailedToken(platform, recipientEmail)
  return { level, languageCode, holder: byLink(platform, mailed, { token, origin }) }
}

/** The host has carried out whatever of a client's access is on its way. */
export async function carriedOut({ admin }: Pick<TestPlatform, 'admin'>, clientId: string): Promise<void> {
  const pending = await admin.propagations.list({ clientId, state: ['pending'] }).toArray({ limit: 1000 })
  for (const { id } of pending) await admin.propagations.observed(id, { outcome: 'in_effect' })
}

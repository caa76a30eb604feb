import type { ClientCheck, ClientDraft, clients } from '@clientele/contract'
import { toAsciiDomain } from '@clientele/contract/forms'
import type { CallTo } from '../../answers/mock-call.ts'
import { duplicatesOf, holderOf } from './client-rules.ts'

/**
 * Says what is known of a client that is being typed: duplicates and domains among the clients that are there. Public
 * suffixes, telephone plans and blockers of vendors are the server's: give them by `mock(clients.check, …)`.
 */
export function checkClient(call: CallTo<typeof clients.check>): ClientCheck {
  const { input } = call
  const ascii = input.primaryDomain ? toAsciiDomain(input.primaryDomain) : undefined
  const domain = ascii?.includes('.') && input.customerType !== 'team' ? ascii : undefined
  const holder = domain === undefined ? undefined : holderOf(call, domain, input.clientId)
  const about = { ownerId: input.ownerId ?? call.store.me.account.id, exceptId: input.clientId }
  return {
    errors: [],
    warnings: [],
    blockers: [],
    duplicates: duplicatesOf(call, { name: nameOf(input), primaryEmail: textOf(input.primaryEmail) }, about),
    domain: domain === undefined ? 'not_checked' : holder ? 'own' : 'available',
    ...(holder ? { domainClientId: holder.id } : {}),
  }
}

function nameOf(input: ClientDraft): string | undefined {
  if (input.form === 'organization') return textOf(input.name)
  const [first, last] = [textOf(input.firstName), textOf(input.lastName)]
  return textOf(input.company) ?? (first && last ? `${first} ${last}` : undefined)
}

function textOf(text: string | null | undefined): string | undefined {
  return text?.trim() || undefined
}

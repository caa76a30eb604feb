import type { ClientCheck, ClientDraft, clients } from '@clientele/contract'
import { toAsciiDomain } from '@clientele/contract/forms'
import { askConnector, type Verdict } from '../connector/ask-connector.ts'
import type { Tx } from '../database/transaction.ts'
import type { Asking, Call } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { reaches } from './client-actions.ts'
import { findDuplicates } from './duplicates.store.ts'
import { ownershipOfDomain } from './refusals.ts'
import { isSiblingDomain, tableErrors } from './table-checks.ts'

type Check = (typeof clients)['check']

/** Says what the server knows of a client that is being typed. What is empty or half typed is passed over. */
export const checkClient: Asking<Check> = {
  async ask({ input, connector, connectorPatience }) {
    const verdict = await askConnector(
      connector,
      {
        primaryDomain: domainOf(input),
        primaryEmail: textOf(input.primaryEmail),
        productFamily: textOf(input.productFamily),
      },
      connectorPatience,
    )
    return (call, tx) => check(call, tx, verdict)
  },
}

async function check(call: Call<Check>, tx: Tx, verdict: Verdict): Promise<ClientCheck> {
  const { input, caller } = call
  const ownerId = input.ownerId ?? caller.account.id
  if (!reaches(caller, { id: '', parentId: ownerId }, 'clients.create')) throw notFound()
  const domain = domainOf(input)
  const phone = textOf(input.phone)?.replaceAll(/[\s().\-/]/g, '')
  const countryCode = textOf(input.countryCode)
  const errors = tableErrors({
    primaryDomain: domain,
    phone,
    postalAddress: countryCode ? { countryCode, postalCode: textOf(input.postalCode) } : undefined,
  })
  const usable = domain !== undefined && !errors.some(({ pointer }) => pointer === '/primaryDomain')
  const ownership =
    usable && input.customerType !== 'team'
      ? await ownershipOfDomain(tx, caller, domain, { vendor: verdict.domain, exceptId: input.clientId })
      : { state: 'not_checked' as const }
  const secondary = textOf(input.secondaryEmail)
  return {
    errors,
    warnings:
      usable && secondary && isSiblingDomain(domain, secondary)
        ? [{ pointer: '/secondaryEmail', code: 'secondary_email_on_sibling_domain' }]
        : [],
    blockers: verdict.blockers.map(({ code, edition }) => ({ code, data: { edition } })),
    duplicates: await findDuplicates(tx, ownerId, {
      name: nameOf(input),
      primaryEmail: textOf(input.primaryEmail),
      exceptId: input.clientId,
    }),
    // that the vendor knows nothing of it and no client has it: free, as far as can be told
    domain: ownership.state === 'unknown' ? 'available' : ownership.state,
    ...('clientId' in ownership ? { domainClientId: ownership.clientId } : {}),
  }
}

function nameOf(input: ClientDraft): string | undefined {
  if (input.form === 'organization') return textOf(input.name)
  const [first, last] = [textOf(input.firstName), textOf(input.lastName)]
  return textOf(input.company) ?? (first && last ? `${first} ${last}` : undefined)
}

function domainOf(input: ClientDraft): string | undefined {
  const domain = input.primaryDomain ? toAsciiDomain(input.primaryDomain) : undefined
  return domain?.includes('.') ? domain : undefined
}

function textOf(text: string | null | undefined): string | undefined {
  return text?.trim() || undefined
}

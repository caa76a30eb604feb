import type { AccessGrant, AccessRequest, ClientAccess } from '@clientele/contract'
import type { Surroundings } from '../answers/mock-call.ts'
import { linkInvalid } from '../answers/read-request.ts'
import type { Store } from '../store.ts'

const copied = '.copied'

/** What stands in the link that the sender of a request may copy: its id, and that it proves no mailbox. */
export function copiedLink({ id }: AccessRequest): string {
  return `${id}${copied}`
}

/** Whether only who reads the mailbox has the link. */
export function provesMailbox({ link = '' }: Surroundings): boolean {
  return !link.endsWith(copied)
}

/**
 * The request that a link is for. In mocks a link is the id of what it opens; any other word opens the newest request that
 * was sent, so that a page can be looked at without knowing one.
 */
export function requestOfLink({ store, link = '' }: Surroundings): AccessRequest {
  const requests = store.records('accessRequests')
  const request = link.startsWith('arq_')
    ? requests.find((one) => link === one.id || link === copiedLink(one))
    : requests.findLast(({ status }) => status !== 'draft')
  // replaced or taken back, as one that was guessed
  const isDead = request && store.deadLinks.has(request.id)
  if (!request || isDead || ['draft', 'canceled', 'superseded'].includes(request.status)) throw linkInvalid()
  return request
}

/** What opens the page of a grant: its id, and once that was taken back, the id with a number, as `agr_….2`. */
export function manageLink({ deadLinks }: Store, { id }: Pick<AccessGrant, 'id'>): string {
  let [link, number] = [id, 1]
  while (deadLinks.has(link)) link = `${id}.${++number}`
  return link
}

/** The grant that a link manages; any other word opens the newest. */
export function grantOfLink({ store, link = '' }: Surroundings): AccessGrant {
  const grants = store.records('accessGrants')
  const grant = link.startsWith('agr_') ? grants.find((one) => link === manageLink(store, one)) : grants.at(-1)
  const isKnown = grant && store.find('clients', grant.client.id)
  if (!grant || !isKnown || store.deadLinks.has(link)) throw linkInvalid()
  return grant
}

/** Lets no link of this access open anything any more, nor the one that was called by. */
export function takeBackLinks({ store, endpoint, link }: Surroundings, { grants }: ClientAccess): void {
  for (const grant of grants) store.deadLinks.add(manageLink(store, grant))
  if (link !== undefined && endpoint.row.link === 'manage') store.deadLinks.add(link)
}

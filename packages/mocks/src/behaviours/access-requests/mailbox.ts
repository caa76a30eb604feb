import type { AccessRequest } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'

/** One mailbox, however its address is written: without capitals, and without what stands behind a plus. */
export function mailboxIn(email: string): string {
  return email.toLowerCase().replace(/\+[^@]*@/, '@')
}

/** Nobody is asked there any more. Mail that comes back says less than that it is not wanted. */
export function closeMailbox({ store }: Surroundings, email: string, reason: 'bounced' | 'complained'): void {
  const mailbox = mailboxIn(email)
  if (store.mailboxes.get(mailbox) !== 'complained') store.mailboxes.set(mailbox, reason)
}

/** The platform says that mail gets through, or whoever reads it has asked for mail. */
export function openMailbox({ store }: Surroundings, email: string): void {
  store.mailboxes.set(mailboxIn(email), 'open')
}

/** What a test gave says so as well. */
export function isMailboxClosed({ store }: Surroundings, email: string): boolean {
  const mailbox = mailboxIn(email)
  const known = store.mailboxes.get(mailbox)
  if (known !== undefined) return known !== 'open'
  const sent = store.records('accessRequests').filter((one) => mailboxIn(one.recipientEmail) === mailbox && one.sentAt)
  const last = sent.toSorted((a, b) => ((a.sentAt ?? '') < (b.sentAt ?? '') ? -1 : 1)).at(-1)
  return isUseless(last)
}

/** Mail that came back, or was complained about, is not sent again. */
export function isUseless(request: Pick<AccessRequest, 'delivery'> | undefined): boolean {
  return request?.delivery?.state === 'bounced' || request?.delivery?.state === 'complained'
}

/** Whether two resellers stand below the same one: for a mailbox they are one sender. */
export function isSameTree(call: Surroundings, a: string, b: string): boolean {
  return rootOf(call, a) === rootOf(call, b)
}

function rootOf(call: Surroundings, id: string): string {
  const parent = call.store.find('resellers', id)?.parentId
  return parent !== undefined && call.store.find('resellers', parent) ? rootOf(call, parent) : id
}

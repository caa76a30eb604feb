import { isIP } from 'node:net'
import type { FieldError } from '@clientele/contract'
import { isPublicAddress } from './public-address.ts'

/** Whether a URL may be sent to, as far as it shows: a name is looked up only when it is connected to. */
export function mayBeSentTo(url: URL, allowPrivateAddresses: boolean): boolean {
  const host = hostOf(url)
  if (url.protocol !== 'https:' && !(allowPrivateAddresses && isLoopback(host))) return false
  if (allowPrivateAddresses) return true
  return isIP(host) === 0 ? !isLoopback(host) : isPublicAddress(host)
}

/** What is wrong with the address of an endpoint. */
export function addressErrors(url: string | undefined, allowPrivateAddresses: boolean): FieldError[] {
  if (url === undefined || mayBeSentTo(new URL(url), allowPrivateAddresses)) return []
  const detail = allowPrivateAddresses
    ? 'Webhooks are sent by https, and by http to this machine alone.'
    : 'Webhooks are sent by https, and to public addresses alone. For tests, start the server with WEBHOOKS_ALLOW_PRIVATE=1.'
  return [{ pointer: '/url', code: 'address_not_allowed', detail }]
}

/** RFC 6761: `localhost` and what is below it lead nowhere else. */
function isLoopback(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|::1|(.+\.)?localhost\.?)$/.test(host)
}

/** What of a URL is looked up or connected to: a literal IPv6 address without its brackets. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

import type { FieldError } from '@clientele/contract'

const loopback = /^(127\.\d+\.\d+\.\d+|\[::1\]|(.+\.)?localhost\.?)$/
/** Addresses of networks of one's own, as far as they are written as such: all that is reserved is the server's to know. */
const atHome = /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|0\.|\[f[cd]|\[fe80)/

/** What is wrong with the address of an endpoint: webhooks are sent by https, and to public addresses alone. */
export function addressErrors(url: string | undefined): FieldError[] {
  if (url === undefined) return []
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:' && !loopback.test(hostname) && !atHome.test(hostname)) return []
  return [{ pointer: '/url', code: 'address_not_allowed', detail: 'Webhooks are sent to public addresses alone.' }]
}

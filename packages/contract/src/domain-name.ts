/**
 * A domain as it is stored and compared: lower case, ASCII (IDNA A-labels by the URL standard's domain-to-ASCII),
 * without one trailing dot (R76). `undefined` where the text is no host name at all, or an IP address in any notation.
 */
export function toAsciiDomain(text: string): string | undefined {
  const name = text.trim()
  // whatever the URL parser would drop, unescape, or take for the end of the host
  if (/[\s\p{Cc}/\\:@?#%[\]]/u.test(name)) return undefined
  const host = URL.parse(`http://${name}`)?.hostname.replace(/\.$/, '')
  // an IPv4 address comes out as four numbers however it was written: 0x7f.1, 2130706433
  return host === undefined || host === '' || /^[\d.]+$/.test(host) ? undefined : host
}

/** The part after the last `@`, in the form of {@link toAsciiDomain}. */
export function hostOfEmail(email: string): string | undefined {
  const at = email.lastIndexOf('@')
  return at < 1 ? undefined : toAsciiDomain(email.slice(at + 1))
}

/** Whether `host` is `domain` or lies below it. */
export function isWithinDomain(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}

import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address is one that anybody in the internet could have: not private, loopback, link-local, shared (CGNAT),
 * multicast, for documentation or otherwise reserved, and no IPv4 address in the clothes of an IPv6 one.
 */
export function isPublicAddress(address: string): boolean {
  // the parser below takes more than an operating system does, `1.2.3` for one
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  // what IANA has not given out, such as `::127.0.0.1`, has no name of its own
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast)
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

describe('an address that is not public', () => {
  test.each([
    ['this network', '0.0.0.0', '0.1.2.3'],
    ['loopback', '127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ['shared (CGNAT)', '100.64.0.1', '100.127.255.255'],
    ['link-local, also that of clouds’ metadata', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
    ['unique local', 'fc00::1', 'fd00:ec2::254'],
    ['site-local, long gone', 'fec0::1'],
    ['multicast and broadcast', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
    ['for documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    ['for benchmarks', '198.18.0.1', '2001:2::1'],
    ['reserved', '192.0.0.1', '240.0.0.1', '::', '100::1', '4000::1', '5f00::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:127.0.0.1'],
    ['IPv4 behind a translator or tunnel', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::1', '2001::1'],
    ['none', '', 'localhost', '999.1.1.1', '1.2.3', '::g', '8.8.8.8/32'],
  ])('is one that is %s', (_, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })

  test('stays what it is inside every form of an IPv6 address', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const inside = fc.oneof(
      fc.tuple(fc.constant(10), byte, byte, byte),
      fc.tuple(fc.constant(127), byte, byte, byte),
      fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
      fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    )
    fc.assert(
      fc.property(inside, fc.constantFrom('::ffff:', '::', '64:ff9b::', '::ffff:0:'), (bytes, prefix) => {
        expect(isPublicAddress(prefix + bytes.join('.'))).toBe(false)
      }),
    )
  })
})

test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001::8'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

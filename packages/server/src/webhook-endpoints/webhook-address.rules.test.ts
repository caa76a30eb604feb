import { describe, expect, test } from 'vitest'
import { addressErrors } from './webhook-address.rules.ts'

const codes = (url: string, allowPrivate: boolean) => addressErrors(url, allowPrivate).map(({ code }) => code)

describe('an endpoint’s address', () => {
  test.each([
    'https://hooks.example.com/x',
    'https://hooks.example.com:8443/x?y',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    // what a name leads to is seen when it is connected to
    'https://intranet/',
  ])('%s may be added', (url) => {
    expect(codes(url, false)).toEqual([])
  })

  test.each([
    'http://hooks.example.com/x',
    'http://127.0.0.1/',
    'https://127.0.0.1/',
    // the same in other spellings, as any program would read them
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://１２７.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[::ffff:a00:1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1:8443/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://x.localhost/',
  ])('%s may not', (url) => {
    expect(codes(url, false)).toEqual(['address_not_allowed'])
  })

  test.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://[::1]:1/',
    'https://10.0.0.1/',
    'https://a.example/',
  ])('%s may where private addresses are allowed', (url) => {
    expect(codes(url, true)).toEqual([])
  })

  test.each(['http://10.0.0.1/', 'http://a.example/', 'http://127.0.0.1.example/', 'http://xlocalhost/'])(
    '%s may not even there: plain http is for loopback',
    (url) => {
      expect(codes(url, true)).toEqual(['address_not_allowed'])
    },
  )
})

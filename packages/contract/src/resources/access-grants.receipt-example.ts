import type { ReceiptKey } from './access-grants.schema.ts'

/** The key that the example is signed with. Its private half is nowhere. */
export const exampleReceiptKey: ReceiptKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'dpj3B-GqOgcXcoL3pakiZyXh0-tBW8j7N4jV7NxvINU',
  kid: 'rck_01JNG1MJG65F7W7XJXK5P0XFEA',
  alg: 'EdDSA',
  use: 'sig',
}

/** A receipt of the agreement that the examples are about, as a server signs it: `verifyReceipt` of the SDK takes it. */
export const exampleReceipt = [
  'eyJhbGciOiJFZERTQSIsInR5cCI6ImNsaWVudGVsZS1yZWNlaXB0K2pzb24iLCJraWQiOiJyY2tfMDFKTkcxTUpHNjVGN1c3WEpY',
  'SzVQMFhGRUEifQ.eyJpZCI6InJjcF8wMUpORzFNSkc2WVpIUUJQVzVXUTdaQzA4RCIsInByZXZpb3VzIjpudWxsLCJncmFudElkI',
  'joiYWdyXzAxSk5HMU1KRzZYQVpYVDhHVjM0UDNIMEMwIiwicmVxdWVzdElkIjoiYXJxXzAxSk5ETUROUlBURDk5RVJTRFJLMzNaN',
  'k0zIiwiY2xpZW50Ijp7ImlkIjoiYWNjXzAxSkhCNlIyV044WDRRMFRaQzdZVjNNNUVLIiwibmFtZSI6IldlaW5ndXQgU29ubmVuY',
  'mVyZyBHbWJIIn0sInJlc2VsbGVyIjp7ImlkIjoiYWNjXzAxSkc1QjNZN1NEMUU4TjJRS0ZUNFZXMFpNIiwibmFtZSI6IkhhZmVua',
  'G9zdCJ9LCJkZWNpZGVkQnkiOnsidHlwZSI6ImxpbmtfaG9sZGVyIiwiaWQiOiJsaW5rOjRjMWYwYTk3YmUyZDYzODUiLCJkaXNwb',
  'GF5IjoibWFydGhhQGV4YW1wbGUuY29tIiwiYWNjb3VudElkIjoiYWNjXzAxSkhCNlIyV044WDRRMFRaQzdZVjNNNUVLIn0sImxld',
  'mVsIjoibWFuYWdlQDEiLCJjYXBhYmlsaXRpZXMiOlsicHJvZHVjdHMudmlldyIsInByb2R1Y3RzLm1hbmFnZSIsInByb2R1Y3RzL',
  'nN1Z2dlc3QiLCJkb21haW5zLm1hbmFnZSJdLCJ3b3JkaW5nIjp7Imxhbmd1YWdlQ29kZSI6ImRlIiwidGV4dHMiOnsibmFtZSI6I',
  'lZlcndhbHRlbiIsInN1bW1hcnkiOiJEZXIgUmVzZWxsZXIgYmV0cmV1dCBQcm9kdWt0ZSBkZXMgS3VuZGVuLiBHZWthdWZ0IHdpc',
  'mQgdm9tIEt1bmRlbi4iLCJjYW4iOlsiRGVyIFJlc2VsbGVyIHNpZWh0IGRpZSBQcm9kdWt0ZSwgZsO8ciBkaWUgZGllc2VyIFp1Z',
  '3JpZmYgZ2lsdCwgdW5kIGRlcmVuIEVpbnN0ZWxsdW5nZW4uIiwiRGVyIFJlc2VsbGVyIMOkbmRlcnQgZGllIEVpbnN0ZWxsdW5nZ',
  'W4gZGllc2VyIFByb2R1a3RlLiIsIkRlciBSZXNlbGxlciB2ZXJ3YWx0ZXQgZGllIERvbWFpbnMsIGbDvHIgZGllIGRpZXNlciBad',
  'WdyaWZmIGdpbHQuIiwiRGVyIFJlc2VsbGVyIHNjaGzDpGd0IHdlaXRlcmUgUHJvZHVrdGUgdm9yLiBPYiBzaWUgZ2VrYXVmdCB3Z',
  'XJkZW4sIGVudHNjaGVpZGV0IGRlciBLdW5kZS4iXSwiY2Fubm90IjpbIk1pdCBkaWVzZW0gWnVncmlmZiBrYW5uIGRlciBSZXNlb',
  'GxlciBrZWluZSBQcm9kdWt0ZSBmw7xyIGRlbiBLdW5kZW4ga2F1ZmVuLiIsIk1pdCBkaWVzZW0gWnVncmlmZiBrYW5uIGRlciBSZ',
  'XNlbGxlciBrZWluZSBBYm9ubmVtZW50cyBkZXMgS3VuZGVuIHZlcmzDpG5nZXJuLiJdfSwic2hhMjU2IjoiZDllNjI3NjU0YmVmN',
  'jJjOTFkMWNmOGE0YWI4NWI1OGYyYmQ0ZjNjMmYzOTEzY2ExNThmNjE3MjJhYzViOTY1NyJ9LCJzY29wZSI6eyJraW5kIjoiYWxsI',
  'n0sImR1cmF0aW9uIjoiUDE4MEQiLCJhdXRvRXh0ZW5kIjpudWxsLCJlbmRzQXQiOiIyMDI1LTA4LTMxVDA3OjQxOjMwLjUwMloiL',
  'CJpc3N1ZWRBdCI6IjIwMjUtMDMtMDRUMDc6NDE6MzAuNTAyWiJ9.lUQydXedjyKccy6usYStSwUqMD1RxcIiIgTXnxzLRCeOutxA',
  'CirdFNMWmZE4y9Ew-9HG-1Kmz7WSb8KQkzWJBw',
].join('')

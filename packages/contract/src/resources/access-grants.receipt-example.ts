import type { ReceiptKey } from './access-grants.schema.ts'

/** The key that the example is signed with. Its private half is nowhere. */
export const exampleReceiptKey: ReceiptKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'KD5RumnIagX-Po7kexExkdOn9-kMgTNegzARB7eJXR4',
  kid: 'rck_01JNG1MJG65F7W7XJXK5P0XFEA',
  alg: 'EdDSA',
  use: 'sig',
  createdAt: '2025-03-04T07:41:30.502Z',
  retiredAt: null,
  revokedAt: null,
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
  'lZlcndhbHRlbiIsInN1bW1hcnkiOiJEZXIgUmVzZWxsZXIgYmV0cmV1dCBQcm9kdWt0ZSBkZXMgS3VuZGVuLiBLw6R1ZmUgdMOkd',
  'GlndCBkZXIgS3VuZGUgc2VsYnN0LiIsImNhbiI6WyJEZXIgUmVzZWxsZXIgc2llaHQgZGllIFByb2R1a3RlLCBmw7xyIGRpZSBka',
  'WVzZXIgWnVncmlmZiBnaWx0LCB1bmQgZGVyZW4gRWluc3RlbGx1bmdlbi4iLCJEZXIgUmVzZWxsZXIgw6RuZGVydCBkaWUgRWluc',
  '3RlbGx1bmdlbiBkaWVzZXIgUHJvZHVrdGUuIiwiRGVyIFJlc2VsbGVyIHZlcndhbHRldCBkaWUgRG9tYWlucywgZsO8ciBkaWUgZ',
  'Gllc2VyIFp1Z3JpZmYgZ2lsdC4iLCJEZXIgUmVzZWxsZXIgc2NobMOkZ3Qgd2VpdGVyZSBQcm9kdWt0ZSB2b3IuIE9iIHNpZSBnZ',
  'WthdWZ0IHdlcmRlbiwgZW50c2NoZWlkZXQgZGVyIEt1bmRlLiJdLCJjYW5ub3QiOlsiTWl0IGRpZXNlbSBadWdyaWZmIGthbm4gZ',
  'GVyIFJlc2VsbGVyIGtlaW5lIFByb2R1a3RlIGbDvHIgZGVuIEt1bmRlbiBrYXVmZW4uIiwiTWl0IGRpZXNlbSBadWdyaWZmIGthb',
  'm4gZGVyIFJlc2VsbGVyIGtlaW5lIEFib25uZW1lbnRzIGRlcyBLdW5kZW4gdmVybMOkbmdlcm4uIl19LCJzaGEyNTYiOiI5ZjlmN',
  'zAyNmYyNjFmNWMzYzQ1ZGI2ZmQ4M2IzMWVjNWZlNzY5NGY3NDg4ZDQ4MDIyOTQyNzM0NDI2MmQ2ZWIzIn0sInNjb3BlIjp7Imtpb',
  'mQiOiJhbGwifSwiZHVyYXRpb24iOiJQMTgwRCIsImF1dG9FeHRlbmQiOm51bGwsImVuZHNBdCI6IjIwMjUtMDgtMzFUMDc6NDE6M',
  'zAuNTAyWiIsImlzc3VlZEF0IjoiMjAyNS0wMy0wNFQwNzo0MTozMC41MDJaIn0.c2Udr0FuYIMSNagwbCLttSbAULulb1MjAQUKZ',
  'DJkTupJArEoV712XGwmCjFggpHWXYTtK_LnDHKQXHuh3DqyAg',
].join('')

/** The accounts that all examples are about: a platform, its reseller, and the reseller's sub-reseller and clients. */
export const accounts = {
  platform: { id: 'acc_01JG2N8T4KQW6Z3V9XRBM0C5HD', name: 'Kontor Cloud' },
  reseller: { id: 'acc_01JG5B3Y7SD1E8N2QKFT4VW0ZM', name: 'Hafenhost' },
  subReseller: { id: 'acc_01JH0XC9PM5R2T7WBZ6E3KJQ4V', name: 'Elbnetz' },
  winery: { id: 'acc_01JHB6R2WN8X4Q0TZC7YV3M5EK', name: 'Weingut Sonnenberg GmbH' },
  studio: { id: 'acc_01JHCZ0D5TG9M1K6SNQ8RE2WXB', name: 'Studio Okafor' },
} as const

/** What all examples of access are about: the reseller asked the winery, and the winery agreed. */
export const agreement = {
  requestId: 'arq_01JNDMDNRPTD99ERSDRK33Z6M3',
  sentAt: '2025-03-03T09:12:04.118Z',
  grantId: 'agr_01JNG1MJG6XAZXT8GV34P3H0C0',
  receiptId: 'rcp_01JNG1MJG6YZHQBPW5WQ7ZC08D',
  agreedAt: '2025-03-04T07:41:30.502Z',
  level: 'manage@1',
  duration: 'P180D',
  endsAt: '2025-08-31T07:41:30.502Z',
  /** Who agreed, by the link in the mail. */
  email: 'martha@example.com',
} as const

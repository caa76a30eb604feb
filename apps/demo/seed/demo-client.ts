import type { CreateClient } from '@clientele/contract'
import type { ResellerKey } from '../host/accounts.ts'

/** A client of the demo, as its reseller added it. */
export interface DemoClient {
  reseller: ResellerKey
  daysAgo: number
  /** What the client has proved since. */
  verification: 'none' | 'email_verified' | 'domain_verified'
  input: CreateClient
}

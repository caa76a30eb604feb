import type { AccessGrant, AccessQuestion, Client, ClientAccess, Role, Subscription } from '@clientele/contract'

/** What is asked; of nobody in particular where no role is named. */
export type Question = Omit<AccessQuestion, 'role'> & { resellerId: string; role: Role | undefined }

/** What the handlers remember, as far as it matters. */
export interface Facts {
  access: ClientAccess
  client: Client
  /** Of the access, the newest first. */
  grants: readonly AccessGrant[]
  /** The one that is asked about, where it is the client's. */
  subscription: Subscription | undefined
  isSuggested: boolean
  /** When each grant that is on its way is to be in effect. */
  expectedBy: ReadonlyMap<string, string>
}

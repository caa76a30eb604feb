/** Everything a level can contain, and what it is about. */
export const capabilities = [
  'products.view',
  'products.manage',
  'products.suggest',
  'products.purchase',
  'subscriptions.renew',
  'domains.manage',
  'console.users',
  'console.groups',
  'console.devices',
  'licenses.assign',
  'support.cases.create',
  'support.cases.read',
  'support.cases.read_all',
] as const
export type Capability = (typeof capabilities)[number]

/** What no level ever contains, whatever is published (R11, R70). */
export const neverDelegable = [
  'terms.accept',
  'payment_methods.read',
  'payment_methods.write',
  'credentials.read',
  'credentials.write',
  'access.delegate',
  'transfer_tokens.create',
  'orders.history_of_others',
] as const
export type NeverDelegable = (typeof neverDelegable)[number]

/** What spends the client's money: it needs a payment method on file (R7). */
export const purchasing: readonly Capability[] = ['products.purchase', 'subscriptions.renew']

import type { Role } from '@clientele/contract'

const staff: readonly Role[] = ['reseller_owner', 'reseller_manager', 'reseller_sales', 'reseller_support']
/** Who sells, and looks after what was sold (R200). */
export const salespeople: readonly Role[] = ['reseller_owner', 'reseller_manager', 'reseller_sales']
const supporters: readonly Role[] = ['reseller_owner', 'reseller_manager', 'reseller_support']

/** Model 5.6: what is not named is for all staff. */
const usersOf: Readonly<Record<string, readonly Role[]>> = {
  'products.purchase': salespeople,
  'products.suggest': salespeople,
  'subscriptions.renew': salespeople,
  'support.cases.create': supporters,
  'support.cases.read': supporters,
  'support.cases.read_all': supporters,
}

/** Who at a reseller uses a capability, once the client allows it. */
export function rolesWith(capability: string): readonly Role[] {
  return usersOf[capability] ?? staff
}

import type { Client, Role } from '@clientele/contract'

export const clientStatusStrings: Record<Client['status'], string> = {
  provisioning: 'Being set up',
  provisioning_failed: 'Set-up failed',
  active: 'Active',
  suspended: 'Suspended',
  closed: 'Closed',
  pending_deletion: 'Being deleted',
}

/** `none` is what a screen reader says of the blank cell (R65). */
export const subscriptionStateStrings: Record<Client['subscriptionState'], string> = {
  none: 'No subscription yet',
  trial: 'Trial',
  active: 'Active',
  suspended: 'Suspended',
  mixed: 'Partly active',
  ended: 'Ended',
}

export const accessStateStrings: Record<Client['accessState'], string> = {
  none: 'No access',
  requested: 'Requested',
  active: 'Active',
  paused: 'Paused',
  expiring: 'Ends soon',
  ended: 'Ended',
  declined: 'Declined',
}

export const verificationStrings: Record<Client['verification'], string> = {
  none: 'Not verified',
  email_verified: 'Verified by e-mail',
  domain_verified: 'Verified by domain',
}

export const clientFormStrings: Record<Client['form'], string> = {
  quick: 'Person',
  organization: 'Organization',
}

export const customerTypeStrings: Record<NonNullable<Client['customerType']>, string> = {
  domain: 'Domain',
  team: 'Team',
}

export const roleStrings: Record<Role, string> = {
  platform_admin: 'platform administrator',
  platform_support: 'platform support',
  reseller_owner: 'owner',
  reseller_manager: 'manager',
  reseller_sales: 'sales',
  reseller_support: 'support',
  client_admin: 'administrator',
  client_user: 'user',
}

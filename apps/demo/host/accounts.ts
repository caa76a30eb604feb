import type { Role } from '@clientele/contract'

/** The hosting company whose panel this is: the platform. */
export const platformName = 'Brightquay Hosting'

/** A reseller of the demo, in the order in which they are made: parents first. */
export interface DemoReseller {
  key: ResellerKey
  parent?: ResellerKey
  displayName: string
  legalName: string
  publicIdentifier: string
  domains: string[]
  supportEmail: string
  defaults: { languageCode: string; regionCode: string; timeZone: string }
  /** The roles that get an API key. The owner's makes the widget sessions. */
  keys: readonly Extract<Role, `reseller_${string}`>[]
}

export type ResellerKey = 'nordlicht' | 'fjordblick' | 'copperline'

export const demoResellers: readonly DemoReseller[] = [
  {
    key: 'nordlicht',
    displayName: 'Nordlicht Hosting',
    legalName: 'Nordlicht Hosting GmbH',
    publicIdentifier: 'nordlicht',
    domains: ['nordlicht.example.net'],
    supportEmail: 'hilfe@nordlicht.example.net',
    defaults: { languageCode: 'de', regionCode: 'DE', timeZone: 'Europe/Berlin' },
    keys: ['reseller_owner', 'reseller_manager', 'reseller_sales', 'reseller_support'],
  },
  {
    key: 'fjordblick',
    parent: 'nordlicht',
    displayName: 'Studio Fjordblick',
    legalName: 'Studio Fjordblick OHG',
    publicIdentifier: 'fjordblick',
    domains: ['fjordblick.example.net'],
    supportEmail: 'moin@fjordblick.example.net',
    defaults: { languageCode: 'de', regionCode: 'DE', timeZone: 'Europe/Berlin' },
    keys: ['reseller_owner'],
  },
  {
    key: 'copperline',
    displayName: 'Copperline Web',
    legalName: 'Copperline Web Ltd',
    publicIdentifier: 'copperline',
    domains: ['copperline.example.net'],
    supportEmail: 'help@copperline.example.net',
    defaults: { languageCode: 'en', regionCode: 'GB', timeZone: 'Europe/London' },
    keys: ['reseller_owner'],
  },
]

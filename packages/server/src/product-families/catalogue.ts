import type { ProductFamily, Sku } from '@clientele/contract'

/** A product family as the platform defines it. Whether it allows teams is a setting. */
export type Family = Omit<ProductFamily, 'allowsTeam'>

const workspace = 'Workspace console'
const forDomains = { customerTypes: ['domain'], minVerification: 'none' } satisfies Partial<Sku>
const forPeopleToo = { customerTypes: ['domain', 'person'], minVerification: 'none' } satisfies Partial<Sku>
const forTeamsToo = { customerTypes: ['domain', 'team'], minVerification: 'none' } satisfies Partial<Sku>

/** What a new platform sells, until it says otherwise. */
export const catalogue: readonly Family[] = [
  {
    key: 'google_workspace',
    name: 'Google Workspace',
    consoleName: workspace,
    skus: [
      { key: 'workspace_starter', name: 'Business Starter', ...forDomains },
      { key: 'workspace_standard', name: 'Business Standard', ...forDomains },
      { key: 'workspace_storage', name: 'Additional storage', ...forDomains },
      { key: 'workspace_archive', name: 'Archiving', customerTypes: ['domain'], minVerification: 'domain_verified' },
    ],
  },
  {
    key: 'cloud_identity',
    name: 'Cloud Identity',
    consoleName: workspace,
    skus: [{ key: 'cloud_identity_premium', name: 'Cloud Identity Premium', ...forDomains }],
  },
  {
    key: 'essentials',
    name: 'Essentials Starter',
    consoleName: workspace,
    skus: [{ key: 'essentials_starter', name: 'Essentials Starter', ...forTeamsToo }],
  },
  {
    key: 'enterprise_essentials',
    name: 'Enterprise Essentials',
    consoleName: workspace,
    skus: [{ key: 'enterprise_essentials', name: 'Enterprise Essentials', ...forTeamsToo }],
  },
  {
    key: 'hosting',
    name: 'Web hosting',
    consoleName: 'Hosting panel',
    skus: [
      { key: 'hosting_start', name: 'Hosting Start', ...forPeopleToo },
      { key: 'hosting_pro', name: 'Hosting Pro', ...forPeopleToo },
    ],
  },
]

/** The families whose clients may be teams, until the platform says otherwise (R47). */
export const defaultTeamFamilies = ['essentials', 'enterprise_essentials']

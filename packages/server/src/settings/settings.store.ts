import type { Settings } from '@clientele/contract'
import type { ClientRules } from '@clientele/contract/forms'
import { settings } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { defaultTeamFamilies } from '../product-families/catalogue.ts'

export type SettingsRow = typeof settings.$inferSelect

const defaults: SettingsRow = {
  id: 1,
  companyRequired: false,
  teamFamilies: defaultTeamFamilies,
  maxDepth: 2,
  access: {},
  links: {},
  notify: {},
  version: 1,
}

/** What the operator has decided, or the defaults. */
export async function readSettings(tx: Tx): Promise<SettingsRow> {
  const [row] = await tx.db.select().from(settings)
  return row ?? defaults
}

/** The part that decides what a valid client is. */
export async function clientRules(tx: Tx): Promise<ClientRules> {
  const { companyRequired, teamFamilies } = await readSettings(tx)
  return { companyRequired, teamFamilies }
}

export async function writeSettings(tx: Tx, row: SettingsRow): Promise<void> {
  await tx.db.insert(settings).values(row).onConflictDoUpdate({ target: settings.id, set: row })
}

/** What was decided about access, with the defaults of what was not. */
export type AccessSettings = Settings['access']

const accessDefaults: AccessSettings = {
  preset: 'consent_first',
  autoLevel: null,
  requestTtl: 'P14D',
  requestReminders: ['P3D', 'P10D'],
  requestMaxAttempts: 5,
  maxDuration: null,
  expiryNotices: ['P30D', 'P7D', 'P1D'],
  propagationMax: 'PT24H',
  keepDirectSelection: true,
  clientAdminIdentity: 'managed_only',
}

export function accessSettings(row: SettingsRow): AccessSettings {
  return { ...accessDefaults, ...row.access }
}

export function linkSettings(row: SettingsRow): Settings['links'] {
  return { requestUrl: null, manageUrl: null, suggestionUrl: null, ...row.links }
}

export function notifySettings(row: SettingsRow): Settings['notify'] {
  return { off: [], operatorEmail: null, ...row.notify }
}

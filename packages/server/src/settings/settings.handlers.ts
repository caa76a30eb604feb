import type { Settings, settings } from '@clientele/contract'
import type { Caller } from '../auth/caller.ts'
import { changesBetween, recordEvent } from '../events/record-event.ts'
import { etagOf, requireVersion, type Handlers } from '../handler.ts'
import { refuseInvalid } from '../refusal.ts'
import {
  accessSettings,
  linkSettings,
  notifySettings,
  readSettings,
  writeSettings,
  type SettingsRow,
} from './settings.store.ts'

export const settingsHandlers: Handlers<typeof settings> = {
  get: async (call, tx) => visibleTo(call.caller, toSettings(await readSettings(tx))),

  async update(call, tx) {
    // one writer at a time, also while there is no row to lock yet
    await tx.query('lock table settings in share row exclusive mode')
    const before = await readSettings(tx)
    requireVersion(call, before.version)
    const { client, tree, access, links, notify } = call.input
    const unknown = (client?.teamFamilies ?? []).findIndex((key) => !call.families.some((family) => family.key === key))
    refuseInvalid(
      unknown < 0
        ? []
        : [
            {
              pointer: `/client/teamFamilies/${unknown}`,
              code: 'invalid_choice',
              detail: 'There is no such product family.',
            },
          ],
    )
    const after: SettingsRow = {
      ...before,
      companyRequired: client?.companyRequired ?? before.companyRequired,
      teamFamilies: client?.teamFamilies ?? before.teamFamilies,
      maxDepth: tree?.maxDepth ?? before.maxDepth,
      access: { ...before.access, ...given(access) },
      links: { ...before.links, ...given(links) },
      notify: { ...before.notify, ...given(notify) },
    }
    const changes = changesBetween(before, after, [
      'companyRequired',
      'teamFamilies',
      'maxDepth',
      'access',
      'links',
      'notify',
    ])
    if (Object.keys(changes).length === 0) return toSettings(before)
    const saved = { ...after, version: before.version + 1 }
    await writeSettings(tx, saved)
    const ownerId = call.caller.account.id
    await recordEvent(tx, call, {
      type: 'settings.changed',
      subject: { type: 'settings', id: 'settings' },
      ownerId,
      changes,
    })
    return toSettings(saved)
  },
}

/** Everybody reads the settings, as forms follow them. Who works at the platform is not theirs to know. */
function visibleTo({ account }: Caller, settings: Settings): Settings {
  return account.kind === 'platform' ? settings : { ...settings, notify: { ...settings.notify, operatorEmail: null } }
}

function toSettings(row: SettingsRow): Settings {
  return {
    client: { companyRequired: row.companyRequired, teamFamilies: row.teamFamilies },
    tree: { maxDepth: row.maxDepth },
    access: accessSettings(row),
    links: linkSettings(row),
    notify: notifySettings(row),
    etag: etagOf(row.version),
  }
}

/** Without what was left open. */
function given<T extends object>(values: T | undefined): { [K in keyof T]?: NonNullable<T[K]> | Extract<T[K], null> } {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined)) as never
}

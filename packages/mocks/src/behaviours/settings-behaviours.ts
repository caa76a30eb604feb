import type { Behaviours } from './behaviour-of.ts'

/** Rows of `settings` with rules of their own: whom the platform tells of trouble is the platform's to read alone. */
export const settingsBehaviours: Behaviours<'settings'> = {
  get({ store }) {
    const settings = store.single('settings')
    if (store.me.account.kind === 'platform') return settings
    return { ...settings, notify: { ...settings.notify, operatorEmail: null } }
  },
}

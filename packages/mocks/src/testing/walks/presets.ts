import type { Settings } from '@clientele/contract'
import type { Known, Step, Walk } from './walk.ts'
import type { World } from './worlds.ts'

const about = 'ada'
const preset =
  (access: Partial<Settings['access']>): Step =>
  ({ platform }) =>
    platform.settings.update({ access })
const adds =
  (lastName: string): Step =>
  ({ reseller }) =>
    reseller.clients.create({ form: 'quick', person: { firstName: 'Emil', lastName } })
const accessTo = ({ resellerId, reseller }: World, { id = '' }: Known) => reseller.access.get({ id, resellerId })

const granted = 'R202: a client with a grant of the level'
const ofConsole = 'R202: a client with a grant of a level of the console'
const on = 'R202: a client with the switch on'

/** Where new clients begin, as the platform has decided. */
export const presets: Walk = {
  about,
  steps: {
    'on with a level': preset({ preset: 'managed_on', autoLevel: 'manage' }),
    [granted]: adds('Falk'),
    'its access': (world, of) => accessTo(world, of(granted)),
    'the receipt of what nobody was shown': async (world, of) => {
      const { data } = await world.reseller.accessGrants.list({ clientId: of(granted).id ?? '' })
      return world.reseller.accessGrants.receipt(data[0]?.id ?? '')
    },
    'may be done': (world, of) =>
      world.reseller.access.explain({ clientId: of(granted).id ?? '', capability: 'products.manage' }),
    'on with a level of the console': preset({ autoLevel: 'console_standard' }),
    [ofConsole]: adds('Gruber'),
    'its access to the console': (world, of) => accessTo(world, of(ofConsole)),
    'on without a level': preset({ autoLevel: null }),
    [on]: adds('Haas'),
    'its switch': (world, of) => accessTo(world, of(on)),
    'off again': preset({ preset: 'consent_first' }),
    'a client with access off': adds('Ilg'),
    'the settings as the reseller reads them': ({ reseller }) => reseller.settings.get(),
  },
}

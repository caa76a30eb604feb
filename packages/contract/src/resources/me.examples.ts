import { accounts } from '../example-accounts.ts'
import { rights } from '../rights.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { me } from './me.routes.ts'

const role = 'reseller_manager'

const held = Object.entries(rights).flatMap(([right, reach]) => {
  const mine = reach[role]
  return mine === undefined ? [] : [[right, mine] as const]
})

/** Examples of the rows of `me`. */
export const { get }: ExamplesOf<typeof me> = {
  get: {
    output: {
      caller: { kind: 'widget_session', id: 'staff-17', name: 'Lena Brandt' },
      account: { id: accounts.reseller.id, kind: 'reseller', name: accounts.reseller.name },
      role,
      rights: Object.fromEntries(held),
    },
  },
}

import { accountKindOf, rights, type Me, type Role } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'

/** The caller of the examples in another role. */
export function callerWith(role: Role): Me {
  const { account, ...example } = examples.me.get.output
  const kind = accountKindOf[role]
  const { id, name } = kind === 'client' ? examples.clients.get.output : account
  const held = Object.entries(rights).flatMap(([right, reach]) => {
    const mine = reach[role]
    return mine === undefined ? [] : [[right, mine] as const]
  })
  return { ...example, account: { id, name, kind }, role, rights: Object.fromEntries(held) }
}

import { rights, type me, type Right } from '@clientele/contract'
import { callerReach } from '../auth/caller.ts'
import type { Handlers } from '../handler.ts'

export const meHandlers: Handlers<typeof me> = {
  async get({ caller }) {
    const held = (Object.keys(rights) as Right[]).flatMap((right) => {
      const reach = callerReach(caller, right)
      return reach ? [[right, reach] as const] : []
    })
    return {
      caller: { kind: caller.kind, id: caller.id, name: caller.name },
      account: { id: caller.account.id, kind: caller.account.kind, name: caller.account.name },
      role: caller.role,
      rights: Object.fromEntries(held),
    }
  },
}

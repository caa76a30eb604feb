import type { access } from '@clientele/contract'
import type { Handlers } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { listActivity } from './activity.ts'
import { checkAccess, explainAccess } from './check-access.ts'
import { readClientAccess } from './client-access.ts'
import { lockAccess } from './lock-access.ts'
import { managedHandlers } from './managed-access.ts'
import { requireSeenClient, requireSeenPair } from './own-client.ts'
import { lockPair } from './pair.ts'
import { listAccess, pauseAll, resumeAll } from './pause-access.ts'
import { replaceLinks } from './replace-links.ts'
import { agree, saveAccess } from './save-access.ts'
import { useAccess } from './use-access.ts'

export const accessHandlers: Handlers<typeof access> = {
  list: async (call, tx) => listAccess(tx, call, await requireSeenClient(tx, call, call.params.id)),

  async get(call, tx) {
    const { client, resellers } = await requireSeenPair(tx, call, call.params)
    const [access] = await readClientAccess(tx, call, client, resellers)
    if (!access) throw notFound()
    return access
  },

  save: saveAccess,

  async agree(call, tx) {
    const { client, resellers } = await requireSeenPair(tx, call, call.params)
    const pair = { clientId: client.id, resellerId: call.params.resellerId }
    const isClient = call.caller.account.kind === 'client'
    await tx.asSystem(async () => {
      await lockPair(tx, pair)
      await agree(tx, call, pair, isClient ? 'attested_by_client' : 'confirmed_by_reseller')
    })
    const [access] = await readClientAccess(tx, call, client, resellers)
    if (!access) throw notFound()
    return access
  },

  lock: lockAccess,
  replaceLinks,
  pause: pauseAll,
  resume: resumeAll,
  activity: listActivity,
  check: checkAccess,
  use: useAccess,
  explain: explainAccess,
  ...managedHandlers,
}

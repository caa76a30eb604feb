import type { Behaviours } from '../behaviour-of.ts'
import { notFound } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { keepRecord, newRecord } from '../write-records.ts'

/** Rows of `resellers` with rules of their own: a name is taken once, and the tree has a depth. */
export const resellerBehaviours: Behaviours<'resellers'> = {
  create(call) {
    const { publicIdentifier, parentId } = call.input
    const parent = parentId === undefined ? undefined : call.store.find('resellers', parentId)
    const { account } = call.store.me
    if (parentId !== undefined && !parent && parentId !== account.id) throw notFound()
    const own = call.store.find('resellers', account.id)
    const depth = ((parent ?? own)?.depth ?? 0) + 1
    const { maxDepth } = call.store.single('settings').tree
    if (depth > maxDepth) {
      throw new Refusal('tree_depth_exceeded', `Resellers may be nested ${maxDepth} deep.`, { maxDepth })
    }
    if (call.store.records('resellers').some((one) => one.publicIdentifier === publicIdentifier)) {
      throw new Refusal('identifier_taken', `Another reseller is called ${publicIdentifier}.`, { publicIdentifier })
    }
    return keepRecord(call, { ...newRecord(call, 'resellers'), depth })
  },
}

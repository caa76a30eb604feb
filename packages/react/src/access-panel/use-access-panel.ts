'use client'

import type { AccessGrant, ClientAccess, ClientAccessList, ReplacedLinks, SaveAccess } from '@clientele/contract'
import { useQuery } from '@tanstack/react-query'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useAttempt } from '../parts/use-attempt.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { accessChanged } from '../query/access-changed.ts'
import { rowQuery } from '../query/row-query.ts'
import { useDecision } from '../query/use-decision.ts'
import { useLevelTexts } from '../query/use-level-texts.ts'

/** What a person decides here. */
export type AccessChange =
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'save'; resellerId: string; input: SaveAccess }
  | { kind: 'end'; grant: AccessGrant }
  | { kind: 'letRunOut'; grant: AccessGrant }
  | { kind: 'lower'; grant: AccessGrant; level: string }
  | { kind: 'extend'; grant: AccessGrant; duration: string | null }
  | { kind: 'acceptVersion'; grant: AccessGrant; level: string }
  | { kind: 'declineVersion'; grant: AccessGrant; level: string }
  | { kind: 'replaceLinks'; resellerId: string }

export interface AccessPanelOptions {
  /** Whose account. */
  clientId: string
  /** Runs before a decision is sent, and stops it with `false`. */
  onBeforeChange?: ((change: AccessChange) => boolean | void | Promise<boolean | void>) | undefined
  onChanged?: ((change: AccessChange) => void) | undefined
}

/**
 * Who has access to a client's account, and all that the client can do about it, without the looks.
 *
 * @example
 * const { list, decide } = useAccessPanel({ clientId })
 * <button onClick={() => decide({ kind: 'pause' })}>Stop everybody</button>
 */
export function useAccessPanel({ clientId, onBeforeChange, onChanged }: AccessPanelOptions) {
  const { client: clientele, queryClient } = useClientele()
  const row = rowQuery(clientele, 'access', 'list', clientId)
  const { data: list, isError, error, refetch } = useQuery(row, queryClient)
  const levels = useLevelTexts()
  const { running, failure, attempt } = useAttempt()
  const tell = useDecision({ onBeforeChange, onChanged })
  const loaded = { clientele, queryClient }

  const putList = (answer: ClientAccessList) => {
    queryClient.setQueryData(row.queryKey, answer)
    accessChanged(loaded, ...answer.resellers)
  }
  const putGrant = (grant: AccessGrant) => {
    const { queryKey } = rowQuery(clientele, 'access', 'get', { id: clientId, resellerId: grant.reseller.id })
    queryClient.setQueryData<ClientAccess>(
      queryKey,
      (access) => access && { ...access, grants: access.grants.map((one) => (one.id === grant.id ? grant : one)) },
    )
    accessChanged(loaded)
  }

  const send = async (change: Decision): Promise<void> => {
    const { access, accessGrants } = clientele
    if (change.kind === 'pause' || change.kind === 'resume') return putList(await access[change.kind](clientId))
    const { id, etag: ifMatch } = change.grant
    if (change.kind === 'end' || change.kind === 'letRunOut')
      return putGrant(await accessGrants[change.kind](id, { ifMatch }))
    if (change.kind === 'extend')
      return putGrant(await accessGrants.extend(id, { duration: change.duration }, { ifMatch }))
    return putGrant(await accessGrants[change.kind](id, { level: change.level }, { ifMatch }))
  }

  /** Resolves with `false` where the host stopped it. */
  const decide = (change: Decision): Promise<boolean> => tell(change, () => send(change).then(() => true))

  return {
    state: list ? stateOf(list) : isError ? (isForbidden(error) ? 'forbidden' : 'failed') : 'loading',
    list,
    levels,
    error,
    reload: () => void refetch(),
    decide,
    isResuming: running !== undefined,
    resumeError: failure,
    /** Resuming asks nothing: it only brings back what was there. */
    resume: async () => void (await attempt(true, () => decide({ kind: 'resume' }))),
    /** Takes back the links by which a reseller's access is managed without an account; nothing where the host stopped it. */
    replaceLinks: async (resellerId: string): Promise<ReplacedLinks | undefined> =>
      (await tell({ kind: 'replaceLinks', resellerId }, () =>
        clientele.access.replaceLinks({ id: clientId, resellerId }),
      )) || undefined,
    /** The newest signed receipt of a grant. */
    receiptOf: (grantId: string) => clientele.accessGrants.receipt(grantId),
  } as const
}

/** What {@link useAccessPanel} gives. */
export type AccessPanelModel = ReturnType<typeof useAccessPanel>

/** Saving the switch and taking back links have ways of their own. */
type Decision = Exclude<AccessChange, { kind: 'save' | 'replaceLinks' }>

function stateOf({ resellers, pausedAt }: ClientAccessList) {
  if (resellers.length === 0) return 'empty'
  return pausedAt === null ? 'filled' : 'paused'
}

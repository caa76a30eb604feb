'use client'

import type { AccessGrant, AccessRequest, Client, ClientAccess, Me } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { accessChanged } from '../query/access-changed.ts'
import { rowQuery } from '../query/row-query.ts'
import { useClientAccess } from '../query/use-client-access.ts'
import { useDecision } from '../query/use-decision.ts'
import { useLevelTexts } from '../query/use-level-texts.ts'
import { useMe } from '../query/use-reads.ts'

/** What a reseller decides here. */
export type ResellerAccessChange =
  | { kind: 'end'; grant: AccessGrant }
  | { kind: 'lower'; grant: AccessGrant; level: string }
  | { kind: 'agree' }

export interface ResellerAccessOptions {
  /** To whose account. */
  clientId: string
  /** Whose access. @default that of the caller's account; for the platform, that of the reseller that has the client */
  resellerId?: string | undefined
  /** Runs before a decision is sent, and stops it with `false`. */
  onBeforeChange?: ((change: ResellerAccessChange) => boolean | void | Promise<boolean | void>) | undefined
  onChanged?: ((change: ResellerAccessChange) => void) | undefined
}

/** How often it is looked whether the client has answered, in milliseconds. */
const again = 30_000

/**
 * The access that a reseller has to a client, without the looks: what was asked last, what was agreed and how far it is in
 * effect, and what the reseller can do about it. What the client decides meanwhile shows by itself.
 *
 * @example
 * const { grants, decide } = useResellerAccess({ clientId })
 * grants.map((grant) => <button key={grant.id} onClick={() => decide({ kind: 'end', grant })}>Give back</button>)
 */
export function useResellerAccess({ clientId, resellerId, onBeforeChange, onChanged }: ResellerAccessOptions) {
  const { client: clientele, queryClient } = useClientele()
  const me = useMe()
  const record = useQuery(rowQuery(clientele, 'clients', 'get', clientId), queryClient)
  const account = me.data?.account
  const asking = resellerId ?? whose(account, record.data)
  const access = useClientAccess(clientId, asking)
  const asked = { clientId, resellerId: asking, include: ['actions' as const], limit: 1 }
  const requests = useQuery(
    {
      ...rowQuery(clientele, 'accessRequests', 'list', asked),
      ...(asking === undefined ? { queryFn: skipToken } : {}),
      refetchInterval: ({ state }) => (state.data?.data[0]?.status === 'pending' ? again : false),
    },
    queryClient,
  )
  const levels = useLevelTexts()
  const tell = useDecision({ onBeforeChange, onChanged })
  const loaded = { clientele, queryClient }

  const last = requests.data?.data[0]
  // the client has answered, and the access was read before
  const isAnswered =
    access.data !== undefined && access.data.pendingRequestId === last?.id && last?.status !== 'pending'
  useEffect(() => {
    if (isAnswered) accessChanged({ clientele, queryClient })
  }, [isAnswered, clientele, queryClient])

  const put = (grant: AccessGrant) => {
    const { queryKey } = rowQuery(clientele, 'access', 'get', { id: clientId, resellerId: grant.reseller.id })
    queryClient.setQueryData<ClientAccess>(
      queryKey,
      (before) => before && { ...before, grants: before.grants.map((one) => (one.id === grant.id ? grant : one)) },
    )
    accessChanged(loaded)
  }
  const send = async (change: ResellerAccessChange): Promise<void> => {
    if (change.kind === 'agree') {
      const agreed = await clientele.access.agree(
        { id: clientId, resellerId: asking ?? '' },
        { ifMatch: access.data?.etag },
      )
      return accessChanged(loaded, agreed)
    }
    const { id, etag: ifMatch } = change.grant
    if (change.kind === 'end') return put(await clientele.accessGrants.end(id, { ifMatch }))
    return put(await clientele.accessGrants.lower(id, { level: change.level }, { ifMatch }))
  }

  const isKnown = me.data !== undefined && record.data !== undefined
  const isNone = isKnown && (asking === undefined || isApiError(access.error, 'not_found'))
  const reads = [me, record, ...(isNone ? [] : [requests, access])]
  const failed = reads.find((read) => read.isLoadingError)
  const grants = grantsToShow(access.data)
  return {
    state: failed
      ? isForbidden(failed.error)
        ? 'forbidden'
        : 'failed'
      : reads.some((read) => read.isPending)
        ? 'loading'
        : stateOf(grants, last),
    client: record.data,
    access: access.data,
    /** What was agreed and lives; else what ended last. */
    grants,
    /** The last request of this reseller to this client. */
    last,
    levels,
    /** Whose access it is. */
    resellerId: asking,
    /** It is the caller's own access: what can be done about it, it can do. */
    isOwn: asking !== undefined && asking === account?.id,
    error: failed?.error,
    reload: () => reads.filter((read) => read.isLoadingError).forEach((read) => void read.refetch()),
    /** Resolves with `false` where the host stopped it. */
    decide: (change: ResellerAccessChange): Promise<boolean> => tell(change, () => send(change).then(() => true)),
  } as const
}

/** What {@link useResellerAccess} gives. */
export type ResellerAccessModel = ReturnType<typeof useResellerAccess>

/** Whoever only stands above the reseller that has the client has no access of its own: there is nothing to ask for. */
function whose(account: Me['account'] | undefined, client: Client | undefined): string | undefined {
  if (!account || !client) return undefined
  if (account.kind === 'platform' || account.id === client.owner.id) return client.owner.id
  return client.actions?.requestAccess.code === 'permission_denied' ? undefined : account.id
}

/** Whether a grant gives access, now or later. */
export function isLiving({ status }: Pick<AccessGrant, 'status'>): boolean {
  return status === 'activating' || status === 'active' || status === 'paused'
}

/** What ended is told as long as nothing has taken its place. */
function grantsToShow(access: ClientAccess | undefined): AccessGrant[] {
  const all = access?.grants ?? []
  const living = all.filter(isLiving)
  return living.length > 0 ? living : all
}

function stateOf(grants: readonly AccessGrant[], last: AccessRequest | undefined) {
  const has = (status: AccessGrant['status']) => grants.some((grant) => grant.status === status)
  if (has('active')) return 'active'
  if (has('activating')) return 'waiting'
  if (has('paused')) return 'paused'
  if (last?.status === 'pending') return 'requested'
  return grants.length > 0 || last ? 'over' : 'none'
}

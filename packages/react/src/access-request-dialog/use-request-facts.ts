'use client'

import type { AccessLevel, AccessRequest, ActionState, Client } from '@clientele/contract'
import { skipToken, useQuery } from '@tanstack/react-query'
import { hasAccess } from '../parts/has-access.ts'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from '../query/row-query.ts'
import { useMe, useSettings } from '../query/use-reads.ts'

/** What has to be known before a client is asked: who it is, who asks, the settings, and what there was before. */
export function useRequestFacts(clientId: string, resellerId: string | undefined, family: AccessLevel['family']) {
  const { client, queryClient } = useClientele()
  const me = useMe()
  const settings = useSettings()
  const record = useQuery(rowQuery(client, 'clients', 'get', clientId), queryClient)
  const asking = resellerId ?? me.data?.account.id
  const requests = useQuery(
    {
      ...rowQuery(client, 'accessRequests', 'list', {
        clientId,
        resellerId: asking,
        include: ['actions'],
        limit: 1,
      }),
      ...(asking === undefined ? { queryFn: skipToken } : {}),
    },
    queryClient,
  )
  const hasGrants = asking !== undefined && record.data !== undefined && hasAccess(record.data)
  const grants = useQuery(
    {
      ...rowQuery(client, 'accessGrants', 'list', {
        clientId,
        resellerId: asking,
        status: ['activating', 'active', 'paused'],
        limit: 10,
      }),
      ...(hasGrants ? {} : { queryFn: skipToken }),
    },
    queryClient,
  )
  const reads = [me, settings, record, requests]
  const failed = reads.find((read) => read.isLoadingError)
  const last = requests.data?.data[0]
  const refusal = refusalOf(record.data, last)
  return {
    state: failed
      ? isForbidden(failed.error)
        ? 'forbidden'
        : 'failed'
      : reads.some((read) => read.isPending)
        ? 'loading'
        : refusal?.code === 'permission_denied'
          ? 'forbidden'
          : refusal
            ? 'blocked'
            : 'ready',
    error: failed?.error,
    reload: () => reads.filter((read) => read.isLoadingError).forEach((read) => void read.refetch()),
    /** After a refusal: looks at the client and its last request again. */
    lookAgain: () => Promise.all([record.refetch(), requests.refetch()]),
    /** Why the client cannot be asked, whatever is written; a pending request apart. */
    refusal,
    client: record.data,
    me: me.data,
    settings: settings.data,
    /** The last request of this reseller to this client. */
    last,
    /** What there is access by now. Nothing waits for it. */
    present: grants.data?.data.find((grant) => grant.family === family),
    pending: last?.status === 'pending' ? last : undefined,
  } as const
}

/** What stops any request: of the client, or of the one before, which was declined a short time ago or once too often. */
function refusalOf(client: Client | undefined, last: AccessRequest | undefined): ActionState | undefined {
  const asking = client?.actions?.requestAccess
  if (asking?.allowed === false && asking.code !== 'access_request_pending') return asking
  const again = last?.actions?.resend
  const isLasting = again?.code === 'declined_recently' || again?.code === 'access_request_attempts_exhausted'
  return last?.status !== 'pending' && again?.allowed === false && isLasting ? again : undefined
}

'use client'

import type { AccessQuestion } from '@clientele/contract'
import { useQuery } from '@tanstack/react-query'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from '../query/row-query.ts'
import { useMe } from '../query/use-reads.ts'

/** What is asked about, as `access.explain` takes it. */
export interface WhyButtonOptions extends AccessQuestion {}

/**
 * Why something is possible or not: the steps that were looked at, up to the first that blocks. It asks only once it is
 * opened, and anew each time.
 *
 * @example
 * const { explanation } = useWhyButton({ clientId, capability: 'products.purchase' }, isOpen)
 * explanation?.steps.map(({ step, ok }) => <li key={step}>{step}: {ok ? 'yes' : 'no'}</li>)
 */
export function useWhyButton(question: WhyButtonOptions, isOpen: boolean) {
  const { client, queryClient } = useClientele()
  const { clientId, resellerId, capability, subscriptionId, role } = question
  const asked = {
    clientId,
    capability,
    ...(resellerId === undefined ? {} : { resellerId }),
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
    ...(role === undefined ? {} : { role }),
  }
  const { data, isError, isFetching, error, refetch } = useQuery(
    { ...rowQuery(client, 'access', 'explain', asked), enabled: isOpen, gcTime: 0 },
    queryClient,
  )
  const me = useMe()
  const answered = data && (data.allowed ? 'allowed' : 'blocked')
  return {
    state: answered ?? (isError && !isFetching ? (isForbidden(error) ? 'forbidden' : 'failed') : 'loading'),
    explanation: data,
    /** On which side the reader stands. */
    reader: me.data?.account.kind ?? 'reseller',
    error,
    reload: () => void refetch(),
  } as const
}

/** What {@link useWhyButton} gives. */
export type WhyButtonModel = ReturnType<typeof useWhyButton>

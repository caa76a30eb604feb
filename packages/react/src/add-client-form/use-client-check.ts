'use client'

import type { ClientCheck, ClientDraft } from '@clientele/contract'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useClientele } from '../provider/clientele-context.ts'
import { queryKeyOf } from '../query/query-key.ts'
import { useDebounced } from './use-debounced.ts'

const nothing: ClientCheck = { errors: [], warnings: [], blockers: [], duplicates: [], domain: 'not_checked' }

/** What the server knows of a draft, with the draft it was asked about. */
export interface CheckedDraft {
  answer: ClientCheck
  draft: ClientDraft | null
  isChecking: boolean
}

/**
 * Asks the server about a draft a moment after typing stopped. An older answer never replaces a newer one, and a
 * failing check stops nobody: the server looks again when the form is sent.
 */
export function useClientCheck(draft: ClientDraft | null): CheckedDraft {
  const { client, queryClient } = useClientele()
  const asked = useDebounced(draft, 350)
  const { data, isFetching } = useQuery(
    {
      queryKey: queryKeyOf(client, 'clients', 'check', asked),
      queryFn: asked
        ? async ({ signal }) => ({ answer: await client.clients.check(asked, { signal }), draft: asked })
        : skipToken,
      staleTime: 30_000,
      retry: false,
      placeholderData: keepPreviousData,
    },
    queryClient,
  )
  return useMemo(() => {
    if (draft === null || data === undefined) return { answer: nothing, draft: null, isChecking: false }
    return { answer: data.answer, draft: data.draft, isChecking: isFetching }
  }, [draft, data, isFetching])
}

'use client'

import { useMe, useProductFamilies, useSettings } from '../query/use-reads.ts'

const noRules = { companyRequired: false, teamFamilies: [] }

/** What the form has to know before it can be filled in: who is calling, the settings, what is sold. */
export function useFormFacts() {
  const me = useMe()
  const settings = useSettings()
  const families = useProductFamilies()
  const reads = [me, settings, families]
  // a refresh that fails later leaves the form as it is
  const failed = reads.find((read) => read.isLoadingError)
  const isForbidden = me.data !== undefined && !me.data.rights['clients.create']
  const isPending = reads.some((read) => read.isPending)
  return {
    state: isForbidden ? 'forbidden' : failed ? 'failed' : isPending ? 'loading' : 'ready',
    loadError: failed?.error,
    reload: () => reads.filter((read) => read.isLoadingError).forEach((read) => void read.refetch()),
    rules: settings.data?.client ?? noRules,
    families: families.data?.data ?? [],
  } as const
}

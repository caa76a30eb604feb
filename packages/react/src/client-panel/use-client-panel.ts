'use client'

import type { FieldError } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { useState } from 'react'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useProductFamilies, useSettings } from '../query/use-reads.ts'
import {
  contactFieldOf,
  contactOf,
  updateOf,
  updateProblems,
  type ContactField,
  type ContactValues,
} from './contact-values.ts'
import { useClientRecord, type ClientPanelOptions } from './use-client-record.ts'
import { useDescription } from './use-description.ts'
import { useSection } from './use-section.ts'

/**
 * The record of one client without its looks: what it says, and its sections that can be edited.
 *
 * @example
 * const { client, description } = useClientPanel({ clientId })
 * <textarea value={description.values?.text} onChange={(event) => description.type({ text: event.target.value })} />
 */
export function useClientPanel(options: ClientPanelOptions) {
  const record = useClientRecord(options)
  const { client, refetch, change } = record
  const families = useProductFamilies()
  const settings = useSettings()
  const [attempts, setAttempts] = useState(0)
  const rules = settings.data?.client

  const contact = useSection<ContactValues>({
    client,
    refetch,
    action: client?.actions?.update,
    valuesOf: contactOf,
    onSaved: () => setAttempts(0),
    send: async (typed, base) => {
      const input = updateOf(base, typed)
      return input === null || change({ section: 'contact', input }, base)
    },
  })
  const description = useDescription(record)
  const tags = useSection<{ tags: readonly string[] }>({
    client,
    refetch,
    action: client?.actions?.setTags,
    valuesOf: (of) => ({ tags: of.tags ?? [] }),
    send: (typed, base) => change({ section: 'tags', input: { tags: [...(typed.tags ?? base.tags ?? [])] } }, base),
  })

  const wanted = contact.base && updateOf(contact.base, contact.typed)
  const problems = contact.base && wanted ? updateProblems(contact.base, wanted, rules) : []
  const answered = isApiError(contact.error) ? contact.error.errors : []

  return {
    state: client ? 'filled' : record.isError ? (isForbidden(record.error) ? 'forbidden' : 'failed') : 'loading',
    client,
    record,
    error: record.error,
    reload: () => void refetch(),
    nameOfFamily: (key: string) => families.data?.data.find((family) => family.key === key)?.name ?? key,
    companyRequired: rules?.companyRequired ?? false,
    contact: {
      ...contact,
      problemOf(field: ContactField): FieldError | undefined {
        const isAbout = (error: FieldError) => contactFieldOf(error.pointer) === field
        return (attempts > 0 ? problems.find(isAbout) : undefined) ?? answered.find(isAbout)
      },
      /** Counts the times that it was to be saved. */
      attempts,
      async save() {
        setAttempts((count) => count + 1)
        if (problems.length === 0) await contact.save()
      },
    },
    description,
    tags,
  } as const
}

/** What {@link useClientPanel} gives. */
export type ClientPanelModel = ReturnType<typeof useClientPanel>

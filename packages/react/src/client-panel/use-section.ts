'use client'

import type { ActionState, Client } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { useRef, useState } from 'react'
import { conflictOf, withoutUntouched, type Conflict, type FieldValues } from './conflict.ts'

export interface SectionOptions<V extends FieldValues> {
  client: Client | undefined
  /** What the caller may do with this section. */
  action: ActionState | undefined
  /** What stands in the fields when nothing was typed. */
  valuesOf: (client: Client) => V
  /** Sends what was typed, for the version that was on the screen. Resolves with `false` where a host stopped it. */
  send: (typed: Partial<V>, base: Client) => Promise<boolean>
  refetch: () => Promise<Client | undefined>
  onSaved?: () => void
}

/**
 * One part of the record that is opened, edited and saved by itself. It remembers the version it was opened with. What
 * somebody else saves meanwhile (412) is never lost: where it touches other fields, both stay; where it touches these,
 * the reader chooses.
 */
export function useSection<V extends FieldValues>(options: SectionOptions<V>) {
  const { client, action, valuesOf, send, refetch, onSaved } = options
  const [base, setBase] = useState<Client>()
  const [typed, setTyped] = useState<Partial<V>>({})
  const [conflict, setConflict] = useState<Conflict<V>>()
  const [error, setError] = useState<unknown>()
  const [isSaving, setSaving] = useState(false)
  const running = useRef(false)
  const values: V | undefined = base && { ...valuesOf(base), ...typed }

  const type = (change: Partial<V>) => setTyped((before) => ({ ...before, ...change }))
  const close = () => {
    setBase(undefined)
    setTyped({})
    setConflict(undefined)
    setError(undefined)
  }
  const done = () => {
    close()
    onSaved?.()
  }

  /** Somebody else saved first: looks at what, and sends again if none of it stands in this section. */
  const reconcile = async (refusal: unknown, from: Client): Promise<void> => {
    const latest = await refetch()
    if (!latest) throw refusal
    const found = conflictOf(valuesOf(from), valuesOf(latest), typed)
    setBase(latest)
    if (found === undefined) return attempt(latest)
    setTyped((before) => withoutUntouched(valuesOf(from), before))
    setConflict(found)
  }

  const attempt = async (from: Client): Promise<void> => {
    try {
      if (await send(typed, from)) done()
    } catch (thrown) {
      if (!isApiError(thrown, 'etag_mismatch')) throw thrown
      await reconcile(thrown, from)
    }
  }

  return {
    isOpen: base !== undefined,
    /** The version that is edited. */
    base,
    typed,
    /** What stands in the fields. */
    values,
    type,
    /** Why it cannot be opened. */
    refused: action && !action.allowed ? action : undefined,
    open: () => setBase(client),
    close,
    isSaving,
    error,
    /** What somebody else saved meanwhile, beside what was typed here. Choose by typing either. */
    conflict,
    save: async () => {
      if (running.current || !base) return
      running.current = true
      setSaving(true)
      setError(undefined)
      try {
        await attempt(base)
      } catch (thrown) {
        setError(thrown)
      } finally {
        running.current = false
        setSaving(false)
      }
    },
  }
}

type SectionModel = ReturnType<typeof useSection<FieldValues>>

/** What every section gives, whatever is typed in it. */
export interface Section extends Pick<
  SectionModel,
  'isOpen' | 'base' | 'values' | 'refused' | 'open' | 'close' | 'isSaving' | 'error' | 'save'
> {
  conflict: Conflict | undefined
  type: (change: never) => void
}

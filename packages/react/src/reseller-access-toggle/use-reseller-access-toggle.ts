'use client'

import type { ClientAccess, SaveAccess } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { useEffect, useRef, useState } from 'react'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useAttempt } from '../parts/use-attempt.ts'
import { useEvent } from '../parts/use-event.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { accessChanged } from '../query/access-changed.ts'
import { useClientAccess } from '../query/use-client-access.ts'
import {
  isChanged,
  isDecidedAnew,
  needsAgreement,
  savedDraft,
  saveInput,
  tickChanges,
  type AccessDraft,
} from './access-draft.ts'

export interface ResellerAccessToggleOptions {
  /** Whose switch. */
  clientId: string
  /** For which reseller: each has a switch of its own (R201). */
  resellerId: string
  /** Runs before the decision is sent, and stops it with `false`. */
  onBeforeSave?: ((input: SaveAccess, access: ClientAccess) => boolean | void | Promise<boolean | void>) | undefined
  onSaved?: ((access: ClientAccess) => void) | undefined
  /** There is something to save, or no more: a page warns before it is left (`beforeunload`). */
  onDirtyChange?: ((isDirty: boolean) => void) | undefined
}

/**
 * The client's switch for one reseller and the ticks below it, without their looks. Nothing is sent before `save()`;
 * what is saved is in effect only once `access.allow.observed` says so.
 *
 * @example
 * const { draft, change, isDirty, save } = useResellerAccessToggle({ clientId, resellerId })
 * <input type="checkbox" checked={draft?.allow} onChange={(event) => change({ allow: event.target.checked })} />
 */
export function useResellerAccessToggle(options: ResellerAccessToggleOptions) {
  const { clientId, resellerId, onBeforeSave, onSaved, onDirtyChange } = options
  const { client: clientele, queryClient } = useClientele()
  const { data: access, isError, error: loadError, refetch } = useClientAccess(clientId, resellerId)
  const [typed, setTyped] = useState<Partial<AccessDraft>>({})
  const [base, setBase] = useState<ClientAccess>()
  const { running, failure, clearFailure, attempt } = useAttempt()
  const [outcome, setOutcome] = useState<{ kind: 'saved' | 'changed'; access: ClientAccess }>()
  const [attempts, setAttempts] = useState(0)

  // that it was saved is no news beside what was decided since, as that everything is paused
  if (outcome?.kind === 'saved' && access && isDecidedAnew(outcome.access, access)) setOutcome(undefined)

  const draft = access && { ...savedDraft(access), ...typed }
  const isDirty = access !== undefined && draft !== undefined && isChanged(draft, access)
  const isAgreementMissing = access !== undefined && draft !== undefined && needsAgreement(draft, access)
  const { ticked, unticked } = access && draft ? tickChanges(draft, access) : { ticked: [], unticked: [] }
  const may = access?.actions.save

  const tellDirty = useEvent((is: boolean) => onDirtyChange?.(is))
  const told = useRef(false)
  useEffect(() => {
    if (told.current === isDirty) return
    told.current = isDirty
    tellDirty(isDirty)
  }, [isDirty, tellDirty])

  const reset = () => {
    setTyped({})
    setBase(undefined)
    clearFailure()
    setAttempts(0)
  }

  const send = async (from: ClientAccess, wanted: AccessDraft): Promise<void> => {
    const input = saveInput(wanted, from)
    if ((await onBeforeSave?.(input, from)) === false) return
    const saved = await clientele.access.save({ id: clientId, resellerId }, input, { ifMatch: from.etag })
    accessChanged({ clientele, queryClient }, saved)
    reset()
    setOutcome({ kind: 'saved', access: saved })
    onSaved?.(saved)
  }

  /** It is not as it was on the screen (412). Where only something took effect, what was chosen is sent again. */
  const reconcile = async (refusal: unknown, from: ClientAccess, wanted: AccessDraft): Promise<void> => {
    const { data: latest } = await refetch()
    if (!latest) throw refusal
    setBase(latest)
    if (!isDecidedAnew(from, latest)) return send(latest, wanted)
    setOutcome({ kind: 'changed', access: latest })
  }

  return {
    state: access
      ? shownState(access, isDirty)
      : isError
        ? isForbidden(loadError)
          ? 'forbidden'
          : 'failed'
        : 'loading',
    access,
    /** What stands in the form. */
    draft,
    change: (change: Partial<AccessDraft>) => {
      setBase((before) => before ?? access)
      setTyped((before) => ({ ...before, ...change }))
      setOutcome((before) => (before?.kind === 'saved' ? undefined : before))
    },
    isDirty,
    /** What saving would tick and untick. */
    ticked,
    unticked,
    /** A new tick needs the word that the reseller agrees (R171). */
    isAgreementMissing,
    /** Saving was tried without that word. */
    isAgreementWanted: isAgreementMissing && attempts > 0 && !draft?.hasAgreed,
    /** Why nothing can be changed here. */
    refused: may && !may.allowed ? may : undefined,
    discard: () => {
      reset()
      setOutcome(undefined)
    },
    isSaving: running !== undefined,
    /** `saved`: since then nothing was touched or decided. `changed`: somebody else was faster, and what was chosen is still there. */
    outcome: outcome?.kind,
    attempts,
    error: failure ?? (access ? undefined : loadError),
    reload: () => void refetch(),
    save: async () => {
      if (running !== undefined || !access || !draft || !isDirty) return
      setAttempts((count) => count + 1)
      if (isAgreementMissing && !draft.hasAgreed) return
      setOutcome(undefined)
      const from = base ?? access
      await attempt(true, () =>
        send(from, draft).catch((thrown: unknown) => {
          if (!isApiError(thrown, 'etag_mismatch')) throw thrown
          return reconcile(thrown, from, draft)
        }),
      )
    },
  } as const
}

/** What {@link useResellerAccessToggle} gives. */
export type ResellerAccessToggleModel = ReturnType<typeof useResellerAccessToggle>

function shownState({ allow }: ClientAccess, isDirty: boolean) {
  if (isDirty) return 'unsaved'
  if (allow.propagation !== 'in_sync') return allow.propagation
  return allow.wanted ? 'on' : 'off'
}

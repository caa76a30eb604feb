'use client'

import type { Client, CreateClient } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { useMemo, useRef, useState } from 'react'
import { useClientele } from '../provider/clientele-context.ts'
import { clientAdded } from '../query/refresh-clients.ts'
import { useSubmissionKey } from '../query/use-submission-key.ts'
import { findingsOf } from './add-client-findings.ts'
import { problemsOf } from './add-client-problems.ts'
import {
  draftOf,
  emptyAddClientValues,
  inputOf,
  type AddClientField,
  type AddClientValues,
} from './add-client-values.ts'
import { useClientCheck } from './use-client-check.ts'
import { useFormFacts } from './use-form-facts.ts'
import { useSettingUp } from './use-setting-up.ts'

export interface AddClientFormOptions {
  /** The kind that is chosen at first. @default 'quick' */
  defaultForm?: AddClientValues['form'] | undefined
  /** Whose client it becomes. @default the caller's account */
  ownerId?: string | undefined
  /** Runs before the client is sent, and stops it with `false`. */
  onBeforeCreate?: ((input: CreateClient) => boolean | void | Promise<boolean | void>) | undefined
  onCreated?: ((client: Client) => void) | undefined
}

const nothingLeft: ReadonlySet<AddClientField> = new Set()

/**
 * The form that adds a client, without its looks: values, what is wrong with them, what the server knows of them while
 * they are typed, and the one call that adds the client once.
 *
 * @example
 * const form = useAddClientForm({ onCreated: (client) => navigate(`/clients/${client.id}`) })
 * <input value={form.values.firstName} onChange={(event) => form.setValue('firstName', event.target.value)} />
 */
export function useAddClientForm(options: AddClientFormOptions = {}) {
  const { defaultForm = 'quick', ownerId, onBeforeCreate, onCreated } = options
  const { client, queryClient } = useClientele()
  const [values, setValues] = useState<AddClientValues>({ ...emptyAddClientValues, form: defaultForm })
  const [left, setLeft] = useState(nothingLeft)
  const [isTried, setTried] = useState(false)
  const [failure, setFailure] = useState<{ error: unknown; values: AddClientValues }>()
  const [isSaving, setSaving] = useState(false)
  const [created, setCreated] = useState<Client>()
  const latest = useSettingUp(created)
  const [refusals, setRefusals] = useState(0)
  const running = useRef(false)
  const submissionKey = useSubmissionKey()

  const { state, loadError, reload, rules, families } = useFormFacts()
  const check = useClientCheck(useMemo(() => draftOf(values, ownerId), [values, ownerId]))
  const problems = useMemo(() => problemsOf(values, rules), [values, rules])
  const findings = findingsOf({ values, problems, check, failure })
  const { domainProblem, blockers, duplicates, duplicatesRefused, warnings } = findings

  const send = async (input: CreateClient): Promise<void> => {
    try {
      if ((await onBeforeCreate?.(input)) === false) return
      const added = await client.clients.create(input, { idempotencyKey: submissionKey.keyFor(input) })
      submissionKey.release()
      setFailure(undefined)
      setCreated(added)
      onCreated?.(added)
      clientAdded({ clientele: client, queryClient }, added)
    } catch (error) {
      // an answer is final, and the same key would only repeat it; without one the client may have been added
      if (isApiError(error) && !error.retryable) submissionKey.release()
      setFailure({ error, values })
      setRefusals((count) => count + 1)
    }
  }

  return {
    /** `forbidden`: the caller may not add clients. */
    state,
    loadError,
    reload,
    rules,
    families,
    values,
    setValue<F extends keyof AddClientValues>(field: F, value: AddClientValues[F]) {
      setValues((before) => ({ ...before, [field]: value }))
      const decidesType = field === 'productFamily' || field === 'customerType'
      if (decidesType) setLeft((before) => new Set(before).add('customerType'))
    },
    /** Tell it when a field loses the focus: from then on, what is wrong with it is said. */
    leave(field: AddClientField) {
      if (values[field] !== '') setLeft((before) => (before.has(field) ? before : new Set(before).add(field)))
    },
    /** What is to be said about a field now: what the form finds, only once it was left or the form was sent. */
    problemOf: (field: AddClientField) => findings.problemOf(field, isTried || left.has(field)),
    /** Whose the domain is, or why its owner cannot be added: of {@link problemOf} what only the server knows. */
    domainProblem,
    /** Why it cannot be added, whatever else is typed. */
    blockers,
    duplicates,
    /** The last attempt was refused because of them. */
    duplicatesRefused,
    /** What should be looked at, and stops nothing. */
    warnings,
    /** Of the last attempt, where neither a field nor a notice of its own tells it. */
    failure: findings.failure,
    /** Counts the times that the form was not sent or was refused: then the first wrong field wants the focus. */
    refusals,
    isChecking: check.isChecking,
    isSaving,
    /** The client that was added, as it is now: while it is being set up, the server is asked how far it is. */
    created: latest,
    /** Adds the client, unless something is known to be wrong. A second call while one runs does nothing. */
    async submit({ acceptDuplicate = false }: { acceptDuplicate?: boolean } = {}): Promise<void> {
      if (running.current) return
      setTried(true)
      if (findings.isKnownWrong) {
        setRefusals((count) => count + 1)
        return
      }
      running.current = true
      setSaving(true)
      // the schema has just found nothing wrong with it
      const input = inputOf(values, ownerId) as unknown as CreateClient
      await send(acceptDuplicate ? { ...input, acceptDuplicate } : input)
      running.current = false
      setSaving(false)
    },
    /** Begins anew, with the same kind of client. */
    reset() {
      setValues((before) => ({ ...emptyAddClientValues, form: before.form }))
      setLeft(nothingLeft)
      setTried(false)
      setFailure(undefined)
      setCreated(undefined)
    },
  }
}

/** What {@link useAddClientForm} gives. */
export type AddClientFormModel = ReturnType<typeof useAddClientForm>

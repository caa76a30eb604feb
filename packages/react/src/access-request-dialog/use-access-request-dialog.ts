'use client'

import type { AccessLevel, AccessRequest, AccessScope, CreateAccessRequest } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { lengthsUpTo } from '../parts/lengths.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { queryKeyOf } from '../query/query-key.ts'
import { requestChanged } from '../query/request-changed.ts'
import { rowQuery } from '../query/row-query.ts'
import { useSubmissionKey } from '../query/use-submission-key.ts'
import type { Reason } from '../words/use-failure-words.ts'
import type { AccessRequestDialogStrings } from './access-request-dialog.strings.ts'
import {
  isClosed,
  mailLanguage,
  termsOf,
  requestFieldOf,
  requestInput,
  requestProblems,
  type AccessRequestField,
  type AccessRequestValues,
} from './request-values.ts'
import { useDefaultMessage } from './use-default-message.ts'
import { useRequestFacts } from './use-request-facts.ts'

export interface AccessRequestDialogOptions {
  clientId: string
  /** Who asks. @default the caller's account */
  resellerId?: string | undefined
  /** What of the account the access is for. @default what the level is usually for */
  scope?: AccessScope | undefined
  /** Which levels there are to choose from. @default 'products' */
  family?: AccessLevel['family'] | undefined
  /** An earlier request that is asked again: its level, address, message and duration stand there at first. */
  again?: AccessRequest | undefined
  /** Runs before the request is sent, and stops it with `false`. */
  onBeforeSend?: ((input: CreateAccessRequest) => boolean | void | Promise<boolean | void>) | undefined
  onSent?: ((request: AccessRequest) => void) | undefined
  /** Texts that replace those of the language: the message that stands there at first is one of them. */
  messages?: Partial<AccessRequestDialogStrings> | undefined
}

/**
 * Asking a client for access without its looks: level, then address and message, then one call that asks once. Where the
 * client has been asked already, that request, and the way to put another in its place.
 *
 * @example
 * const form = useAccessRequestDialog({ clientId })
 * <textarea value={form.values.message} onChange={(event) => form.type({ message: event.target.value })} />
 */
export function useAccessRequestDialog(options: AccessRequestDialogOptions) {
  const {
    clientId,
    resellerId,
    again,
    scope = again?.scope,
    family = 'products',
    onBeforeSend,
    onSent,
    messages,
  } = options
  const { client: clientele, queryClient, locale } = useClientele()
  const facts = useRequestFacts(clientId, resellerId, family)
  const { client, me, settings, last, pending } = facts
  const submissionKey = useSubmissionKey()
  const [step, setStep] = useState<'level' | 'message'>('level')
  const [typed, setTyped] = useState<Partial<AccessRequestValues>>({})
  const [writtenIn, setWrittenIn] = useState(again?.languageCode)
  const [retired, setRetired] = useState<string>()
  const [supersede, setSupersede] = useState<string>()
  const [isTried, setTried] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const [failure, setFailure] = useState<{ error: unknown; values: AccessRequestValues }>()
  const [isSending, setSending] = useState(false)
  const [created, setCreated] = useState<AccessRequest>()
  const running = useRef(false)

  const longest = settings?.access.maxDuration ?? null
  const sender = me?.caller.kind === 'widget_session' ? (me.caller.name ?? me.account.name) : (me?.account.name ?? '')
  const byDefault = useDefaultMessage({ family, sender, messages })
  const offered = useQuery(
    {
      ...rowQuery(clientele, 'accessLevels', 'list', { family, limit: 200 }),
      ...(again ? {} : { queryFn: skipToken }),
    },
    queryClient,
  )
  const level = typed.level ?? offered.data?.data.find(({ id, selectable }) => selectable && id === again?.level)
  const written = typed.message ?? again?.message
  const follows = written === undefined || byDefault.isDefault(written)
  const wantedLanguages = [again?.languageCode ?? null, client?.languageCode ?? null, locale.code]
  const languageCode = typed.languageCode ?? mailLanguage(level, wantedLanguages)
  const lengths = lengthsUpTo(longest)
  const before = {
    recipientEmail: again?.recipientEmail ?? client?.primaryEmail ?? last?.recipientEmail ?? '',
    ...termsOf(again, lengths, longest),
  }
  const values: AccessRequestValues = {
    ...before,
    ...typed,
    level,
    languageCode,
    message: follows ? byDefault.messageIn(languageCode) : written,
  }
  const subject = { clientId, resellerId, scope, supersede }
  const problems = requestProblems(values, subject)
  const refused = isApiError(failure?.error) ? failure.error : undefined

  const problemOf = (field: AccessRequestField): Reason | undefined => {
    if (field === 'recipientEmail' && isClosed(last, values.recipientEmail)) return bouncedAt(values.recipientEmail)
    const own = isTried ? problems.find(({ pointer }) => requestFieldOf(pointer) === field) : undefined
    if (own || failure?.values[field] !== values[field]) return own
    if (field === 'recipientEmail' && refused?.code === 'recipient_bounced') return bouncedAt(values.recipientEmail)
    return refused?.errors.find(({ pointer }) => requestFieldOf(pointer) === field)
  }
  const isToldByFields =
    refused?.code === 'recipient_bounced' ||
    refused?.code === 'level_version_retired' ||
    (refused?.code === 'validation_failed' && refused.errors.every(({ pointer }) => requestFieldOf(pointer)))

  const stop = () => {
    setTried(true)
    setRefusals((count) => count + 1)
  }

  const settle = async (error: unknown): Promise<void> => {
    if (isApiError(error, 'level_version_retired')) {
      await queryClient.invalidateQueries({ queryKey: queryKeyOf(clientele, 'accessLevels', 'list') })
      setRetired(values.level?.id)
      setTyped(({ level: _gone, ...rest }) => rest)
      setTried(false)
      setStep('level')
    }
    if (isApiError(error) && error.status === 409) {
      // somebody has asked, or the client has answered meanwhile
      const isOther = isApiError(error, 'access_request_pending') || isApiError(error, 'invalid_state_transition')
      if (isOther) setSupersede(undefined)
      await facts.lookAgain()
    }
    if (isApiError(error, 'validation_failed')) {
      if (error.errors.some(({ pointer }) => requestFieldOf(pointer) === 'level')) setStep('level')
    }
  }

  const attempt = async (input: CreateAccessRequest): Promise<void> => {
    try {
      if ((await onBeforeSend?.(input)) === false) return
      const request = await clientele.accessRequests.create(input, { idempotencyKey: submissionKey.keyFor(input) })
      submissionKey.release()
      setFailure(undefined)
      setCreated(request)
      requestChanged({ clientele, queryClient }, request)
      onSent?.(request)
    } catch (error) {
      // an answer is final, and the same key would only repeat it; without one the client may have been asked
      if (isApiError(error) && !error.retryable) submissionKey.release()
      setFailure({ error, values })
      await settle(error)
      setRefusals((count) => count + 1)
    }
  }

  const isPending = pending !== undefined && supersede === undefined
  return {
    /** `pending`: the client has been asked already. `blocked`: it cannot be asked now, as `refusal` says. */
    state: created
      ? 'sent'
      : facts.state !== 'ready'
        ? facts.state
        : isPending
          ? 'pending'
          : isSending
            ? 'sending'
            : step,
    facts,
    family,
    values,
    /** The lengths of time to choose from; the last one is the longest, if there is one. */
    lengths,
    longest,
    /** Who asks, as the client reads it. */
    sender,
    /** The level in the picker: also one that was chosen and is not offered in that version any more. */
    levelId: values.level?.id ?? retired ?? again?.level ?? null,
    /** The language of a message that does not follow that of the mail: what was written stays as it is. */
    messageStaysIn: follows ? otherLanguage(byDefault.languageFor(languageCode), languageCode) : writtenIn,
    type: (change: Partial<AccessRequestValues>) => {
      if (change.message !== undefined && follows) setWrittenIn(byDefault.languageFor(languageCode))
      setTyped((rest) => ({ ...rest, ...change }))
    },
    /** Whether something was written that would be lost. */
    isWritten:
      created === undefined &&
      ((!follows && values.message !== again?.message) || values.recipientEmail !== before.recipientEmail),
    problemOf,
    /** Counts the times that it did not go on: then the first wrong field wants the focus. */
    refusals,
    /** Of the last attempt, where no field tells it. */
    failure: isToldByFields ? undefined : failure?.error,
    /** The request that this one takes the place of. */
    supersede,
    /** Goes on to ask for another level than the pending request does. */
    askForAnother: () => {
      setSupersede(pending?.id)
      setFailure(undefined)
    },
    next: () => {
      if (values.level === undefined) return stop()
      setTried(false)
      setFailure(undefined)
      setStep('message')
    },
    back: () => {
      setFailure(undefined)
      setStep('level')
    },
    isSending,
    created,
    /** Asks, unless something is known to be wrong. A second call while one runs does nothing. */
    async send(): Promise<void> {
      if (running.current) return
      if (problems.length > 0 || isClosed(last, values.recipientEmail)) return stop()
      running.current = true
      setTried(true)
      setSending(true)
      // the schema has just found nothing wrong with it
      await attempt(requestInput(values, subject) as CreateAccessRequest)
      running.current = false
      setSending(false)
    },
  } as const
}

/** Nobody has a message in the language of the mail: then it is in that of the page. */
function otherLanguage(language: string, mail: string): string | undefined {
  return mail.split('-')[0] === language.split('-')[0] ? undefined : language
}

function bouncedAt(email: string): Reason {
  return { code: 'recipient_bounced', data: { email: email.trim() } }
}

/** What {@link useAccessRequestDialog} gives. */
export type AccessRequestDialogModel = ReturnType<typeof useAccessRequestDialog>

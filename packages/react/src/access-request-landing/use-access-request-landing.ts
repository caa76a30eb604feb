'use client'

import type { AcceptedRequest, LinkedRequest } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from '../query/row-query.ts'
import { useSubmissionKey } from '../query/use-submission-key.ts'
import { levelTextsIn } from '../words/level-texts.ts'

/** What the holder of the link is about to answer. */
export type LandingAnswer =
  | { kind: 'accept'; level: string; accountId?: string }
  | { kind: 'decline'; reason: string | null }
  | { kind: 'askAgain' }

export interface AccessRequestLandingOptions {
  /** Runs before an answer is sent, and stops it with `false`. */
  onBeforeAnswer?:
    | ((answer: LandingAnswer, request: LinkedRequest) => boolean | void | Promise<boolean | void>)
    | undefined
  onAccepted?: ((accepted: AcceptedRequest) => void) | undefined
  onDeclined?: ((request: LinkedRequest) => void) | undefined
  /** The reseller was told that the client would like to be asked again. */
  onAskedAgain?: ((request: LinkedRequest) => void) | undefined
}

/**
 * The page behind the link of a request, without its looks: what is asked for, who may answer, and the answer. The
 * client of the provider has to be made with the link: `createClient({ baseUrl, link: takeLink() })`.
 *
 * @example
 * const { request, levelTexts, accept, decline } = useAccessRequestLanding()
 * <button onClick={() => accept()}>Accept “{levelTexts?.name}”</button>
 */
export function useAccessRequestLanding(options: AccessRequestLandingOptions = {}) {
  const { onBeforeAnswer, onAccepted, onDeclined, onAskedAgain } = options
  const { client, queryClient, locale } = useClientele()
  const row = rowQuery(client, 'accessRequests', 'current')
  const { data: request, isError, error, refetch } = useQuery(row, queryClient)
  const [accountId, setAccountId] = useState<string>()
  const [isAccountWanted, setAccountWanted] = useState(false)
  const [accepted, setAccepted] = useState<AcceptedRequest>()
  const [isDeclined, setDeclined] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const [isAsking, setAsking] = useState(false)
  const isBusy = useRef(false)
  const submission = useSubmissionKey()

  const levelTexts = request && levelTextsIn(request.level.texts, locale.code)
  const accounts = request?.viewer.accounts ?? []
  const account = accounts.length === 1 ? accounts[0] : accounts.find(({ id }) => id === accountId)

  const put = (answered: LinkedRequest) => queryClient.setQueryData(row.queryKey, answered)

  const send = async (answer: LandingAnswer): Promise<void> => {
    const options = { idempotencyKey: submission.keyFor(answer) }
    if (answer.kind === 'accept') {
      const { kind: _, ...input } = answer
      const outcome = await client.accessRequests.accept(
        { ...input, ...(levelTexts && { languageCode: levelTexts.language }) },
        options,
      )
      put(outcome.request)
      setAccepted(outcome)
      onAccepted?.(outcome)
    } else if (answer.kind === 'decline') {
      const declined = await client.accessRequests.decline({ reason: answer.reason }, options)
      put(declined)
      setDeclined(true)
      onDeclined?.(declined)
    } else {
      const asked = await client.accessRequests.askAgain(options)
      put(asked)
      onAskedAgain?.(asked)
    }
    submission.release()
  }

  /**
   * Resolves with whether it was done. Where things are not as they were on the page, it is read again and nothing was
   * done: {@link refusal} says why. What may pass (no connection, a server in trouble) is thrown.
   */
  const answer = async (given: LandingAnswer): Promise<boolean> => {
    if (isBusy.current || !request) return false
    isBusy.current = true
    setRefusal(undefined)
    try {
      if ((await onBeforeAnswer?.(given, request)) === false) return false
      await send(given)
      return true
    } catch (thrown) {
      if (!isOutdated(thrown)) throw thrown
      setRefusal(thrown)
      await refetch()
      return false
    } finally {
      isBusy.current = false
    }
  }

  return {
    state: stateOf(request, isError, error, refusal),
    request,
    /** The level in the reader's language, or in the closest one it has. */
    levelTexts,
    error,
    reload: () => void refetch(),
    /** The accounts to choose from, where the person administers several (R32). */
    accounts,
    /** The one that is meant. */
    account,
    chooseAccount: (id: string) => {
      setAccountId(id)
      setAccountWanted(false)
    },
    /** Accepting was tried without a choice. */
    isAccountWanted,
    /** Whether it can be accepted as it stands: of several accounts one has to be chosen first. */
    checkAccount(): boolean {
      const isMissing = accounts.length > 0 && !account
      setAccountWanted(isMissing)
      return !isMissing
    },
    /** What accepting led to, while the page is open: the receipt and the link are shown once. */
    accepted,
    /** It was declined here and now. */
    isDeclined,
    /** Why the last answer was not taken, where things have changed since the page was read. */
    refusal,
    accept(): Promise<boolean> {
      if (!request) return Promise.resolve(false)
      return answer({ kind: 'accept', level: request.level.id, ...(account && { accountId: account.id }) })
    },
    decline: (reason: string | null = null) => answer({ kind: 'decline', reason }),
    isAsking,
    /** Tells the reseller that the client would like to be asked again. */
    async askAgain(): Promise<void> {
      setAsking(true)
      try {
        await answer({ kind: 'askAgain' })
      } catch (thrown) {
        setRefusal(thrown)
      } finally {
        setAsking(false)
      }
    },
  } as const
}

/** What {@link useAccessRequestLanding} gives. */
export type AccessRequestLandingModel = ReturnType<typeof useAccessRequestLanding>

function stateOf(request: LinkedRequest | undefined, isError: boolean, error: unknown, refusal: unknown) {
  if (isError && isApiError(error, 'link_invalid')) return 'invalid'
  if (!request) return isError ? 'failed' : 'loading'
  if (request.status === 'accepted' || request.status === 'declined' || request.status === 'expired')
    return request.status
  if (request.status !== 'pending') return 'over'
  if (request.level.status === 'retired' || isApiError(refusal, 'duration_not_allowed')) return 'outdated'
  const { mayAnswer } = request.viewer
  return mayAnswer === 'yes' ? 'open' : mayAnswer === 'sign_in' ? 'sign_in' : 'wrong_person'
}

const outdated = [
  'link_invalid',
  'access_request_expired',
  'access_request_not_pending',
  'recipient_mismatch',
  'level_version_retired',
  'duration_not_allowed',
  'validation_failed',
] as const

/** Refusals that say: it is not as it was on the page. */
function isOutdated(error: unknown): boolean {
  return outdated.some((code) => isApiError(error, code))
}

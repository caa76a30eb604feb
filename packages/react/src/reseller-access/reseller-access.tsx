'use client'

import type { AccessRequest } from '@clientele/contract'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { LaterFailure } from '../parts/later-failure.tsx'
import { laterPart } from '../parts/later-file.ts'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useLater } from '../parts/use-later.ts'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords } from '../words/use-words.ts'
import { resellerAccessStrings, type ResellerAccessStrings } from './reseller-access.strings.ts'
import { useResellerAccess, type ResellerAccessChange } from './use-reseller-access.ts'

export interface ResellerAccessProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** To whose account. */
  clientId: string
  /** Whose access. @default that of the caller's account; for the platform, that of the reseller that has the client */
  resellerId?: string
  /** Runs before a decision is sent. Return `false` to stop it. */
  onBeforeChange?: ((change: ResellerAccessChange) => boolean | void | Promise<boolean | void>) | undefined
  onChanged?: ((change: ResellerAccessChange) => void) | undefined
  /** The client was asked for access from here. */
  onAccessRequested?: ((request: AccessRequest) => void) | undefined
  /** Shows the next step once the client has accepted: adding products for it (R36). */
  onAddProducts?: ((request: AccessRequest) => void) | undefined
  /** Texts that replace those of the language. */
  messages?: Partial<ResellerAccessStrings>
}

/**
 * The reseller's side of the access to a client: what was asked last and how it stands, what was agreed and how far it is
 * in effect, and the ways to ask for more, to lower it and to give it back. `ClientPanel` shows it by itself.
 *
 * @example
 * <ResellerAccess clientId={client.id} onAddProducts={() => location.assign(`/shop?for=${client.id}`)} />
 */
export const ResellerAccess = forwardRef<HTMLDivElement, ResellerAccessProps>(function ResellerAccess(props, ref) {
  const { clientId, resellerId, onBeforeChange, onChanged, onAccessRequested, onAddProducts, messages, ...rest } = props
  const t = useAccessWords('resellerAccess', resellerAccessStrings, messages)
  const words = useAccessFailureWords()
  const model = useResellerAccess({ clientId, resellerId, onBeforeChange, onChanged })
  const details = useLater(loadDetails)
  const { client, state, error } = model
  const isThere = state !== 'loading' && state !== 'failed' && state !== 'forbidden'
  return (
    <div {...rest} {...useRootProps('reseller-access', state)} ref={ref}>
      {isThere && client && details.Part ? (
        <details.Part key={clientId} {...{ t, model, client, onAccessRequested, onAddProducts }} />
      ) : state === 'forbidden' ? (
        <Notice title={t('forbiddenTitle')}>{words.failure(error).text}</Notice>
      ) : state === 'failed' ? (
        <AccessFailure title={t('failedTitle')} error={error} onRetry={model.reload} />
      ) : details.error === undefined ? (
        <Loading lines={3} />
      ) : (
        <LaterFailure onRetry={details.retry} />
      )}
    </div>
  )
})

/** What comes while it is found out what there is: it is no part of the first screen. */
const loadDetails = laterPart(() => import('../access-later.ts'), 'ResellerAccessDetails')

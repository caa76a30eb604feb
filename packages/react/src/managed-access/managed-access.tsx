'use client'

import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { LaterFailure } from '../parts/later-failure.tsx'
import { laterPart } from '../parts/later-file.ts'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useLater } from '../parts/use-later.ts'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessWords } from '../words/use-words.ts'
import { ManagedAccessRecord } from './managed-access-record.tsx'
import { managedAccessStrings, type ManagedAccessStrings } from './managed-access.strings.ts'
import type { ManagedDetailsStrings } from './managed-details.strings.ts'
import { useManagedAccess, type ManagedAccessOptions } from './use-managed-access.ts'

export interface ManagedAccessProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, ManagedAccessOptions {
  /**
   * Shows the way to sign in where the link alone is not enough. Sign the person in at your own site, come back to this
   * page, and give the client a `token` beside the link.
   */
  onSignIn?: () => void
  /** Texts that replace those of the language. */
  messages?: Partial<ManagedAccessStrings & ManagedDetailsStrings>
}

/**
 * The client’s page behind the link in the confirmation: what one reseller may do, whether it is in effect, and how to
 * pause or end it, without an account. The provider’s client is made with the link.
 *
 * @example
 * const client = createClient({ baseUrl: 'https://clients.example.com', link: takeLink() })
 *
 * <ClienteleProvider client={client}>
 *   <ManagedAccess />
 * </ClienteleProvider>
 */
export const ManagedAccess = forwardRef<HTMLDivElement, ManagedAccessProps>(function ManagedAccess(props, ref) {
  const { onBeforeChange, onChanged, onLinkReplaced, onSignIn, messages, ...rest } = props
  const t = useAccessWords('managedAccess', managedAccessStrings, messages)
  const model = useManagedAccess({ onBeforeChange, onChanged, onLinkReplaced })
  const details = useLater(loadDetails)
  const { state, managed, replaced } = model
  return (
    <div {...rest} {...useRootProps('managed-access', state)} ref={ref}>
      {state === 'invalid' ? (
        <Notice role="alert" tone="warning" title={t('invalidTitle')}>
          {t('invalidText')}
        </Notice>
      ) : replaced && details.Part ? (
        <details.Part {...{ model, messages }} />
      ) : managed ? (
        <ManagedAccessRecord {...{ t, model, managed, onSignIn }}>
          {details.Part ? (
            <details.Part {...{ model, messages }} />
          ) : details.error === undefined ? (
            <Loading lines={5} />
          ) : (
            <LaterFailure onRetry={details.retry} />
          )}
        </ManagedAccessRecord>
      ) : state === 'failed' ? (
        <AccessFailure title={t('failedTitle')} error={model.error} onRetry={model.reload} />
      ) : (
        <Loading lines={5} />
      )}
    </div>
  )
})

/** All below the commands: a file of its own, which comes while the access does. What stops it works without it. */
const loadDetails = laterPart(() => import('./managed-access-details.tsx'), 'ManagedAccessDetails')

'use client'

import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessWords } from '../words/use-words.ts'
import { ManagedAccessRecord } from './managed-access-record.tsx'
import { managedAccessStrings, type ManagedAccessStrings } from './managed-access.strings.ts'
import { useManagedAccess, type ManagedAccessOptions } from './use-managed-access.ts'

export interface ManagedAccessProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, ManagedAccessOptions {
  /** Texts that replace those of the language. */
  messages?: Partial<ManagedAccessStrings>
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
  const { onBeforeChange, onChanged, messages, ...rest } = props
  const t = useAccessWords('managedAccess', managedAccessStrings, messages)
  const model = useManagedAccess({ onBeforeChange, onChanged })
  const { state, managed } = model
  return (
    <div {...rest} {...useRootProps('managed-access', state)} ref={ref}>
      {state === 'invalid' ? (
        <Notice role="alert" tone="warning" title={t('invalidTitle')}>
          {t('invalidText')}
        </Notice>
      ) : managed ? (
        <ManagedAccessRecord {...{ t, model, managed }} />
      ) : state === 'failed' ? (
        <AccessFailure title={t('failedTitle')} error={model.error} onRetry={model.reload} />
      ) : (
        <Loading lines={5} />
      )}
    </div>
  )
})

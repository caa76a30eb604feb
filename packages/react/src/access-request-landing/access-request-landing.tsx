'use client'

import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessWords } from '../words/use-words.ts'
import { AccessRequestLandingOver } from './access-request-landing-over.tsx'
import { AccessRequestLandingRequest } from './access-request-landing-request.tsx'
import { accessRequestLandingStrings, type AccessRequestLandingStrings } from './access-request-landing.strings.ts'
import { useAccessRequestLanding, type AccessRequestLandingOptions } from './use-access-request-landing.ts'

export interface AccessRequestLandingProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, AccessRequestLandingOptions {
  /**
   * Shows the way to sign in, where that is needed to answer. Sign the person in at your own site, come back to this
   * page, and give the client a `token` beside the link.
   */
  onSignIn?: () => void
  /** Shows the way to open an account first, for people who have none (R31). The link stays good meanwhile. */
  onSignUp?: () => void
  /** Texts that replace those of the language. */
  messages?: Partial<AccessRequestLandingStrings>
}

/**
 * The client’s page behind the link in the mail: who asks for what, what it would allow and what never, for how long,
 * and how to stop it; accept or decline. Whatever the state of the request, it says what can be done.
 *
 * The provider’s client is made with the link, and with a `token` too where somebody is signed in at your site.
 *
 * @example
 * const client = createClient({ baseUrl: 'https://clients.example.com', link: takeLink() })
 *
 * <ClienteleProvider client={client}>
 *   <AccessRequestLanding onSignIn={() => location.assign('/login?to=/access')} />
 * </ClienteleProvider>
 */
export const AccessRequestLanding = forwardRef<HTMLDivElement, AccessRequestLandingProps>(
  function AccessRequestLanding(props, ref) {
    const { onBeforeAnswer, onAccepted, onDeclined, onAskedAgain, onSignIn, onSignUp, messages, ...rest } = props
    const t = useAccessWords('accessRequestLanding', accessRequestLandingStrings, messages)
    const landing = useAccessRequestLanding({ onBeforeAnswer, onAccepted, onDeclined, onAskedAgain })
    const { state, request } = landing
    const isPending = request?.status === 'pending'
    return (
      <div {...rest} {...useRootProps('access-request-landing', state)} ref={ref}>
        {state === 'invalid' ? (
          <Notice role="alert" tone="warning" title={t('invalidTitle')}>
            {t('invalidText')}
          </Notice>
        ) : request && isPending ? (
          <AccessRequestLandingRequest {...{ t, landing, request, onSignIn, onSignUp }} />
        ) : request ? (
          <AccessRequestLandingOver {...{ t, landing, request }} />
        ) : state === 'failed' ? (
          <AccessFailure title={t('failedTitle')} error={landing.error} onRetry={landing.reload} />
        ) : (
          <Loading lines={6} />
        )}
      </div>
    )
  },
)

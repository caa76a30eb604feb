'use client'

import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { accessStrings } from '../words/access.strings.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { propagationBadgeStrings, type PropagationBadgeStrings } from './propagation-badge.strings.ts'
import { PropagationState } from './propagation-state.tsx'
import {
  usePropagationBadge,
  type PropagationBadgeModel,
  type PropagationBadgeOptions,
} from './use-propagation-badge.ts'

export interface PropagationBadgeProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, PropagationBadgeOptions {
  /** Texts that replace those of the language. */
  messages?: Partial<PropagationBadgeStrings>
}

/**
 * Whether the client's switch for a reseller is in effect as it was chosen, on its way with the time that may take, or
 * overdue. It follows by itself, is read aloud when it changes, and moves nothing around it.
 *
 * @example
 * <PropagationBadge clientId={client.id} resellerId={client.owner.id} />
 */
export const PropagationBadge = forwardRef<HTMLDivElement, PropagationBadgeProps>(
  function PropagationBadge(props, ref) {
    const { clientId, resellerId, subscriptionId, messages, ...rest } = props
    const t = useAccessWords('propagationBadge', propagationBadgeStrings, messages)
    const words = useAccessFailureWords()
    const badge = usePropagationBadge({ clientId, resellerId, subscriptionId })
    const { state, value, times, isPaused, error, reload } = badge
    return (
      <div {...rest} {...useRootProps('propagation-badge', state)} ref={ref}>
        {value && times ? (
          <>
            <PropagationState {...{ value, times, isPaused, messages }} />
            {state === 'overdue' ? <Recheck {...{ t, badge }} /> : null}
          </>
        ) : state === 'forbidden' ? (
          <Notice title={t('forbiddenTitle')}>{words.failure(error).text}</Notice>
        ) : state === 'failed' ? (
          <AccessFailure title={t('failedTitle')} error={error} onRetry={reload} />
        ) : state === 'missing' ? (
          <p data-part="hint">{t('missing')}</p>
        ) : (
          <Loading lines={2} />
        )}
      </div>
    )
  },
)

/** For whoever waits: it need not wait for the next try. */
function Recheck({ t, badge }: { t: AccessWords<'propagationBadge'>; badge: PropagationBadgeModel }) {
  const shared = useAccessWords('access', accessStrings)
  const { recheck, isRechecking, rechecked, recheckError } = badge
  return (
    <div data-part="recheck">
      <Button look="link" busy={isRechecking} onClick={() => void recheck()}>
        {t('recheck')}
      </Button>
      <span data-part="hint" role="status">
        {rechecked === undefined ? null : t(rechecked > 0 ? 'rechecked' : 'recheckedNothing')}
      </span>
      {recheckError === undefined ? null : <AccessFailure title={shared('changeFailed')} error={recheckError} />}
    </div>
  )
}

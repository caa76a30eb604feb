'use client'

import { forwardRef, useId, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { LaterFailure } from '../parts/later-failure.tsx'
import { laterPart } from '../parts/later-file.ts'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useNearbyFocus } from '../parts/use-nearby-focus.ts'
import { useLater } from '../parts/use-later.ts'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords } from '../words/use-words.ts'
import { AccessPanelHead } from './access-panel-head.tsx'
import type { AccessPanelMessages } from './access-panel-messages.ts'
import { accessPanelStrings } from './access-panel.strings.ts'
import { useAccessPanel, type AccessChange } from './use-access-panel.ts'

export interface AccessPanelProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Whose account: that of the reader, in most cases. */
  clientId: string
  /** Runs before a decision is sent. Return `false` to stop it; what was chosen stays. */
  onBeforeChange?: (change: AccessChange) => boolean | void | Promise<boolean | void>
  onChanged?: (change: AccessChange) => void
  /** A switch was moved and not saved, or no longer. Warn before the page is left: `beforeunload` is yours. */
  onDirtyChange?: (isDirty: boolean) => void
  /** Texts that replace those of the language, also in all that is inside. */
  messages?: AccessPanelMessages
}

/**
 * The client's page about access: every reseller with its switch, what it may do and until when; one button that stops
 * all of them at once; and what was done, by whom, under which agreement.
 *
 * @example
 * <AccessPanel clientId={session.accountId} onDirtyChange={setUnsaved} />
 */
export const AccessPanel = forwardRef<HTMLDivElement, AccessPanelProps>(function AccessPanel(props, ref) {
  const { clientId, onBeforeChange, onChanged, onDirtyChange, messages, ...rest } = props
  const t = useAccessWords('accessPanel', accessPanelStrings, messages)
  const words = useAccessFailureWords()
  const panel = useAccessPanel({ clientId, onBeforeChange, onChanged })
  const details = useLater(loadDetails)
  const kept = useNearbyFocus()
  const id = useId()
  const { list, state, error } = panel
  return (
    <div {...rest} {...useRootProps('access-panel', state)} ref={ref}>
      {list ? (
        <section ref={kept} data-part="access" aria-labelledby={id}>
          <AccessPanelHead {...{ t, panel, list, id }} />
          {details.Part ? (
            <details.Part {...{ t, panel, clientId, list, messages, onBeforeChange, onChanged, onDirtyChange }} />
          ) : details.error !== undefined ? (
            <LaterFailure onRetry={details.retry} />
          ) : (
            <Loading lines={8} />
          )}
        </section>
      ) : state === 'forbidden' ? (
        <Notice title={t('forbiddenTitle')}>{words.failure(error).text}</Notice>
      ) : state === 'failed' ? (
        <AccessFailure title={t('failedTitle')} error={error} onRetry={panel.reload} />
      ) : (
        <Loading lines={8} />
      )}
    </div>
  )
})

/** All below the head: a file of its own, which comes while the list does. What stops everybody works without it. */
const loadDetails = laterPart(() => import('./access-panel-details.tsx'), 'AccessPanelDetails')

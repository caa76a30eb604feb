'use client'

import type { AccessRequest, Client } from '@clientele/contract'
import { forwardRef, useEffect, useImperativeHandle, useRef, type ComponentPropsWithoutRef } from 'react'
import { Failure } from '../parts/failure.tsx'
import { focusFirstInvalid } from '../parts/focus-first-invalid.ts'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { useFailureWords } from '../words/use-failure-words.ts'
import { useWords } from '../words/use-words.ts'
import type { ResellerAccessProps } from '../reseller-access/reseller-access.tsx'
import { ClientPanelAccess } from './client-panel-access.tsx'
import { ClientPanelContact } from './client-panel-contact.tsx'
import { ClientPanelHead } from './client-panel-head.tsx'
import { ClientPanelNotes } from './client-panel-notes.tsx'
import type { ClientPanelStrings } from './client-panel.strings.ts'
import { useClientPanel } from './use-client-panel.ts'
import type { ClientChange } from './use-client-record.ts'

export interface ClientPanelProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Whose record. */
  clientId: string
  /** Runs before a change is sent. Return `false` to stop it; what was typed stays. */
  onBeforeUpdate?: (change: ClientChange, client: Client) => boolean | void | Promise<boolean | void>
  onUpdated?: (client: Client) => void
  /** The client was asked for access from here. */
  onAccessRequested?: (request: AccessRequest) => void
  /** Runs before a decision about one's own access is sent. Return `false` to stop it. */
  onBeforeAccessChange?: ResellerAccessProps['onBeforeChange']
  onAccessChanged?: ResellerAccessProps['onChanged']
  /** Shows the next step once the client has accepted: adding products for it (R36). */
  onAddProducts?: ResellerAccessProps['onAddProducts']
  /** Texts that replace those of the language. */
  messages?: Partial<ClientPanelStrings>
}

/**
 * The record of one client: what is known of it, with contact, description and tags to edit. What the caller may not
 * do is shown with the reason; what somebody else saved meanwhile is never overwritten.
 *
 * @example
 * <ClientPanel clientId="acc_01J9Z3K4M5N6P7Q8R9S0T1V2W3" onUpdated={(client) => toast(`${client.name} saved`)} />
 */
export const ClientPanel = forwardRef<HTMLDivElement, ClientPanelProps>(function ClientPanel(props, ref) {
  const { clientId, onBeforeUpdate, onUpdated, messages, ...others } = props
  const { onBeforeAccessChange, onAccessChanged, onAccessRequested, onAddProducts, ...rest } = others
  const t = useWords('clientPanel', messages)
  const words = useFailureWords()
  const panel = useClientPanel({ clientId, onBeforeUpdate, onUpdated })
  const { client } = panel
  const events = {
    onBeforeChange: onBeforeAccessChange,
    onChanged: onAccessChanged,
    onAccessRequested,
    onAddProducts,
  }
  const root = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => root.current!)

  useEffect(() => {
    if (panel.contact.attempts > 0) focusFirstInvalid(root.current)
  }, [panel.contact.attempts, panel.contact.error])

  return (
    <div {...rest} {...useRootProps('client-panel', panel.state)} ref={root}>
      {client ? (
        <article data-part="record" key={clientId} aria-label={client.name}>
          <ClientPanelHead {...{ t, panel, client }} />
          <ClientPanelContact {...{ t, panel, client }} />
          <ClientPanelAccess client={client} events={events} />
          <ClientPanelNotes {...{ t, panel, client }} />
        </article>
      ) : panel.state === 'forbidden' ? (
        <Notice title={t('forbiddenTitle')}>{words.failure(panel.error).text}</Notice>
      ) : panel.state === 'failed' ? (
        <Failure title={t('failedTitle')} error={panel.error} onRetry={panel.reload} />
      ) : (
        <Loading lines={6} />
      )}
    </div>
  )
})

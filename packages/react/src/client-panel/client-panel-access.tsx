'use client'

import type { AccessRequest, Client } from '@clientele/contract'
import { useId, useState } from 'react'
import { Badge } from '../parts/badge.tsx'
import { toneOfAccess } from '../parts/client-tones.ts'
import { RequestAccess, RequestAccessDialog } from '../parts/request-access.tsx'
import { askingStrings } from '../words/asking.strings.ts'
import { useAccessWords, useWords } from '../words/use-words.ts'

interface Props {
  client: Client
  onAccessRequested: ((request: AccessRequest) => void) | undefined
}

/** What access there is, and the way to ask for it (R21). It is no business of the client's own people. */
export function ClientPanelAccess({ client, onAccessRequested }: Props) {
  const t = useAccessWords('asking', askingStrings)
  const state = useWords('accessState')
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  // R96: callers who are the client are not given it
  if (client.description === undefined) return null
  return (
    <section data-part="section" aria-labelledby={`${id}-title`}>
      <RequestAccess client={client} look="link" reasonId={`${id}-reason`} onOpen={() => setOpen(true)}>
        {(button, reason) => (
          <>
            <div data-part="section-head">
              <h3 data-part="section-title" id={`${id}-title`}>
                {t('title')}
              </h3>
              {button}
            </div>
            {reason === undefined ? null : (
              <p data-part="hint" id={`${id}-reason`}>
                {reason}
              </p>
            )}
          </>
        )}
      </RequestAccess>
      <p data-part="text">
        <Badge tone={toneOfAccess(client.accessState)}>{state(client.accessState)}</Badge>
      </p>
      {isOpen ? (
        <RequestAccessDialog
          clientId={client.id}
          onClose={() => setOpen(false)}
          {...(onAccessRequested ? { onSent: onAccessRequested } : {})}
        />
      ) : null}
    </section>
  )
}

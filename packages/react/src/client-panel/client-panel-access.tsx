'use client'

import type { Client } from '@clientele/contract'
import { useId } from 'react'
import { Badge } from '../parts/badge.tsx'
import { toneOfAccess } from '../parts/client-tones.ts'
import { LaterFailure } from '../parts/later-failure.tsx'
import { laterPart } from '../parts/later-file.ts'
import { Loading } from '../parts/loading.tsx'
import { useLater } from '../parts/use-later.ts'
import type { ResellerAccessProps } from '../reseller-access/reseller-access.tsx'
import { askingStrings } from '../words/asking.strings.ts'
import { useAccessWords, useWords } from '../words/use-words.ts'

type AccessEvent = 'onBeforeChange' | 'onChanged' | 'onAccessRequested' | 'onAddProducts'

interface Props {
  client: Client
  /** What the host hears of, and may stop. */
  events: Pick<ResellerAccessProps, AccessEvent>
}

const loadAccess = laterPart(() => import('../access-later.ts'), 'ResellerAccess')

/** What access there is: in a word, and then in full, which comes later. The client's own people have a page of theirs. */
export function ClientPanelAccess({ client, events }: Props) {
  // R96: callers who are the client are not given it
  return client.description === undefined ? null : <Access {...{ client, events }} />
}

function Access({ client, events }: Props) {
  const t = useAccessWords('asking', askingStrings)
  const state = useWords('accessState')
  const { Part, error, retry } = useLater(loadAccess)
  const id = useId()
  return (
    <section data-part="section" aria-labelledby={id}>
      <div data-part="record-head">
        <h3 data-part="section-title" id={id}>
          {t('title')}
        </h3>
        <Badge tone={toneOfAccess(client.accessState)}>{state(client.accessState)}</Badge>
      </div>
      {Part ? (
        <Part clientId={client.id} {...events} />
      ) : error === undefined ? (
        <Loading lines={3} />
      ) : (
        <LaterFailure onRetry={retry} />
      )}
    </section>
  )
}

'use client'

import type { AccountRef, SaveAccess } from '@clientele/contract'
import { useId, useRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { useLater } from '../parts/use-later.ts'
import { useClientAccess } from '../query/use-client-access.ts'
import { ResellerAccessToggle } from '../reseller-access-toggle/reseller-access-toggle.tsx'
import type { AccessPanelModel } from './use-access-panel.ts'

interface ResellerProps {
  panel: AccessPanelModel
  clientId: string
  reseller: AccountRef
  onBeforeSave: (input: SaveAccess) => boolean | void | Promise<boolean | void>
  onSaved: (input: SaveAccess) => void
  onDirtyChange: (isDirty: boolean) => void
}

/** One reseller: its switch, what it may do by what was agreed, and what else it asks for. */
export function AccessPanelReseller(props: ResellerProps) {
  const { panel, clientId, reseller, onBeforeSave, onSaved, onDirtyChange } = props
  const { data: access } = useClientAccess(clientId, reseller.id)
  const grants = useLater(loadGrants)
  const sent = useRef<SaveAccess>({ allow: false })
  const id = useId()
  return (
    <article data-part="reseller" aria-labelledby={id}>
      <h3 data-part="section-title" id={id}>
        {reseller.name}
      </h3>
      <ResellerAccessToggle
        {...{ clientId, onDirtyChange }}
        resellerId={reseller.id}
        onBeforeSave={(input) => {
          sent.current = input
          return onBeforeSave(input)
        }}
        onSaved={() => onSaved(sent.current)}
      />
      {access && grants.Part ? (
        <grants.Part {...{ panel, access }} />
      ) : grants.error === undefined ? (
        <Loading lines={3} />
      ) : (
        <AccessFailure error={grants.error} onRetry={grants.retry} />
      )}
    </article>
  )
}

/** What was agreed lies in a file of its own: the switch is what one comes for first. */
const loadGrants = async () => (await import('./access-panel-grants.tsx')).AccessPanelGrants

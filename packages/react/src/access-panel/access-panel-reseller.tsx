'use client'

import type { AccountRef, SaveAccess } from '@clientele/contract'
import { useId, useRef } from 'react'
import { Loading } from '../parts/loading.tsx'
import { useClientAccess } from '../query/use-client-access.ts'
import { ResellerAccessToggle } from '../reseller-access-toggle/reseller-access-toggle.tsx'
import { AccessPanelGrants } from './access-panel-grants.tsx'
import type { AccessPanelMessages } from './access-panel-messages.ts'
import type { AccessPanelModel } from './use-access-panel.ts'

interface ResellerProps {
  panel: AccessPanelModel
  clientId: string
  reseller: AccountRef
  messages: AccessPanelMessages | undefined
  onBeforeSave: (input: SaveAccess) => boolean | void | Promise<boolean | void>
  onSaved: (input: SaveAccess) => void
  onDirtyChange: (isDirty: boolean) => void
}

/** One reseller: its switch, what it may do by what was agreed, and what else it asks for. */
export function AccessPanelReseller(props: ResellerProps) {
  const { panel, clientId, reseller, messages, onBeforeSave, onSaved, onDirtyChange } = props
  const { data: access } = useClientAccess(clientId, reseller.id)
  const sent = useRef<SaveAccess>({ allow: false })
  const id = useId()
  return (
    <article data-part="reseller" aria-labelledby={id}>
      <h3 data-part="section-title" id={id}>
        {reseller.name}
      </h3>
      <ResellerAccessToggle
        {...{ clientId, onDirtyChange }}
        {...(messages && { messages })}
        resellerId={reseller.id}
        hasPauseNotice={false}
        onBeforeSave={(input) => {
          sent.current = input
          return onBeforeSave(input)
        }}
        onSaved={() => onSaved(sent.current)}
      />
      {access ? <AccessPanelGrants {...{ panel, access, messages }} /> : <Loading lines={3} />}
    </article>
  )
}

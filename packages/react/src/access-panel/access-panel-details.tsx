'use client'

import type { ClientAccessList } from '@clientele/contract'
import { useId, useRef } from 'react'
import { useEvent } from '../parts/use-event.ts'
import type { AccessWords } from '../words/use-words.ts'
import { AccessPanelActivity } from './access-panel-activity.tsx'
import type { AccessPanelMessages } from './access-panel-messages.ts'
import { AccessPanelReseller } from './access-panel-reseller.tsx'
import type { AccessPanelModel, AccessPanelOptions } from './use-access-panel.ts'

interface DetailsProps extends AccessPanelOptions {
  t: AccessWords<'accessPanel'>
  panel: AccessPanelModel
  list: ClientAccessList
  messages: AccessPanelMessages | undefined
  onDirtyChange: TellDirty | undefined
}

type TellDirty = (isDirty: boolean) => void

/** Every reseller with its switch and what was agreed with it; then what was done. */
export function AccessPanelDetails(props: DetailsProps) {
  const { t, panel, clientId, list, messages, onBeforeChange, onChanged, onDirtyChange } = props
  const noteDirty = useAnyDirty(onDirtyChange)
  const id = useId()
  return (
    <>
      {list.resellers.map(({ reseller }) => (
        <AccessPanelReseller
          key={reseller.id}
          {...{ panel, clientId, reseller, messages }}
          onBeforeSave={(input) => onBeforeChange?.({ kind: 'save', resellerId: reseller.id, input })}
          onSaved={(input) => onChanged?.({ kind: 'save', resellerId: reseller.id, input })}
          onDirtyChange={(is) => noteDirty(reseller.id, is)}
        />
      ))}
      <section data-part="activity" aria-labelledby={id}>
        <h3 data-part="section-title" id={id}>
          {t('activity')}
        </h3>
        <AccessPanelActivity {...{ panel, list, messages }} />
      </section>
    </>
  )
}

/** Several switches, one answer: whether any of them is not saved. */
function useAnyDirty(tell: TellDirty | undefined) {
  const dirty = useRef<ReadonlySet<string>>(new Set())
  return useEvent((resellerId: string, is: boolean) => {
    const before = dirty.current
    const others = [...before].filter((one) => one !== resellerId)
    dirty.current = new Set(is ? [...others, resellerId] : others)
    if (before.size > 0 !== dirty.current.size > 0) tell?.(dirty.current.size > 0)
  })
}

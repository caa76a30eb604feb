'use client'

import type { Client } from '@clientele/contract'
import { useEffect, useRef } from 'react'
import { Button } from '../parts/button.tsx'
import { Identity } from '../parts/identity.tsx'
import { Notice } from '../parts/notice.tsx'
import { Progress } from '../parts/progress.tsx'
import type { Words } from '../words/use-words.ts'
import { AddClientFormHandOver } from './add-client-form-hand-over.tsx'

interface Props {
  t: Words<'addClientForm'>
  client: Client
  onAddAnother: () => void
  onOrder: ((client: Client) => void) | undefined
  onGoToList: (() => void) | undefined
  onOpenClient: ((clientId: string) => void) | undefined
}

/** What happened, how far it is, and the ways on (R64). */
export function AddClientFormCreated({ t, client, onAddAnother, onOrder, onGoToList, onOpenClient }: Props) {
  const { name } = client
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div data-part="created">
      <h2 data-part="title" ref={title} tabIndex={-1}>
        {t('createdTitle', { name })}
      </h2>
      <Identity id={client.id} />
      <SettingUp {...{ t, client }} />
      <div data-part="actions">
        {onOrder ? (
          <Button look="primary" onClick={() => onOrder(client)}>
            {t('order')}
          </Button>
        ) : null}
        {onGoToList ? (
          <Button look={onOrder ? 'plain' : 'primary'} onClick={onGoToList}>
            {t('goToList')}
          </Button>
        ) : null}
        {onOpenClient ? <Button onClick={() => onOpenClient(client.id)}>{t('open', { name })}</Button> : null}
        <Button onClick={onAddAnother}>{t('addAnother')}</Button>
      </div>
      {client.accessState === 'none' ? <AddClientFormHandOver {...{ t, client }} /> : null}
    </div>
  )
}

function SettingUp({ t, client: { name, status } }: Pick<Props, 't' | 'client'>) {
  if (status === 'provisioning_failed')
    return (
      <Notice role="alert" tone="danger">
        {t('setUpFailed', { name })}
      </Notice>
    )
  if (status !== 'provisioning') return null
  const text = t('settingUp', { name })
  return (
    <div data-part="waiting" role="status">
      <p data-part="text">{text}</p>
      <Progress label={text} />
    </div>
  )
}

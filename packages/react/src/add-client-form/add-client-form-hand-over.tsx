'use client'

import type { Client } from '@clientele/contract'
import { useState } from 'react'
import { CopyButton } from '../parts/copy-button.tsx'
import { TextField } from '../parts/text-field.tsx'
import type { Words } from '../words/use-words.ts'

/** Adding a client gives no access to its console (R1). A text that asks for it is prepared, to be changed and sent. */
export function AddClientFormHandOver({ t, client }: { t: Words<'addClientForm'>; client: Client }) {
  const { person, admin, name, owner } = client
  const [text, setText] = useState(() =>
    t('handOver', { name: person?.firstName ?? admin?.firstName ?? name, reseller: owner.name }),
  )
  return (
    <div data-part="hand-over">
      <p data-part="text">{t('accessOff')}</p>
      <TextField label={t('handOverLabel')} rows={7} value={text} onValue={setText} />
      <CopyButton value={text} label={t('handOverLabel')} look="plain" />
    </div>
  )
}

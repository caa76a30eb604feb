'use client'

import type { Client } from '@clientele/contract'
import { TextField } from '../parts/text-field.tsx'
import { useWords, type Words } from '../words/use-words.ts'
import { ClientPanelSection } from './client-panel-section.tsx'
import type { ClientRecord } from './use-client-record.ts'
import { useDescription } from './use-description.ts'
import { useFieldError } from './use-field-error.ts'

interface Props {
  t: Words<'clientPanel'>
  section: ReturnType<typeof useDescription>
  text: string | null
  /** Of another organisation. */
  author?: string
}

/** What an organisation has noted: to add where there is nothing, to edit where there is something (R95). */
export function ClientPanelDescription({ t, section, text, author }: Props) {
  const fields = useWords('fields')
  const error = useFieldError(section.error)
  const title = author === undefined ? fields('description') : t('descriptionOf', { name: author })
  const command = t(text ? 'editDescription' : 'addDescription')
  return (
    <ClientPanelSection
      t={t}
      title={title}
      editLabel={author === undefined ? command : `${command} · ${author}`}
      section={section}
      fieldWords={{ labelOf: () => title }}
      isToldByFields={error !== undefined}
      editor={
        <TextField
          label={title}
          hint={author === undefined ? fields('descriptionHint') : undefined}
          optional
          rows={4}
          value={section.values?.text ?? ''}
          onValue={(next) => section.type({ text: next })}
          error={error}
        />
      }
    >
      {text ? <p data-part="prose">{text}</p> : null}
    </ClientPanelSection>
  )
}

type ForeignDescriptionProps = Pick<Props, 't'> &
  NonNullable<Client['otherDescriptions']>[number] & { record: ClientRecord }

/** What an organisation below the caller's has noted, to be read and edited (R92). */
export function ForeignDescription({ t, account, text, record }: ForeignDescriptionProps) {
  const section = useDescription(record, account.id)
  return <ClientPanelDescription {...{ t, section, text }} author={account.name} />
}

'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '../parts/button.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Notice } from '../parts/notice.tsx'
import type { Words } from '../words/use-words.ts'
import { isSame, type Conflict, type FieldValue, type FieldValues } from './conflict.ts'

/** How the fields of a section are called and shown. */
export interface FieldWords {
  labelOf: (field: string) => ReactNode
  /** @default as it is */
  show?: (field: string, value: string) => string
}

interface Props extends FieldWords {
  t: Words<'clientPanel'>
  conflict: Conflict
  values: FieldValues
  type: (change: FieldValues) => void
}

/** What somebody else saved meanwhile, beside what was typed: field by field, or all at once. */
export function ClientPanelConflict({ t, conflict, values, type, labelOf, show = (_, value) => value }: Props) {
  const { fields } = conflict
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.focus(), [])
  const take = (version: 'yours' | 'theirs', names: readonly string[] = fields) =>
    type(Object.fromEntries(names.map((field) => [field, conflict[version][field] ?? ''])))
  const shown = (field: string, value: FieldValue | undefined) => {
    const text = typeof value === 'string' ? show(field, value) : value?.join(', ')
    // phone numbers keep their order in a page that is written from right to left
    return text ? <bdi data-part="value">{text}</bdi> : <em data-part="empty">{t('nothing')}</em>
  }
  return (
    <Notice
      ref={notice}
      role="alert"
      tone="warning"
      tabIndex={-1}
      title={t('conflictTitle')}
      actions={
        fields.length > 0 ? (
          <>
            <Button onClick={() => take('yours')}>{t('keepYours')}</Button>
            <Button onClick={() => take('theirs')}>{t('takeTheirs')}</Button>
          </>
        ) : undefined
      }
    >
      <p data-part="text">{t('conflictHint')}</p>
      {fields.map((field) => (
        <ChoiceField
          key={field}
          legend={labelOf(field)}
          value={(['yours', 'theirs'] as const).find((which) => isSame(values[field], conflict[which][field])) ?? ''}
          onValue={(version) => take(version, [field])}
          choices={[
            { value: 'yours', label: shown(field, conflict.yours[field]), hint: t('yours') },
            { value: 'theirs', label: shown(field, conflict.theirs[field]), hint: t('theirs') },
          ]}
        />
      ))}
    </Notice>
  )
}

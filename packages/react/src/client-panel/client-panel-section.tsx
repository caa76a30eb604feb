'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/failure.tsx'
import { useFailureWords } from '../words/use-failure-words.ts'
import { useWords, type Words } from '../words/use-words.ts'
import type { FieldValues } from './conflict.ts'
import { ClientPanelConflict, type FieldWords } from './client-panel-conflict.tsx'
import type { Section } from './use-section.ts'

interface Props {
  t: Words<'clientPanel'>
  title: ReactNode
  /** What the button that opens it reads. */
  editLabel: string
  section: Section
  /** How its fields are called, where somebody else has changed them. */
  fieldWords: FieldWords
  /** What went wrong is said at the fields already. */
  isToldByFields?: boolean
  /** What stands there while it is closed. */
  children: ReactNode
  /** The fields. */
  editor: ReactNode
}

/** A part of the record: read it, open it, save it. Where the caller may not, the button says why. */
export function ClientPanelSection(props: Props) {
  const { t, title, editLabel, section, fieldWords, isToldByFields = false, children, editor } = props
  const words = useFailureWords()
  const id = useId()
  const opener = useFocusBack(section.isOpen)
  return (
    <section data-part="section" aria-labelledby={`${id}-title`}>
      <div data-part="section-head">
        <h3 data-part="section-title" id={`${id}-title`}>
          {title}
        </h3>
        {section.isOpen ? null : (
          <Button look="link" ref={opener} refusedBy={section.refused && `${id}-reason`} onClick={section.open}>
            {editLabel}
          </Button>
        )}
      </div>
      {section.refused ? (
        <p data-part="hint" id={`${id}-reason`}>
          {words.reason(section.refused)}
        </p>
      ) : null}
      {section.isOpen ? <Editor {...{ t, title, section, fieldWords, isToldByFields, editor }} /> : children}
    </section>
  )
}

function Editor({ t, title, section, fieldWords, isToldByFields, editor }: Omit<Props, 'editLabel' | 'children'>) {
  const common = useWords('common')
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  useEffect(() => focusFirst(form.current), [])
  return (
    <form
      ref={form}
      data-part="form"
      noValidate
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault()
        void section.save()
      }}
    >
      <span data-part="hidden-text" id={id}>
        {title}
      </span>
      {section.conflict && section.values ? (
        <ClientPanelConflict
          key={section.base?.etag}
          {...{ t, conflict: section.conflict, values: section.values, ...fieldWords }}
          type={section.type as (change: FieldValues) => void}
        />
      ) : null}
      {editor}
      {section.error !== undefined && !isToldByFields ? (
        <Failure title={t('saveFailed')} error={section.error} />
      ) : null}
      <div data-part="actions">
        <Button type="submit" look="primary" busy={section.isSaving}>
          {section.isSaving ? common('saving') : common('save')}
        </Button>
        <Button onClick={section.close}>{common('cancel')}</Button>
      </div>
    </form>
  )
}

/** Into the first field; into a text that is there already at its end, for that is where one goes on writing. */
function focusFirst(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('input, textarea, select')
  field?.focus()
  if (!(field instanceof HTMLTextAreaElement)) return
  field.setSelectionRange(field.value.length, field.value.length)
  field.scrollTop = field.scrollHeight
}

/** When the section closes, the focus goes back to the button that opened it. */
function useFocusBack(isOpen: boolean) {
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return opener
}

'use client'

import { neverDelegable } from '@clientele/contract'
import { accessStrings, neverStrings } from '../words/access.strings.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import type { AccessRequestDialogModel } from './use-access-request-dialog.ts'
import { useFilledMessage } from './use-filled-message.ts'

interface Props {
  t: AccessWords<'accessRequestDialog'>
  form: AccessRequestDialogModel
}

/** The mail in short: the message as it will be read, and what stands beneath it whatever is written (R35). */
export function AccessRequestDialogPreview({ t, form }: Props) {
  const access = useAccessWords('access', accessStrings)
  const never = useAccessWords('never', neverStrings)
  const { text, level } = useFilledMessage(form)
  return (
    <details data-part="disclosure">
      <summary data-part="summary-line">{t('preview')}</summary>
      <div data-part="letter">
        <p data-part="text">{t('previewAsks', { sender: form.sender, client: form.facts.client?.name })}</p>
        <p data-part="quote" dir="auto">
          {text}
        </p>
        <p data-part="text" data-muted="">
          {t('previewFixed')}
        </p>
        <div data-part="letter-fixed" lang={level.language} dir="auto">
          <strong data-part="strong">{level.name}</strong>
          <p data-part="text">{level.summary}</p>
          <Sentences title={t('previewAllows')} sentences={level.can} />
          <Sentences title={t('previewNot')} sentences={level.cannot} />
        </div>
        <p data-part="text">{access('never', { list: neverDelegable.map((key) => never(key)) })}</p>
        <span data-part="letter-button">{t('previewButton')}</span>
      </div>
    </details>
  )
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  const { length } = sentences
  return length === 0 ? null : (
    <div data-part="sentences">
      <p data-part="text">{title}</p>
      <ul data-part="sentence-list">
        {sentences.map((sentence) => (
          <li data-part="sentence" key={sentence}>
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}

'use client'

import { messageVariables } from '@clientele/contract/forms'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { CheckField } from '../parts/check-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClientele } from '../provider/clientele-context.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useDurations } from '../words/use-durations.ts'
import type { AccessWords } from '../words/use-words.ts'
import { AccessRequestDialogPreview } from './access-request-dialog-preview.tsx'
import { AccessRequestDialogStep } from './access-request-dialog-step.tsx'
import type { AccessRequestField } from './request-values.ts'
import type { AccessRequestDialogModel } from './use-access-request-dialog.ts'
import { useFilledMessage } from './use-filled-message.ts'

interface Props {
  t: AccessWords<'accessRequestDialog'>
  form: AccessRequestDialogModel
}

const longestMessage = 2000

/** R23–R26: where it goes, what it says, for how long; and who will be told. */
export function AccessRequestDialogMessage({ t, form }: Props) {
  const words = useAccessFailureWords()
  const { values, type } = form
  const errorOf = (field: AccessRequestField) => {
    const problem = form.problemOf(field)
    return problem && words.field(problem)
  }
  const count = values.message.length
  const isNearEnd = count > longestMessage * 0.8
  const email = values.recipientEmail.trim()
  return (
    <AccessRequestDialogStep t={t} step={2} title={t('stepMessage')} onSubmit={() => void form.send()}>
      <TextField
        label={t('recipient')}
        hint={t('recipientHint')}
        type="email"
        name="recipientEmail"
        autoComplete="off"
        value={values.recipientEmail}
        onValue={(recipientEmail) => type({ recipientEmail })}
        error={errorOf('recipientEmail')}
      />
      <TextField
        label={t('message')}
        hint={isNearEnd ? t('messageLength', { count, max: longestMessage }) : t('messageHint')}
        name="message"
        rows={9}
        value={values.message}
        onValue={(message) => type({ message })}
        error={errorOf('message')}
      />
      <Variables {...{ t, form }} />
      <Terms {...{ t, form, errorOf }} />
      <AccessRequestDialogPreview {...{ t, form }} />
      {form.failure === undefined ? null : (
        <AccessFailure title={t('refused')} error={form.failure} onRetry={() => void form.send()} />
      )}
      {email === '' ? null : (
        <p data-part="text" data-muted="">
          {t('notified', { list: [email] })}
        </p>
      )}
      <div data-part="actions">
        <Button type="submit" look="primary" busy={form.isSending}>
          {t(form.isSending ? 'sending' : 'send')}
        </Button>
        <Button onClick={form.back}>{t('back')}</Button>
      </div>
    </AccessRequestDialogStep>
  )
}

/** What may stand in braces, and what it becomes here. */
function Variables({ t, form }: Props) {
  const { variables } = useFilledMessage(form)
  return (
    <details data-part="disclosure">
      <summary data-part="summary-line">{t('variables')}</summary>
      <Facts
        facts={messageVariables.map((name) => [
          <code data-part="code" dir="ltr" key={name}>{`{${name}}`}</code>,
          variables[name],
        ])}
      />
    </details>
  )
}

function Terms({ t, form, errorOf }: Props & { errorOf: (field: AccessRequestField) => string | undefined }) {
  const { locale } = useClientele()
  const durations = useDurations()
  const { values, type, lengths, longest, messageStaysIn } = form
  const names = new Intl.DisplayNames(locale.code, { type: 'language' })
  const languages = Object.keys(values.level?.texts ?? { en: {} })
  const labelOf = (length: string) =>
    length === longest ? t('longest', { duration: durations(length) }) : durations(length)
  return (
    <>
      <div data-part="field-row">
        <SelectField
          label={t('duration')}
          name="duration"
          {...(longest === null ? { placeholder: t('endless') } : {})}
          options={lengths.map((length) => ({ value: length, label: labelOf(length) }))}
          value={values.duration}
          onValue={(duration) => type({ duration })}
          error={errorOf('duration')}
        />
        <SelectField
          label={t('language')}
          hint={
            messageStaysIn === undefined
              ? t('languageHint')
              : t('languageStays', { language: names.of(messageStaysIn) ?? messageStaysIn })
          }
          name="languageCode"
          options={languages.map((code) => ({ value: code, label: names.of(code) ?? code }))}
          value={values.languageCode}
          onValue={(languageCode) => type({ languageCode })}
          error={errorOf('languageCode')}
        />
      </div>
      {values.duration === '' ? null : (
        <CheckField
          label={t('autoExtend', { duration: durations(values.duration) })}
          hint={t('autoExtendHint')}
          checked={values.autoExtend}
          onChecked={(autoExtend) => type({ autoExtend })}
        />
      )}
    </>
  )
}

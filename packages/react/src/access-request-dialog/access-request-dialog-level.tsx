'use client'

import { AccessLevelPicker } from '../access-level-picker/access-level-picker.tsx'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useWords, type AccessWords } from '../words/use-words.ts'
import { AccessRequestDialogStep } from './access-request-dialog-step.tsx'
import type { AccessRequestDialogModel } from './use-access-request-dialog.ts'

interface Props {
  t: AccessWords<'accessRequestDialog'>
  form: AccessRequestDialogModel
  close: () => void
}

/** R22: one level, then on. */
export function AccessRequestDialogLevel({ t, form, close }: Props) {
  const common = useWords('common')
  const words = useAccessFailureWords()
  const { facts, supersede } = form
  const problem = form.problemOf('level')
  return (
    <AccessRequestDialogStep t={t} step={1} title={t('stepLevel')} onSubmit={form.next}>
      {supersede === undefined ? null : <Notice>{t('supersedes')}</Notice>}
      <AccessLevelPicker
        value={form.levelId}
        onValueChange={(level) => form.type({ level })}
        family={form.family}
        paymentMethodOnFile={facts.client?.paymentMethodOnFile}
        askedFor={supersede === undefined ? undefined : facts.pending?.level}
        present={facts.present?.level}
        error={problem && words.field(problem)}
      />
      {form.failure === undefined ? null : <AccessFailure title={t('refused')} error={form.failure} />}
      <div data-part="actions">
        <Button type="submit" look="primary">
          {t('next')}
        </Button>
        <Button onClick={close}>{common('cancel')}</Button>
      </div>
    </AccessRequestDialogStep>
  )
}

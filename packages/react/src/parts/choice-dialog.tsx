'use client'

import { isApiError } from '@clientele/sdk'
import { useState, type ReactNode } from 'react'
import { AccessFailure } from './access-failure.tsx'
import { Button } from './button.tsx'
import { ChoiceField, type Choice } from './choice-field.tsx'
import { Dialog } from './dialog.tsx'
import { Loading } from './loading.tsx'
import { useAttempt } from './use-attempt.ts'
import { accessStrings } from '../words/access.strings.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords, useWords } from '../words/use-words.ts'

interface ChoiceDialogProps {
  title: string
  /** What choosing does. */
  children: ReactNode
  legend: string
  /** Left out while it is not known what there is to choose from. */
  choices: readonly Choice<string>[] | undefined
  /** What is said where nothing was chosen. */
  wanted: string
  /** What the button that does it reads. */
  action: string
  /** Resolves with whether it was done. */
  onDecide: (value: string) => Promise<boolean>
  onClose: () => void
}

/** A change of a grant that wants one choice. Nothing is chosen beforehand; what is wrong with it is said there. */
export function ChoiceDialog(props: ChoiceDialogProps) {
  const { title, children, legend, choices, wanted, action, onDecide, onClose } = props
  const common = useWords('common')
  const shared = useAccessWords('access', accessStrings)
  const words = useAccessFailureWords()
  const [value, setValue] = useState('')
  const [isTried, setTried] = useState(false)
  const { running, failure, clearFailure, attempt } = useAttempt()
  const invalid = isApiError(failure, 'validation_failed') ? failure.errors[0] : undefined
  const save = async () => {
    setTried(true)
    if (value === '') return
    if (await attempt(true, () => onDecide(value))) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        data-part="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {children}
        {choices === undefined ? (
          <Loading lines={4} />
        ) : choices.length > 0 ? (
          <ChoiceField
            legend={legend}
            choices={choices}
            value={value}
            onValue={(chosen) => {
              setValue(chosen)
              clearFailure()
            }}
            error={isTried && value === '' ? wanted : invalid && words.field(invalid)}
          />
        ) : null}
        {failure === undefined || invalid ? null : <AccessFailure title={shared('changeFailed')} error={failure} />}
        <div data-part="actions">
          {choices?.length ? (
            <Button type="submit" look="primary" busy={running !== undefined}>
              {action}
            </Button>
          ) : null}
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

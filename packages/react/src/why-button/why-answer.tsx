'use client'

import type { AccessExplanation } from '@clientele/contract'
import { AccessFailure } from '../parts/access-failure.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useFormats } from '../words/use-formats.ts'
import type { AccessWords } from '../words/use-words.ts'
import type { WhyButtonModel } from './use-why-button.ts'
import { whatToDo, whoCan } from './what-to-do.ts'
import { metStrings } from './why-button.strings.ts'

interface WhyAnswerProps {
  t: AccessWords<'whyButton'>
  why: WhyButtonModel
}

/*
  Why this is not possible
  ✓ The reseller looks after this account
  ✕ Its access is switched on
    The switch that lets this reseller in is off.
  Only the client can change that. Ask the client to do it.
*/
export function WhyAnswer({ t, why }: WhyAnswerProps) {
  const words = useAccessFailureWords()
  const { state, explanation, error, reload } = why
  if (explanation?.allowed)
    return (
      <div data-part="why-answer">
        <p data-part="notice-title">{t('titleAllowed')}</p>
        <p data-part="text">{t('allowed')}</p>
      </div>
    )
  if (explanation) return <Blocked {...{ t, why, explanation }} />
  if (state === 'forbidden') return <Notice title={t('forbiddenTitle')}>{words.failure(error).text}</Notice>
  if (state === 'failed') return <AccessFailure title={t('failedTitle')} error={error} onRetry={reload} />
  return <Loading lines={4} />
}

function Blocked({ t, why, explanation }: WhyAnswerProps & { explanation: AccessExplanation }) {
  const reason = useReason(t)
  const { steps } = explanation
  return (
    <div data-part="why-answer">
      <p data-part="notice-title">{t('title')}</p>
      <ol data-part="steps">
        {steps.map(({ step, ok, code, data }) => (
          <li data-part="step" key={step} data-state={ok ? 'passed' : 'blocked'}>
            <span data-part="step-mark" aria-hidden />
            <span data-part="step-text">
              <span data-part="step-name">
                <HiddenText>{t(ok ? 'passed' : 'blocked')}: </HiddenText>
                {t(`step_${step}`)}
              </span>
              {ok ? null : <strong data-part="step-reason">{reason(code, data)}</strong>}
            </span>
          </li>
        ))}
      </ol>
      <p data-part="text">
        {t(whoCan(explanation, why.reader))} {t(whatToDo(explanation, why.reader))}
      </p>
    </div>
  )
}

/** What blocks, with its dates as they are written where the reader lives. */
function useReason(t: WhyAnswerProps['t']) {
  const words = useAccessFailureWords()
  const { dateTime } = useFormats()
  return (code = '', data: Readonly<Record<string, unknown>> = {}): string => {
    if (!Object.hasOwn(metStrings, code)) return words.reason({ code, data })
    const date = (name: string) => (typeof data[name] === 'string' ? dateTime(data[name]) : undefined)
    const dates = { since: date('since'), expectedBy: date('expectedBy'), endedAt: date('endedAt') }
    if (code === 'propagation_pending' && data['overdue'] === true) return t('late', dates)
    if (code === 'access_not_granted' && typeof data['requestId'] === 'string') return t('requested')
    return t(code, dates)
  }
}

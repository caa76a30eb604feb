'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { focusFirstInvalid } from '../parts/focus-first-invalid.ts'
import { TextField } from '../parts/text-field.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useDurations } from '../words/use-durations.ts'
import type { LandingPartProps } from './access-request-landing-request.tsx'

/** Accept or decline, both as easy: the same weight, the same number of steps. */
export function AccessRequestLandingAnswer({ t, landing, request }: LandingPartProps) {
  const { accounts, account, state } = landing
  const [asking, setAsking] = useState<'accept' | 'decline'>()
  const [refused, setRefused] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused > 0) focusFirstInvalid(place.current)
  }, [refused])
  const close = () => setAsking(undefined)
  return (
    <div data-part="answer" ref={place}>
      {accounts.length > 1 && state === 'open' ? (
        <ChoiceField
          legend={t('choose')}
          choices={accounts.map(({ id, name }) => ({ value: id, label: name, hint: <bdi data-part="ltr">{id}</bdi> }))}
          value={account?.id ?? ''}
          onValue={landing.chooseAccount}
          error={landing.isAccountWanted ? t('chooseWanted') : undefined}
        />
      ) : null}
      <div data-part="answers">
        {state === 'open' ? (
          <Button
            data-answer="accept"
            onClick={() => {
              if (landing.checkAccount()) setAsking('accept')
              else setRefused((count) => count + 1)
            }}
          >
            {t('accept')}
          </Button>
        ) : null}
        <Button data-answer="decline" onClick={() => setAsking('decline')}>
          {t('decline')}
        </Button>
      </div>
      {asking === 'accept' ? <Accept {...{ t, landing, request }} onClose={close} /> : null}
      {asking === 'decline' ? <Decline {...{ t, landing, request }} onClose={close} /> : null}
    </div>
  )
}

type AskProps = LandingPartProps & { onClose: () => void }

function Accept({ t, landing, request, onClose }: AskProps) {
  const words = useAccessFailureWords()
  const durations = useDurations()
  const { reseller, client, duration } = request
  return (
    <Confirm
      tone="primary"
      title={t('acceptTitle', { reseller: reseller.name })}
      action={t('accept')}
      words={words}
      onClose={onClose}
      onConfirm={async () => {
        if (!(await landing.accept())) onClose()
      }}
    >
      <p data-part="text">
        {t('acceptText', { level: landing.levelTexts?.name, client: landing.account?.name ?? client.name })}{' '}
        {duration === null ? t('acceptEndless') : t('acceptLasts', { duration: durations(duration) })}
      </p>
      <p data-part="text">{t('effectSwitch', { reseller: reseller.name })}</p>
      <p data-part="text">{t('effectStop')}</p>
    </Confirm>
  )
}

/** As the server has it. */
const longestReason = 500

function Decline({ t, landing, request, onClose }: AskProps) {
  const words = useAccessFailureWords()
  const [reason, setReason] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const text = reason.trim()
  const isTooLong = text.length > longestReason
  const reseller = request.reseller.name
  return (
    <Confirm
      tone="primary"
      title={t('declineTitle')}
      action={t('decline')}
      words={words}
      onClose={onClose}
      onConfirm={async () => {
        if (isTooLong) focusFirstInvalid(place.current)
        else if (!(await landing.decline(text === '' ? null : text))) onClose()
      }}
    >
      <p data-part="text">{t('declineText', { reseller })}</p>
      <div data-part="reason-field" ref={place}>
        <TextField
          label={t('reason')}
          hint={t('reasonHint', { reseller })}
          optional
          rows={3}
          value={reason}
          onValue={setReason}
          error={isTooLong ? words.field({ code: 'too_long', data: { max: longestReason } }) : undefined}
        />
      </div>
    </Confirm>
  )
}

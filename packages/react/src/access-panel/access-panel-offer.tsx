'use client'

import type { AccessGrant } from '@clientele/contract'
import { useEffect, useId, useRef, useState } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { useAttempt } from '../parts/use-attempt.ts'
import { accessStrings } from '../words/access.strings.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords } from '../words/use-words.ts'
import type { GrantProps } from './access-panel-grant.tsx'

interface OfferProps extends Pick<GrantProps, 't' | 'panel' | 'grant'> {
  offered: NonNullable<AccessGrant['offeredVersion']>
}

/** A newer version of the level (N5): all of it until the client has decided, then a line by which it is seen again. */
export function AccessPanelOffer({ t, panel, grant, offered }: OfferProps) {
  const { date } = useFormats()
  const { declinedAt } = offered
  const [isOpen, setOpen] = useState(false)
  const isLine = declinedAt !== null && !isOpen
  const wasLeftHere = useRef(false)
  const again = useRef<HTMLButtonElement>(null)
  // the button that had the focus is gone
  useEffect(() => {
    if (isLine && wasLeftHere.current) again.current?.focus()
  }, [isLine])
  const leave = () => {
    wasLeftHere.current = true
    setOpen(false)
  }
  if (!isLine) return <Offer {...{ t, panel, grant, offered }} isOpened={isOpen} onLeft={leave} />
  return (
    <p data-part="hint">
      {t('offerLeft', { date: date(declinedAt) })}{' '}
      <Button ref={again} look="link" onClick={() => setOpen(true)}>
        {t('offerAgain')}
      </Button>
    </p>
  )
}

type Answer = 'acceptVersion' | 'declineVersion'

interface WholeOfferProps extends OfferProps {
  /** It was opened again. */
  isOpened: boolean
  onLeft: () => void
}

/** What the newer version adds: the client agrees to exactly that, or leaves things as they are. */
function Offer({ t, panel, grant, offered, isOpened, onLeft }: WholeOfferProps) {
  const shared = useAccessWords('access', accessStrings)
  const { running, failure, attempt } = useAttempt<Answer>()
  const notice = useRef<HTMLDivElement>(null)
  const words = useAccessFailureWords()
  const id = useId()
  const now = panel.levels.textsOf(grant.level)
  const then = panel.levels.textsOf(offered.level)
  const added = then.can.filter((sentence) => !now.can.includes(sentence))
  useEffect(() => {
    if (isOpened) notice.current?.focus()
  }, [isOpened])

  const reasonOf = (kind: Answer): string[] => {
    const may = grant.actions?.[kind]
    return may?.allowed === false ? [words.reason(may)] : []
  }
  const reasons = [...new Set([...reasonOf('acceptVersion'), ...reasonOf('declineVersion')])]
  const refusedBy = (kind: Answer) => {
    const [reason] = reasonOf(kind)
    return reason === undefined ? undefined : `${id}-${reasons.indexOf(reason)}`
  }

  const answer = (kind: Answer) => attempt(kind, () => panel.decide({ kind, grant, level: offered.level }))
  const leave = async () => {
    if (offered.declinedAt !== null || (await answer('declineVersion'))) onLeft()
  }

  return (
    <Notice
      ref={notice}
      tabIndex={-1}
      title={t('offerTitle', { level: now.name })}
      actions={
        <>
          <Button
            busy={running === 'acceptVersion'}
            refusedBy={refusedBy('acceptVersion')}
            onClick={() => void answer('acceptVersion')}
          >
            {t('offerAgree')}
          </Button>
          <Button
            busy={running === 'declineVersion'}
            refusedBy={offered.declinedAt === null ? refusedBy('declineVersion') : undefined}
            onClick={() => void leave()}
          >
            {t('offerLeave')}
          </Button>
        </>
      }
    >
      <p data-part="text" lang={now.language}>
        {t('offerToday', { list: now.summary })}
      </p>
      <p data-part="text" lang={then.language}>
        <strong data-part="offer-more">
          {t('offerMore', { list: added.length > 0 ? added.join(' ') : [...offered.adds] })}
        </strong>
      </p>
      {reasons.map((reason, index) => (
        <p data-part="hint" id={`${id}-${index}`} key={reason}>
          {reason}
        </p>
      ))}
      {failure === undefined ? null : <AccessFailure title={shared('changeFailed')} error={failure} />}
    </Notice>
  )
}

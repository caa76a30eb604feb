'use client'

import type { ManagedAccess } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Notice, type NoticeProps } from '../parts/notice.tsx'
import { PropagationState } from '../propagation-badge/propagation-state.tsx'
import { switchOf } from '../propagation-badge/use-propagation-badge.ts'
import { accessStrings } from '../words/access.strings.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { isLiving, type ManagedState } from './managed-state.ts'
import type { ManagedAccessModel } from './use-managed-access.ts'

interface ManagedPartProps {
  t: AccessWords<'managedAccess'>
  model: ManagedAccessModel
  managed: ManagedAccess
}

const tones: Record<ManagedState, NonNullable<NoticeProps['tone']>> = {
  active: 'positive',
  waiting: 'info',
  paused: 'warning',
  off: 'warning',
  ending: 'info',
  ended: 'info',
}

interface RecordProps extends ManagedPartProps {
  onSignIn: (() => void) | undefined
  /** What was agreed to, and what is about the link. */
  children: ReactNode
}

/*
  whose access, to what
  what is true now, and on its way
  [Pause] [End access]
  what was agreed to, and the link
*/
export function ManagedAccessRecord({ t, model, managed, onSignIn, children }: RecordProps) {
  const { access, client } = managed
  const { dateTime } = useFormats()
  const heading = useRef<HTMLHeadingElement>(null)
  const [isEndedHere, setEndedHere] = useState(false)
  const state = model.state as ManagedState
  const reseller = access.reseller.name
  const isUnderWay = state !== 'off' && state !== 'ended' && access.allow.propagation !== 'in_sync'
  const isOver = !access.grants.some(isLiving)
  // the button that had the focus is gone
  useEffect(() => {
    if (isEndedHere && isOver) heading.current?.focus()
  }, [isEndedHere, isOver])
  const id = useId()
  return (
    <article data-part="landing" aria-labelledby={id}>
      <header data-part="landing-head">
        <h2 data-part="title" id={id} ref={heading} tabIndex={-1}>
          {t('title', { reseller })}
        </h2>
        <p data-part="text">{t('lead', { client: client.name })}</p>
      </header>
      <Notice role="status" tone={tones[state]}>
        <p data-part="text">
          {t(isUnderWay && state === 'paused' ? 'state_pausing' : `state_${state}`, {
            reseller,
            time: access.pausedAt ? dateTime(access.pausedAt) : '',
          })}
        </p>
      </Notice>
      {isUnderWay ? (
        <PropagationState value={switchOf(access)} times={access.propagation} isPaused={state === 'paused'} />
      ) : null}
      <Commands {...{ t, model, managed, onSignIn }} onEnded={() => setEndedHere(true)} />
      {children}
    </article>
  )
}

interface CommandsProps extends Omit<RecordProps, 'children'> {
  onEnded: () => void
}

/** Pausing and resuming ask nothing: either can be taken back with one press. Ending says first what it does. */
function Commands({ t, model, managed, onSignIn, onEnded }: CommandsProps) {
  const [isEnding, setEnding] = useState(false)
  const { state, running, failure } = model
  const isPaused = state === 'paused'
  // R166: what stops access is for whoever has the link; what opens it again is not
  const isForPeople = isPaused && isApiError(failure, 'actor_not_managed_identity')
  const id = useId()
  if (!managed.access.grants.some(isLiving)) return <Refused failure={failure} />
  return (
    <div data-part="landing-section">
      {isEnding || isForPeople ? null : <Refused failure={failure} />}
      <div data-part="actions">
        {state === 'off' ? null : (
          <Button
            look={isPaused ? 'plain' : 'primary'}
            aria-describedby={isForPeople ? id : undefined}
            busy={running === 'pause' || running === 'resume'}
            onClick={() => void model.run(isPaused ? 'resume' : 'pause')}
          >
            {t(isPaused ? 'resume' : 'pause')}
          </Button>
        )}
        <Button onClick={() => setEnding(true)}>{t('end')}</Button>
      </div>
      {isForPeople ? (
        <Notice
          id={id}
          role="alert"
          tone="warning"
          actions={
            onSignIn ? (
              <Button look="primary" onClick={onSignIn}>
                {t('signIn')}
              </Button>
            ) : undefined
          }
        >
          {t('resumeByAdmin')}
        </Notice>
      ) : state === 'off' ? null : (
        <p data-part="hint">{t(isPaused ? 'resumeHint' : 'pauseHint')}</p>
      )}
      {isEnding ? <End {...{ t, model, managed, onEnded }} onClose={() => setEnding(false)} /> : null}
    </div>
  )
}

/** What a command was refused with. */
function Refused({ failure }: { failure: unknown }) {
  const shared = useAccessWords('access', accessStrings)
  return failure === undefined ? null : <AccessFailure title={shared('changeFailed')} error={failure} />
}

function End({ t, model, managed, onEnded, onClose }: ManagedPartProps & { onEnded: () => void; onClose: () => void }) {
  const shared = useAccessWords('access', accessStrings)
  const reseller = managed.access.reseller.name
  return (
    <Confirm
      title={t('endTitle', { reseller })}
      action={t('end')}
      onClose={onClose}
      onConfirm={async () => {
        const isDone = await model.run('end')
        onClose()
        if (isDone) onEnded()
      }}
    >
      <p data-part="text">{t('endEffect', { reseller })}</p>
      <p data-part="text">{t('endForGood', { reseller })}</p>
      <p data-part="text">{t('endCommerce', { reseller })}</p>
      <p data-part="hint">{shared('told', { list: [reseller, shared('you')] })}</p>
    </Confirm>
  )
}

'use client'

import type { ClientAccess, ClientAccessList } from '@clientele/contract'
import { useId, useState } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { Notice } from '../parts/notice.tsx'
import { accessStrings } from '../words/access.strings.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import type { AccessPanelModel } from './use-access-panel.ts'

interface HeadProps {
  t: AccessWords<'accessPanel'>
  panel: AccessPanelModel
  list: ClientAccessList
  /** Of the heading. */
  id: string
}

/** What is true now in one sentence, and the button that stops everything (N8). */
export function AccessPanelHead({ t, panel, list, id }: HeadProps) {
  const open = list.resellers.filter(isOpen)
  const isPaused = list.pausedAt !== null
  return (
    <>
      <header data-part="access-head">
        <h2 data-part="title" id={id}>
          {t('title')}
        </h2>
        {list.resellers.some(({ allow }) => allow.wanted) && !isPaused ? <PauseAll {...{ t, panel, list }} /> : null}
      </header>
      {list.resellers.length === 0 ? (
        <Notice title={t('emptyTitle')}>{t('emptyHint')}</Notice>
      ) : isPaused ? (
        <Paused {...{ t, panel, list }} />
      ) : (
        <p data-part="text" role="status">
          {open.length === 0 ? t('nobody') : t('some', { count: open.length })}
        </p>
      )}
    </>
  )
}

/** Whether a reseller can do anything here by what the client allowed. */
function isOpen({ allow, pausedAt, grants }: ClientAccess): boolean {
  return allow.wanted && allow.observed && pausedAt === null && grants.some(({ status }) => status === 'active')
}

function PauseAll({ t, panel, list }: Omit<HeadProps, 'id'>) {
  const words = useAccessFailureWords()
  const shared = useAccessWords('access', accessStrings)
  const [isAsking, setAsking] = useState(false)
  const id = useId()
  const { pause } = list.actions
  const names = list.resellers.filter(({ allow }) => allow.wanted).map(({ reseller }) => reseller.name)
  return (
    <>
      <Button refusedBy={pause.allowed ? undefined : id} onClick={() => setAsking(true)}>
        {t('pause')}
      </Button>
      {pause.allowed ? null : <HiddenText id={id}>{words.reason(pause)}</HiddenText>}
      {isAsking ? (
        <Confirm
          tone="primary"
          title={t('pauseTitle')}
          action={t('pause')}
          words={words}
          onConfirm={async () => {
            if (await panel.decide({ kind: 'pause' })) setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          <p data-part="text">{t('pauseEffect', { list: names })}</p>
          <p data-part="text">{t('pauseStays')}</p>
          <p data-part="hint">{shared('told', { list: [...names, shared('you')] })}</p>
        </Confirm>
      ) : null}
    </>
  )
}

function Paused({ t, panel, list }: Omit<HeadProps, 'id'>) {
  const words = useAccessFailureWords()
  const shared = useAccessWords('access', accessStrings)
  const { dateTime } = useFormats()
  const id = useId()
  const { resume } = list.actions
  return (
    <Notice
      role="status"
      tone="warning"
      title={t('pausedTitle')}
      actions={
        <Button
          look="primary"
          busy={panel.isResuming}
          refusedBy={resume.allowed ? undefined : id}
          onClick={() => void panel.resume()}
        >
          {t('resume')}
        </Button>
      }
    >
      <p data-part="text">{t('pausedHint', { since: dateTime(list.pausedAt ?? '') })}</p>
      {resume.allowed ? null : (
        <p data-part="hint" id={id}>
          {words.reason(resume)}
        </p>
      )}
      {panel.resumeError === undefined ? null : (
        <AccessFailure title={shared('changeFailed')} error={panel.resumeError} />
      )}
    </Notice>
  )
}

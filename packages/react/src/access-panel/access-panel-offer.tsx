'use client'

import type { AccessGrant } from '@clientele/contract'
import { useId, useState } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { accessStrings } from '../words/access.strings.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords } from '../words/use-words.ts'
import type { GrantProps } from './access-panel-grant.tsx'

interface OfferProps extends Pick<GrantProps, 't' | 'panel' | 'grant'> {
  offered: NonNullable<AccessGrant['offeredVersion']>
}

/** What a newer version of the level adds: the client agrees to exactly that, or leaves things as they are (N5). */
export function AccessPanelOffer({ t, panel, grant, offered }: OfferProps) {
  const words = useAccessFailureWords()
  const shared = useAccessWords('access', accessStrings)
  const [isLeft, setLeft] = useState(false)
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = useId()
  const now = panel.levels.textsOf(grant.level)
  const then = panel.levels.textsOf(offered.level)
  const added = then.can.filter((sentence) => !now.can.includes(sentence))
  const may = grant.actions?.acceptVersion
  const refused = may && !may.allowed ? may : undefined
  if (isLeft) return null

  const agree = async () => {
    setRunning(true)
    setError(undefined)
    try {
      await panel.decide({ kind: 'acceptVersion', grant, level: offered.level })
    } catch (thrown) {
      setError(thrown)
    }
    setRunning(false)
  }

  return (
    <Notice
      title={t('offerTitle', { level: now.name })}
      actions={
        <>
          <Button busy={isRunning} refusedBy={refused ? id : undefined} onClick={() => void agree()}>
            {t('offerAgree')}
          </Button>
          <Button onClick={() => setLeft(true)}>{t('offerLeave')}</Button>
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
      {refused ? (
        <p data-part="hint" id={id}>
          {words.reason(refused)}
        </p>
      ) : null}
      {error === undefined ? null : <AccessFailure title={shared('changeFailed')} error={error} />}
    </Notice>
  )
}

'use client'

import type { AccessGrant, ClientAccess } from '@clientele/contract'
import { useId, useState } from 'react'
import { Badge, type Tone } from '../parts/badge.tsx'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { accessStrings, grantStatusStrings } from '../words/access.strings.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useDurations } from '../words/use-durations.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { AccessPanelLower } from './access-panel-lower.tsx'
import { AccessPanelOffer } from './access-panel-offer.tsx'
import type { AccessPanelModel } from './use-access-panel.ts'

export interface GrantProps {
  t: AccessWords<'accessGrants'>
  panel: AccessPanelModel
  access: ClientAccess
  grant: AccessGrant
}

const tones: Readonly<Partial<Record<string, Tone>>> = {
  active: 'positive',
  activating: 'warning',
  paused: 'warning',
  ending: 'warning',
  failed: 'danger',
} satisfies Partial<Record<AccessGrant['status'], Tone>>

/*
  Manage  ( Active )
  The reseller looks after products of the client. …
  For everything in your account · Ends 31 Aug 2025 · Last used 4 Mar 2025
  [ Allow less ] [ End access ]
*/
export function AccessPanelGrant({ t, panel, access, grant }: GrantProps) {
  const statuses = useAccessWords('grantStatus', grantStatusStrings)
  const { name, summary, language } = panel.levels.textsOf(grant.level)
  const id = useId()
  const facts = useFacts({ t, access, grant })
  const isOver = grant.endedAt !== null
  return (
    <article data-part="grant" aria-labelledby={id} data-over={isOver ? '' : undefined}>
      <p data-part="grant-head">
        <strong data-part="grant-name" id={id} lang={language}>
          {name}
        </strong>
        <Badge tone={tones[grant.status] ?? 'neutral'}>{statuses(grant.status)}</Badge>
      </p>
      {summary ? (
        <p data-part="text" lang={language}>
          {summary}
        </p>
      ) : null}
      <p data-part="hint">{facts.join(' · ')}</p>
      {grant.overdue ? <p data-part="hint">{t('late')}</p> : null}
      {grant.offeredVersion ? <AccessPanelOffer {...{ t, panel, grant, offered: grant.offeredVersion }} /> : null}
      {isOver ? null : <GrantActions {...{ t, panel, access, grant, name }} />}
    </article>
  )
}

function useFacts({ t, access, grant }: Omit<GrantProps, 'panel'>): string[] {
  const shared = useAccessWords('access', accessStrings)
  const { date } = useFormats()
  const durations = useDurations()
  const { scope, endsAt, autoExtend, endedAt, endReason, lastUsedAt } = grant
  const listed = 'ids' in scope ? scope.ids.map((id) => nameOf(access, id)) : 'names' in scope ? scope.names : []
  const covers = t(`scope_${scope.kind}`, { reseller: access.reseller.name, list: listed })
  if (endedAt !== null)
    return [[t('endedAt', { date: date(endedAt) }), ...(endReason ? [t(`ended_${endReason}`)] : [])].join(', '), covers]
  const until = endsAt === null ? shared('noEnd') : shared('endsAt', { date: date(endsAt) })
  return [
    covers,
    autoExtend === null ? until : `${until}, ${t('extends', { duration: durations(autoExtend) })}`,
    lastUsedAt === null ? t('notUsed') : t('lastUsed', { date: date(lastUsedAt) }),
  ]
}

function nameOf({ direct }: ClientAccess, id: string): string {
  return direct.find(({ subscription }) => subscription.id === id)?.subscription.name ?? id
}

function GrantActions({ t, panel, access, grant, name }: GrantProps & { name: string }) {
  const words = useAccessFailureWords()
  const shared = useAccessWords('access', accessStrings)
  const [isEnding, setEnding] = useState(false)
  const id = useId()
  const reseller = access.reseller.name
  const end = grant.actions?.end
  const refused = end && !end.allowed ? end : undefined
  return (
    <div data-part="actions">
      <AccessPanelLower {...{ t, panel, access, grant }} />
      <Button
        aria-label={`${t('end')}: ${name}, ${reseller}`}
        refusedBy={refused ? id : undefined}
        onClick={() => setEnding(true)}
      >
        {t('end')}
      </Button>
      {refused ? <HiddenText id={id}>{words.reason(refused)}</HiddenText> : null}
      {isEnding ? (
        <Confirm
          title={t('endTitle', { level: name, reseller })}
          action={t('end')}
          words={words}
          onConfirm={async () => {
            if (await panel.decide({ kind: 'end', grant })) setEnding(false)
          }}
          onClose={() => setEnding(false)}
        >
          <p data-part="text">{t('endEffect', { reseller })}</p>
          <p data-part="text">{t('endCommerce', { reseller })}</p>
          <p data-part="hint">{shared('told', { list: [reseller, shared('you')] })}</p>
        </Confirm>
      ) : null}
    </div>
  )
}

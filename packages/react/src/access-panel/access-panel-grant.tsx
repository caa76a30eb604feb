'use client'

import type { AccessGrant, ClientAccess } from '@clientele/contract'
import { useId } from 'react'
import { Badge } from '../parts/badge.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { toneOfGrant } from '../parts/grant-tones.ts'
import { ReceiptButton } from '../parts/receipt-button.tsx'
import { accessStrings, grantStatusStrings } from '../words/access.strings.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useDurations } from '../words/use-durations.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { CommandButton } from '../parts/command-button.tsx'
import { AccessPanelExtend } from './access-panel-extend.tsx'
import { AccessPanelLower } from './access-panel-lower.tsx'
import { AccessPanelOffer } from './access-panel-offer.tsx'
import type { AccessPanelModel } from './use-access-panel.ts'

export interface GrantProps {
  t: AccessWords<'accessGrants'>
  panel: AccessPanelModel
  access: ClientAccess
  grant: AccessGrant
}

/*
  Manage  ( Active )
  The reseller looks after products of the client. …
  For everything in your account · Ends 31 Aug 2025 · Last used 4 Mar 2025
  Download receipt
  [ Extend ] [ Let it end ] [ Allow less ] [ End access ]
*/
export function AccessPanelGrant({ t, panel, access, grant }: GrantProps) {
  const statuses = useAccessWords('grantStatus', grantStatusStrings)
  const { name, summary, language } = panel.levels.textsOf(grant.level)
  const id = useId()
  const facts = useFacts({ t, access, grant })
  const isOver = grant.endedAt !== null
  const of = `${name}, ${access.reseller.name}`
  return (
    <article data-part="grant" aria-labelledby={id} data-over={isOver ? '' : undefined}>
      <p data-part="grant-head">
        <strong data-part="grant-name" id={id} lang={language}>
          {name}
        </strong>
        {/* what is switched off is not paused: nothing resumes it but its switch */}
        {grant.status === 'paused' && !access.allow.wanted ? null : (
          <Badge tone={toneOfGrant(grant)}>{statuses(grant.status)}</Badge>
        )}
      </p>
      {summary ? (
        <p data-part="text" lang={language}>
          {summary}
        </p>
      ) : null}
      <p data-part="hint">{facts.join(' · ')}</p>
      {grant.overdue ? <p data-part="hint">{t('late')}</p> : null}
      {grant.receiptId === null ? null : (
        <ReceiptButton label={t('receipt')} of={of} load={() => panel.receiptOf(grant.id)} />
      )}
      {grant.offeredVersion ? <AccessPanelOffer {...{ t, panel, grant, offered: grant.offeredVersion }} /> : null}
      {isOver ? null : (
        <div data-part="actions">
          <AccessPanelExtend {...{ t, panel, access, grant, of }} />
          <LetRunOut {...{ t, panel, access, grant, of }} />
          <AccessPanelLower {...{ t, panel, access, grant, of }} />
          <End {...{ t, panel, access, grant, of }} />
        </div>
      )}
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

/** It would be put off by itself: the client takes that back, and it ends at its end. */
function LetRunOut({ t, panel, access, grant, of }: GrantProps & { of: string }) {
  const words = useAccessFailureWords()
  const shared = useAccessWords('access', accessStrings)
  const { date } = useFormats()
  if (grant.autoExtend === null || grant.endsAt === null) return null
  const { name } = panel.levels.textsOf(grant.level)
  const end = date(grant.endsAt)
  return (
    <CommandButton label={t('letRunOut')} of={of} state={grant.actions?.letRunOut}>
      {(close) => (
        <Confirm
          tone="primary"
          title={t('letRunOutTitle', { level: name, date: end })}
          action={t('letRunOut')}
          words={words}
          onConfirm={async () => {
            if (await panel.decide({ kind: 'letRunOut', grant })) close()
          }}
          onClose={close}
        >
          <p data-part="text">{t('letRunOutEffect', { date: end })}</p>
          <p data-part="hint">{shared('told', { list: [access.reseller.name, shared('you')] })}</p>
        </Confirm>
      )}
    </CommandButton>
  )
}

function End({ t, panel, access, grant, of }: GrantProps & { of: string }) {
  const words = useAccessFailureWords()
  const shared = useAccessWords('access', accessStrings)
  const { name } = panel.levels.textsOf(grant.level)
  const reseller = access.reseller.name
  return (
    <CommandButton label={t('end')} of={of} state={grant.actions?.end}>
      {(close) => (
        <Confirm
          title={t('endTitle', { level: name, reseller })}
          action={t('end')}
          words={words}
          onConfirm={async () => {
            if (await panel.decide({ kind: 'end', grant })) close()
          }}
          onClose={close}
        >
          <p data-part="text">{t('endEffect', { reseller })}</p>
          <p data-part="text">{t('endCommerce', { reseller })}</p>
          <p data-part="hint">{shared('told', { list: [reseller, shared('you')] })}</p>
        </Confirm>
      )}
    </CommandButton>
  )
}

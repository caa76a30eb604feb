'use client'

import type { AccessGrant } from '@clientele/contract'
import { useId } from 'react'
import { Badge } from '../parts/badge.tsx'
import { Facts } from '../parts/facts.tsx'
import { toneOfGrant } from '../parts/grant-tones.ts'
import { LevelLimits } from '../parts/level-limits.tsx'
import { ReceiptButton } from '../parts/receipt-button.tsx'
import { grantStatusStrings } from '../words/access.strings.ts'
import { useDurations } from '../words/use-durations.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords } from '../words/use-words.ts'
import type { ManagedDetailsProps } from './managed-access-details.tsx'

interface Props extends ManagedDetailsProps {
  grant: AccessGrant
}

/** What was agreed to: the level in the version that was read then, for what, until when. */
export function ManagedAccessGrant({ t, model, grant }: Props) {
  const statuses = useAccessWords('grantStatus', grantStatusStrings)
  const found = model.levelOf(grant.level)
  const name = found?.texts.name ?? grant.level
  const id = useId()
  return (
    <section data-part="grant" aria-labelledby={id}>
      <h3 data-part="grant-head" id={id}>
        <span data-part="grant-name" lang={found?.texts.language}>
          {name}
        </span>
        {/* what is switched off is not paused: nothing here resumes it */}
        {model.state === 'off' ? null : <Badge tone={toneOfGrant(grant)}>{statuses(grant.status)}</Badge>}
      </h3>
      {found ? (
        <p data-part="text" lang={found.texts.language} dir="auto">
          {found.texts.summary}
        </p>
      ) : null}
      <GrantFacts {...{ t, model, grant }} />
      {grant.receiptId === null ? null : (
        <ReceiptButton label={t('receipt')} of={name} load={() => model.receiptOf(grant.id)} />
      )}
      {found ? (
        <details data-part="disclosure">
          <summary data-part="summary-line">{t('details')}</summary>
          <LevelLimits level={found.level} texts={found.texts} titles={{ can: t('can'), cannot: t('cannot') }} />
        </details>
      ) : null}
    </section>
  )
}

function GrantFacts({ t, model, grant }: Props) {
  const formats = useFormats()
  const durations = useDurations()
  const { scope, endsAt, autoExtend, endedAt, createdAt, lastUsedAt, reseller } = grant
  const list = 'names' in scope ? scope.names : 'ids' in scope ? scope.ids.map(model.subscriptionOf) : []
  return (
    <Facts
      facts={[
        [t('scope'), t(`scope_${scope.kind}`, { reseller: reseller.name, list })],
        [t('agreed'), formats.date(createdAt)],
        [t('ended'), endedAt && formats.dateTime(endedAt)],
        [t('ends'), endedAt === null && (endsAt === null ? t('endless') : formats.date(endsAt))],
        [t('extends'), endedAt === null && autoExtend && t('extendsText', { duration: durations(autoExtend) })],
        [t('used'), lastUsedAt === null ? t('notUsed') : formats.dateTime(lastUsedAt)],
      ]}
    />
  )
}

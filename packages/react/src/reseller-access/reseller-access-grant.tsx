'use client'

import type { AccessGrant, ClientAccess } from '@clientele/contract'
import { useId, type ReactNode } from 'react'
import { accessRequestDialogStrings } from '../access-request-dialog/access-request-dialog.strings.ts'
import { accessRequestStatusStrings } from '../access-request-status/access-request-status.strings.ts'
import { Badge } from '../parts/badge.tsx'
import { Button } from '../parts/button.tsx'
import { toneOfGrant } from '../parts/grant-tones.ts'
import { LevelLimits } from '../parts/level-limits.tsx'
import { PropagationBadge } from '../propagation-badge/propagation-badge.tsx'
import { grantStatusStrings } from '../words/access.strings.ts'
import { useAccessWords } from '../words/use-words.ts'
import type { DetailsProps } from './reseller-access-details.tsx'
import { ResellerAccessFacts } from './reseller-access-facts.tsx'
import { ResellerAccessGiveBack } from './reseller-access-give-back.tsx'
import { ResellerAccessLower } from './reseller-access-lower.tsx'
import { useGrantSentences } from './use-grant-sentences.ts'
import { isLiving } from './use-reseller-access.ts'

export interface GrantProps extends DetailsProps {
  access: ClientAccess
  grant: AccessGrant
  /** The way to ask for more, where it stands among the commands. */
  ask: ReactNode
}

/*
  Manage  ( Active )
  how it stands, in a sentence, and what that means
  the switch above it, where it is not on and in effect
  For the whole account · Until 31 Aug 2025 · Last used 4 Mar 2025
  > What it contains
  next: add products
  [ Lower ] [ Give back ] [ Request more access ]
*/
export function ResellerAccessGrant(props: GrantProps) {
  const { t, model, client, access, grant, ask } = props
  const statuses = useAccessWords('grantStatus', grantStatusStrings)
  const ofDialog = useAccessWords('accessRequestDialog', accessRequestDialogStrings)
  const sentences = useGrantSentences(props)
  const texts = model.levels.textsOf(grant.level)
  const level = model.levels.levelOf(grant.level)
  const id = useId()
  const lives = isLiving(grant)
  const isInEffect = access.allow.wanted && access.allow.propagation === 'in_sync' && access.pausedAt === null
  return (
    <article data-part="grant" aria-labelledby={id}>
      <p data-part="grant-head">
        <strong data-part="grant-name" id={id} lang={texts.language}>
          {texts.name}
        </strong>
        <Badge tone={toneOfGrant(grant)}>{statuses(grant.status)}</Badge>
      </p>
      <div data-part="sentences" role="status">
        {sentences.map((sentence) => (
          <p data-part="text" key={sentence}>
            {sentence}
          </p>
        ))}
      </div>
      {lives && !isInEffect ? <PropagationBadge clientId={client.id} resellerId={access.reseller.id} /> : null}
      {lives ? <ResellerAccessFacts {...{ t, access, grant }} /> : null}
      {lives && level ? (
        <details data-part="disclosure">
          <summary data-part="summary-line">{t('contains')}</summary>
          <LevelLimits
            level={level}
            texts={texts}
            titles={{ can: ofDialog('previewAllows'), cannot: ofDialog('previewNot') }}
          />
        </details>
      ) : null}
      <Next {...props} />
      {lives && model.isOwn ? (
        <div data-part="actions">
          <ResellerAccessLower {...props} />
          <ResellerAccessGiveBack {...props} />
          {ask}
        </div>
      ) : null}
    </article>
  )
}

/** What comes after acceptance, until something was done by it (R36). */
function Next({ model: { last }, grant, onAddProducts }: GrantProps) {
  const t = useAccessWords('accessRequestStatus', accessRequestStatusStrings)
  if (!onAddProducts || !last || grant.requestId !== last.id || grant.lastUsedAt !== null || !isLiving(grant))
    return null
  return (
    <div data-part="next">
      <p data-part="text">{t('next')}</p>
      <Button look="primary" onClick={() => onAddProducts(last)}>
        {t('addProducts')}
      </Button>
    </div>
  )
}

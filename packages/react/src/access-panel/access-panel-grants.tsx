'use client'

import type { ClientAccess } from '@clientele/contract'
import { useId } from 'react'
import { Notice } from '../parts/notice.tsx'
import { useAccessWords } from '../words/use-words.ts'
import { accessGrantsStrings } from './access-grants.strings.ts'
import { AccessPanelGrant } from './access-panel-grant.tsx'
import { AccessPanelLinks } from './access-panel-links.tsx'
import type { AccessPanelMessages } from './access-panel-messages.ts'
import type { AccessPanelModel } from './use-access-panel.ts'

interface GrantsProps {
  panel: AccessPanelModel
  access: ClientAccess
  messages: AccessPanelMessages | undefined
}

/** What one reseller may do by what was agreed, and what it asks for. */
export function AccessPanelGrants({ panel, access, messages }: GrantsProps) {
  const t = useAccessWords('accessGrants', accessGrantsStrings, messages)
  const id = useId()
  const reseller = access.reseller.name
  return (
    <section data-part="grants" aria-labelledby={id}>
      <h4 data-part="grants-title" id={id}>
        {t('grants', { reseller })}
      </h4>
      {access.pendingRequestId === null ? null : <Notice>{t('asked', { reseller })}</Notice>}
      {access.grants.length === 0 ? <p data-part="empty">{t('noGrants', { reseller })}</p> : null}
      {access.grants.map((grant) => (
        <AccessPanelGrant key={grant.id} {...{ t, panel, access, grant }} />
      ))}
      <AccessPanelLinks {...{ t, panel, access }} />
    </section>
  )
}

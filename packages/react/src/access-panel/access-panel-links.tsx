'use client'

import type { ClientAccess, ReplacedLinks } from '@clientele/contract'
import { useState } from 'react'
import { Confirm } from '../parts/confirm.tsx'
import { Notice } from '../parts/notice.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import type { AccessWords } from '../words/use-words.ts'
import { CommandButton } from '../parts/command-button.tsx'
import type { AccessPanelModel } from './use-access-panel.ts'

interface LinksProps {
  t: AccessWords<'accessGrants'>
  panel: AccessPanelModel
  access: ClientAccess
}

/** The links in confirmations open the access to whoever has them: the client takes them back, wherever they went. */
export function AccessPanelLinks({ t, panel, access }: LinksProps) {
  const words = useAccessFailureWords()
  const [replaced, setReplaced] = useState<ReplacedLinks>()
  const reseller = access.reseller.name
  const { save } = access.actions
  // no link was ever mailed about what was not asked for
  if (!access.grants.some(({ requestId }) => requestId !== null)) return null
  return (
    <details data-part="disclosure">
      <summary data-part="summary-line">{t('links')}</summary>
      <div data-part="links">
        <p data-part="text">{t('linksHint', { reseller })}</p>
        <div data-part="announced" role="status">
          {replaced ? (
            <Notice tone="positive">
              {replaced.sentTo === null ? t('linksNotSent') : t('linksSent', { email: replaced.sentTo })}
            </Notice>
          ) : null}
        </div>
        <div data-part="actions">
          <CommandButton
            label={t('linksReplace')}
            of={reseller}
            // closing a door wants no managed identity
            state={save.code === 'permission_denied' ? save : undefined}
          >
            {(close) => (
              <Confirm
                title={t('linksTitle', { reseller })}
                action={t('linksReplace')}
                words={words}
                onConfirm={async () => {
                  const done = await panel.replaceLinks(access.reseller.id)
                  if (done === undefined) return
                  setReplaced(done)
                  close()
                }}
                onClose={close}
              >
                {t('linksEffect')}
              </Confirm>
            )}
          </CommandButton>
        </div>
      </div>
    </details>
  )
}

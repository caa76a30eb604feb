'use client'

import type { Client } from '@clientele/contract'
import { Badge } from '../parts/badge.tsx'
import { toneOfStatus } from '../parts/client-tones.ts'
import { DomainName } from '../parts/domain-name.tsx'
import { Facts } from '../parts/facts.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { Identity } from '../parts/identity.tsx'
import { Notice } from '../parts/notice.tsx'
import { TimeAgo } from '../parts/time-ago.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useWords, type Words } from '../words/use-words.ts'
import type { ClientPanelModel } from './use-client-panel.ts'

interface Props {
  t: Words<'clientPanel'>
  panel: ClientPanelModel
  client: Client
}

/** Name, state and what is known; and for organizations, what this record cannot know by itself (R66, R67). */
export function ClientPanelHead({ t, panel, client }: Props) {
  const formats = useFormats()
  const status = useWords('clientStatus')
  return (
    <>
      <header data-part="record-head">
        <h2 data-part="title">{client.name}</h2>
        <Badge tone={toneOfStatus(client.status)}>{status(client.status)}</Badge>
      </header>
      <RecordFacts {...{ panel, client }} />
      {client.form === 'organization' ? (
        <Notice>
          <p data-part="text">
            {t('notSynced')}{' '}
            {client.lastComparedAt ? t('compared', { time: formats.dateTime(client.lastComparedAt) }) : null}
          </p>
          <p data-part="text">{t('askToTell')}</p>
        </Notice>
      ) : null}
    </>
  )
}

function RecordFacts({ panel, client }: Omit<Props, 't'>) {
  const t = useWords('fields')
  const formats = useFormats()
  const form = useWords('clientForm')
  const type = useWords('customerType')
  const subscription = useWords('subscriptionState')
  const verification = useWords('verification')
  const kind = [form(client.form), client.customerType && type(client.customerType)]
  if (client.segments.includes('education')) kind.push(t('education'))
  return (
    <Facts
      facts={[
        [t('id'), <Identity key="id" id={client.id} />],
        [t('kind'), kind.filter(Boolean).join(' · ')],
        [t('domain'), client.primaryDomainDisplay && <DomainName key="domain" name={client.primaryDomainDisplay} />],
        [t('productFamily'), client.productFamily && panel.nameOfFamily(client.productFamily)],
        [t('verification'), client.form === 'organization' && verification(client.verification)],
        // R65
        [
          t('subscription'),
          client.subscriptionState === 'none' ? (
            <HiddenText key="none">{subscription('none')}</HiddenText>
          ) : (
            subscription(client.subscriptionState)
          ),
        ],
        [t('owner'), client.owner.name],
        [t('added'), formats.date(client.createdAt)],
        [t('changed'), <TimeAgo key="changed" iso={client.updatedAt} />],
      ]}
    />
  )
}

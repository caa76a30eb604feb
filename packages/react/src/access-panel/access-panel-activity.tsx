'use client'

import type { ClientAccessList, Event } from '@clientele/contract'
import { useState } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { Loading } from '../parts/loading.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { accessActivityStrings, eventStrings } from './access-activity.strings.ts'
import type { AccessPanelMessages } from './access-panel-messages.ts'
import type { AccessPanelModel } from './use-access-panel.ts'
import { useActivity } from './use-activity.ts'

interface ActivityProps {
  panel: AccessPanelModel
  list: ClientAccessList
  messages: AccessPanelMessages | undefined
}

/** The client's side of the glass (N8): who did what, when, and under which agreement. */
export function AccessPanelActivity({ panel, list, messages }: ActivityProps) {
  const t = useAccessWords('accessActivity', accessActivityStrings, messages)
  const [resellerId, setResellerId] = useState('')
  const { events, hasMore, isLoadingMore, more, error, reload } = useActivity(list.clientId, resellerId)
  return (
    <>
      {list.resellers.length > 1 ? (
        <SelectField
          label={t('activityOf')}
          value={resellerId}
          onValue={setResellerId}
          options={[
            { value: '', label: t('activityAll') },
            ...list.resellers.map(({ reseller }) => ({ value: reseller.id, label: reseller.name })),
          ]}
        />
      ) : null}
      {events ? (
        events.length === 0 ? (
          <p data-part="empty">{t('activityEmpty')}</p>
        ) : (
          <ol data-part="events">
            {events.map((event) => (
              <Happening key={event.id} {...{ t, panel, list, event }} />
            ))}
          </ol>
        )
      ) : error === undefined ? (
        <Loading lines={4} />
      ) : null}
      {error === undefined ? null : <AccessFailure title={t('activityFailed')} error={error} onRetry={reload} />}
      {hasMore && error === undefined ? (
        <div data-part="actions">
          <Button busy={isLoadingMore} onClick={more}>
            {t('activityMore')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

interface HappeningProps extends Omit<ActivityProps, 'messages'> {
  t: AccessWords<'accessActivity'>
  event: Event
}

function Happening({ t, panel, list, event }: HappeningProps) {
  const { dateTime } = useFormats()
  const grant = list.resellers.flatMap(({ grants }) => grants).find(({ id }) => id === event.grantId)
  const level = grant && panel.levels.textsOf(grant.level).name
  const under = level === undefined ? [] : [t('activityUnder', { level })]
  return (
    <li data-part="event">
      <span data-part="event-what">{[whatOf(t, event), aboutOf(event)].filter(Boolean).join(': ')}</span>
      <span data-part="hint">
        <time data-part="time" dateTime={event.occurredAt}>
          {dateTime(event.occurredAt)}
        </time>
        {` · ${[whoOf(t, list, event), ...under].join(' · ')}`}
      </span>
    </li>
  )
}

function whatOf(t: AccessWords<'accessActivity'>, { type, changes }: Event): string {
  if (!Object.hasOwn(eventStrings, type)) return t('otherEvent')
  if (type === 'access_policy.allow_changed') return t(changes['allow']?.to === true ? 'switchedOn' : 'switchedOff')
  const { from, to } = changes['seats'] ?? {}
  return t(type, { from: Number(from ?? 0), to: Number(to ?? 0) })
}

/** What it was done to, or what it was, in the words of whoever did it. */
function aboutOf({ subject, changes }: Event): string | undefined {
  const summary = changes['summary']?.to
  return typeof summary === 'string' ? summary : subject.display
}

/** The person, and for whom they acted. */
function whoOf(t: AccessWords<'accessActivity'>, { clientId, resellers }: ClientAccessList, { actor }: Event): string {
  if (actor.type === 'system') return t('system')
  const reseller = resellers.find((one) => one.reseller.id === actor.accountId)?.reseller.name
  const side = reseller ?? (actor.accountId === clientId ? t('ownSide') : undefined)
  const names = [actor.display, side].filter((name) => name != null)
  return names.length === 0 ? t('somebody') : names.join(', ')
}

'use client'

import type { LinkedRequest } from '@clientele/contract'
import { useId } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Facts } from '../parts/facts.tsx'
import { LevelLimits } from '../parts/level-limits.tsx'
import { levelTextsIn } from '../words/level-texts.ts'
import { useDurations } from '../words/use-durations.ts'
import { useFormats } from '../words/use-formats.ts'
import type { AccessWords } from '../words/use-words.ts'
import { AccessRequestLandingAnswer } from './access-request-landing-answer.tsx'
import { AccessRequestLandingAskAgain } from './access-request-landing-ask-again.tsx'
import { AccessRequestLandingSignIn } from './access-request-landing-sign-in.tsx'
import type { AccessRequestLandingModel } from './use-access-request-landing.ts'

export interface LandingPartProps {
  t: AccessWords<'accessRequestLanding'>
  landing: AccessRequestLandingModel
  request: LinkedRequest
}

interface Props extends LandingPartProps {
  onSignIn: (() => void) | undefined
  onSignUp: (() => void) | undefined
}

/*
  who asks
  why they ask, in their words
  what one would allow: can, cannot, never
  for what, how long
  what happens then
  [Accept] [Decline]   or what stands in the way

  One column in the order in which a person decides; the answer comes last, when everything has been read.
*/
export function AccessRequestLandingRequest({ t, landing, request, onSignIn, onSignUp }: Props) {
  const { reseller, client, level, message, languageCode } = request
  const { state, refusal } = landing
  const texts = landing.levelTexts ?? levelTextsIn(level.texts, languageCode)
  const [before = '', after = ''] = t('level', { level: '\n' }).split('\n')
  const id = useId()
  return (
    <article data-part="landing" aria-labelledby={id}>
      <header data-part="landing-head">
        <h2 data-part="title" id={id}>
          {t('title', { reseller: reseller.name })}
        </h2>
        <p data-part="text">{t('lead', { client: client.name })}</p>
      </header>
      {refusal === undefined ? null : <AccessFailure title={t('changedTitle')} error={refusal} />}
      {state === 'outdated' ? <AccessRequestLandingAskAgain {...{ t, landing, request }} /> : null}
      <div data-part="landing-section">
        <p data-part="limits-title">{t('wrote', { reseller: reseller.name })}</p>
        <blockquote data-part="quote" dir="auto" lang={languageCode}>
          {message}
        </blockquote>
      </div>
      <section data-part="landing-section" aria-labelledby={`${id}-level`}>
        <h3 data-part="section-title" id={`${id}-level`}>
          {before}
          <span data-part="level-called" lang={texts.language}>
            {texts.name}
          </span>
          {after}
        </h3>
        <p data-part="text" lang={texts.language} dir="auto">
          {texts.summary}
        </p>
        <LevelLimits level={level} texts={texts} titles={{ can: t('can'), cannot: t('cannot') }} />
      </section>
      <RequestFacts {...{ t, landing, request }} />
      {state === 'outdated' ? null : <Consequences {...{ t, request }} />}
      {state === 'open' || state === 'outdated' ? (
        <AccessRequestLandingAnswer key={request.id} {...{ t, landing, request }} />
      ) : (
        <AccessRequestLandingSignIn {...{ t, landing, request, onSignIn, onSignUp }} />
      )}
    </article>
  )
}

function RequestFacts({ t, landing, request }: LandingPartProps) {
  const formats = useFormats()
  const durations = useDurations()
  const { reseller, scope, duration, autoExtend, endsAt, expiresAt } = request
  const lasts =
    duration === null
      ? t('endless')
      : t('until', { duration: durations(duration), date: endsAt === null ? '' : formats.date(endsAt) })
  return (
    <Facts
      facts={[
        [t('account'), landing.account?.name],
        [
          t('scope'),
          t(`scope_${scope.kind}`, {
            reseller: reseller.name,
            list: listedIn(request),
          }),
        ],
        [t('lasts'), lasts],
        [t('extends'), autoExtend && t('extendsText', { duration: durations(autoExtend) })],
        [t('answerBy'), expiresAt && formats.dateTime(expiresAt)],
        [
          t('questions'),
          reseller.supportEmail && (
            <a data-part="link" href={`mailto:${reseller.supportEmail}`} dir="ltr">
              {reseller.supportEmail}
            </a>
          ),
        ],
      ]}
    />
  )
}

/** What is covered, by name; to whoever only holds a link that was passed on, how many they are. */
function listedIn({ scope, subscriptions }: LinkedRequest): readonly string[] | string {
  if ('names' in scope) return scope.names
  if (subscriptions.length > 0 || !('ids' in scope)) return subscriptions.map(({ name }) => name)
  return String(scope.ids.length)
}

/** What accepting does, said before it is done. */
function Consequences({ t, request }: Omit<LandingPartProps, 'landing'>) {
  const { level, paymentMethodOnFile } = request
  const reseller = request.reseller.name
  const id = useId()
  return (
    <section data-part="landing-section" aria-labelledby={id}>
      <h3 data-part="section-title" id={id}>
        {t('effects')}
      </h3>
      <ul data-part="consequences">
        <li data-part="consequence">{t('effectSwitch', { reseller })}</li>
        <li data-part="consequence">{t('effectStop')}</li>
        <li data-part="consequence">{t('effectTold', { reseller })}</li>
        {level.requiresPaymentMethod && paymentMethodOnFile === false ? (
          <li data-part="consequence">{t('payment', { reseller })}</li>
        ) : null}
      </ul>
    </section>
  )
}

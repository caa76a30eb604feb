'use client'

import type { ClientAccess, SaveAccess } from '@clientele/contract'
import { forwardRef, useEffect, useId, useImperativeHandle, useRef, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { CheckField } from '../parts/check-field.tsx'
import { focusFirstInvalid } from '../parts/focus-first-invalid.ts'
import { HiddenText } from '../parts/hidden-text.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { PropagationState } from '../propagation-badge/propagation-state.tsx'
import { switchOf } from '../propagation-badge/use-propagation-badge.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords, useWords, type AccessWords } from '../words/use-words.ts'
import { ResellerAccessToggleDirect } from './reseller-access-toggle-direct.tsx'
import { ResellerAccessToggleEffect } from './reseller-access-toggle-effect.tsx'
import { resellerAccessToggleStrings, type ResellerAccessToggleStrings } from './reseller-access-toggle.strings.ts'
import { useResellerAccessToggle, type ResellerAccessToggleModel } from './use-reseller-access-toggle.ts'

export interface ResellerAccessToggleProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Whose switch. */
  clientId: string
  /** For which reseller: each has a switch of its own. */
  resellerId: string
  /** Runs before the decision is sent. Return `false` to stop it; what was chosen stays. */
  onBeforeSave?: (input: SaveAccess, access: ClientAccess) => boolean | void | Promise<boolean | void>
  onSaved?: (access: ClientAccess) => void
  /** There is something to save, or no more. Warn before the page is left: `beforeunload` is yours. */
  onDirtyChange?: (isDirty: boolean) => void
  /** Says that all access is paused. Switch it off where the page around does. @default true */
  hasPauseNotice?: boolean
  /** Texts that replace those of the language. */
  messages?: Partial<ResellerAccessToggleStrings>
}

/**
 * The client's switch for one reseller, with the subscriptions bought elsewhere below it. It says what will happen,
 * sends nothing before Save, and then shows what was chosen beside what is in effect, until the two are the same.
 *
 * @example
 * <ResellerAccessToggle clientId={client.id} resellerId={reseller.id} onDirtyChange={setUnsaved} />
 */
export const ResellerAccessToggle = forwardRef<HTMLDivElement, ResellerAccessToggleProps>(
  function ResellerAccessToggle(props, ref) {
    const {
      clientId,
      resellerId,
      onBeforeSave,
      onSaved,
      onDirtyChange,
      hasPauseNotice = true,
      messages,
      ...rest
    } = props
    const t = useAccessWords('resellerAccessToggle', resellerAccessToggleStrings, messages)
    const words = useAccessFailureWords()
    const toggle = useResellerAccessToggle({ clientId, resellerId, onBeforeSave, onSaved, onDirtyChange })
    const root = useRef<HTMLDivElement>(null)
    useImperativeHandle(ref, () => root.current!)

    useEffect(() => {
      if (toggle.attempts > 0 || toggle.error !== undefined) focusFirstInvalid(root.current)
    }, [toggle.attempts, toggle.error])

    return (
      <div {...rest} {...useRootProps('reseller-access-toggle', toggle.state)} ref={root}>
        {toggle.access ? (
          <ToggleForm {...{ t, toggle, access: toggle.access, hasPauseNotice }} />
        ) : toggle.state === 'forbidden' ? (
          <Notice title={t('forbiddenTitle')}>{words.failure(toggle.error).text}</Notice>
        ) : toggle.state === 'failed' ? (
          <AccessFailure title={t('failedTitle')} error={toggle.error} onRetry={toggle.reload} />
        ) : (
          <Loading lines={4} />
        )}
      </div>
    )
  },
)

interface ToggleFormProps {
  t: AccessWords<'resellerAccessToggle'>
  toggle: ResellerAccessToggleModel
  access: ClientAccess
  hasPauseNotice: boolean
}

/*
  [on ] Allow access for Hafenhost
        With access your reseller can solve problems faster. …
  ( On its way )  Chosen: on. In effect now: off.
                  Since 3 minutes ago. It can take up to 24 hours, usually about 12 minutes.
  Subscriptions that you did not buy from Hafenhost
  [x] Additional storage
  | When you save …
  [ Save ] [ Discard changes ]
*/
function ToggleForm({ t, toggle, access, hasPauseNotice }: ToggleFormProps) {
  const { draft, change, refused } = toggle
  const common = useWords('common')
  const words = useAccessFailureWords()
  const { dateTime } = useFormats()
  const id = useId()
  const reseller = access.reseller.name
  // a contract keeps on what is on; it turns nothing on
  const isLocked = access.lockedByContract !== null && access.allow.wanted && draft?.allow === true
  const refusedBy = refused ? `${id}-refused` : undefined
  return (
    <form
      data-part="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void toggle.save()
      }}
    >
      {hasPauseNotice && access.pausedAt !== null ? (
        <Notice tone="warning">{t('paused', { reseller, since: dateTime(access.pausedAt) })}</Notice>
      ) : null}
      <div data-part="switch">
        <CheckField
          look="switch"
          label={t('allow', { reseller })}
          hint={access.lockedByContract === null ? t('recommend') : undefined}
          checked={draft?.allow ?? false}
          onChecked={(allow) => change({ allow })}
          refusedBy={refusedBy ?? (isLocked ? `${id}-locked` : undefined)}
        />
        <PropagationState value={switchOf(access)} times={access.propagation} isPaused={access.pausedAt !== null} />
      </div>
      {refused ? <Notice id={refusedBy}>{words.reason(refused)}</Notice> : null}
      {access.lockedByContract === null ? null : (
        <Notice id={`${id}-locked`}>{t('locked', { clause: access.lockedByContract })}</Notice>
      )}
      <ResellerAccessToggleDirect
        {...{ t, toggle, refusedBy }}
        agreementError={toggle.isAgreementWanted ? t('agreementWanted') : undefined}
      />
      <ResellerAccessToggleEffect {...{ t, toggle }} />
      {toggle.outcome === 'changed' ? (
        <Notice role="alert" tone="warning" title={t('changedTitle')}>
          {t('changedHint')}
        </Notice>
      ) : null}
      {toggle.error === undefined ? null : <AccessFailure title={t('saveFailed')} error={toggle.error} />}
      {refused ? null : (
        <div data-part="actions">
          <Button
            type="submit"
            look="primary"
            busy={toggle.isSaving}
            refusedBy={toggle.isDirty || toggle.isSaving ? undefined : `${id}-nothing`}
          >
            {common(toggle.isSaving ? 'saving' : 'save')}
          </Button>
          {toggle.isDirty && !toggle.isSaving ? (
            <Button
              onClick={({ currentTarget }) => {
                // this button goes with the changes
                currentTarget.form?.querySelector('input')?.focus()
                toggle.discard()
              }}
            >
              {t('discard')}
            </Button>
          ) : null}
          <HiddenText id={`${id}-nothing`}>{toggle.isDirty ? '' : t('nothingChanged')}</HiddenText>
        </div>
      )}
    </form>
  )
}

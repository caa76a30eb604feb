'use client'

import type { AccessLevel } from '@clientele/contract'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords } from '../words/use-words.ts'
import { AccessLevelPickerChoices } from './access-level-picker-choices.tsx'
import { accessLevelPickerStrings, type AccessLevelPickerStrings } from './access-level-picker.strings.ts'
import { useAccessLevelPicker } from './use-access-level-picker.ts'

export interface AccessLevelPickerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'defaultValue'> {
  /** The id of the chosen level, as in `manage@1`, where the host keeps it; `null` for none. */
  value?: string | null
  /** Where the host does not keep it: what is chosen at first. @default nothing (R13) */
  defaultValue?: string | null
  onValueChange?: (level: AccessLevel) => void
  /** @default 'products' */
  family?: AccessLevel['family']
  /** Whether the client has one: levels that need it say so where it is missing. @default not known */
  paymentMethodOnFile?: boolean | undefined
  /** The id of a level that cannot be chosen, because the client has been asked for it already. */
  askedFor?: string | undefined
  /** The id of the level that there is access at now: it is marked. */
  present?: string | undefined
  /** What is wrong with the choice, in words. */
  error?: string | undefined
  /** Texts that replace those of the language. */
  messages?: Partial<AccessLevelPickerStrings>
}

/**
 * What a reseller can ask a client for: one level out of a few, none of them chosen beforehand, each with what it allows
 * beyond the lower one. What they allow can be compared line by line.
 *
 * @example
 * <AccessLevelPicker paymentMethodOnFile={client.paymentMethodOnFile} onValueChange={(level) => setLevel(level.id)} />
 */
export const AccessLevelPicker = forwardRef<HTMLDivElement, AccessLevelPickerProps>(
  function AccessLevelPicker(props, ref) {
    const { value, defaultValue, onValueChange, family, ...shown } = props
    const { paymentMethodOnFile, askedFor, present, error, messages, ...rest } = shown
    const t = useAccessWords('accessLevelPicker', accessLevelPickerStrings, messages)
    const words = useAccessFailureWords()
    const picker = useAccessLevelPicker({ value, defaultValue, onValueChange, family })
    return (
      <div {...rest} {...useRootProps('access-level-picker', picker.state)} ref={ref}>
        {picker.levels.length > 0 ? (
          <AccessLevelPickerChoices {...{ t, picker, paymentMethodOnFile, askedFor, present, error }} />
        ) : picker.state === 'forbidden' ? (
          <Notice title={t('forbiddenTitle')}>{words.failure(picker.error).text}</Notice>
        ) : picker.state === 'failed' ? (
          <AccessFailure title={t('failedTitle')} error={picker.error} onRetry={picker.reload} />
        ) : picker.state === 'empty' ? (
          <Notice title={t('empty')}>{t('emptyHint')}</Notice>
        ) : (
          <Loading lines={6} />
        )}
      </div>
    )
  },
)

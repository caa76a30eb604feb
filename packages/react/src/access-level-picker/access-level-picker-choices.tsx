'use client'

import { neverDelegable } from '@clientele/contract'
import { ChoiceSet } from '../parts/choice-set.tsx'
import { Notice } from '../parts/notice.tsx'
import { accessStrings, neverStrings } from '../words/access.strings.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { AccessLevelPickerComparison } from './access-level-picker-comparison.tsx'
import type { PickedLevel } from './compare-levels.ts'
import type { AccessLevelPickerModel } from './use-access-level-picker.ts'

interface Props {
  t: AccessWords<'accessLevelPicker'>
  picker: AccessLevelPickerModel
  paymentMethodOnFile: boolean | undefined
  askedFor: string | undefined
  present: string | undefined
  error: string | undefined
}

/*
  what was chosen has changed since
  ( ) Manage                 ( ) Manage and purchase
      summary                    summary
      It allows:                 All of “Manage”, and also:
  what is wrong
  ▸ Compare the levels
  No level allows: …
*/
export function AccessLevelPickerChoices({ t, picker, paymentMethodOnFile, askedFor, present, error }: Props) {
  const access = useAccessWords('access', accessStrings)
  const never = useAccessWords('never', neverStrings)
  const { levels, chosen, choose, retired } = picker
  return (
    <>
      {retired ? (
        <Notice role="status" tone="warning" title={t('retired', { level: nameOf(picker, retired.id) })}>
          {t(retired.now ? 'retiredNewer' : 'retiredGone')}
        </Notice>
      ) : null}
      <ChoiceSet legend={t('legend')} error={error}>
        {(name) => (
          <div data-part="levels">
            {levels.map((one) => (
              <Level
                key={one.level.id}
                {...{ t, one, paymentMethodOnFile, present }}
                group={name}
                isChosen={one.level.id === chosen?.id}
                isAskedFor={one.level.id === askedFor}
                onChoose={() => choose(one.level)}
              />
            ))}
          </div>
        )}
      </ChoiceSet>
      {levels.length > 1 ? <AccessLevelPickerComparison {...{ t, levels }} /> : null}
      <p data-part="text" data-muted="">
        {access('never', { list: neverDelegable.map((key) => never(key)) })}
      </p>
    </>
  )
}

interface LevelProps extends Pick<Props, 't' | 'paymentMethodOnFile' | 'present'> {
  one: PickedLevel
  group: string
  isChosen: boolean
  isAskedFor: boolean
  onChoose: () => void
}

function Level({ t, one, group, isChosen, isAskedFor, onChoose, paymentMethodOnFile, present }: LevelProps) {
  const { level, texts, lower, more } = one
  const id = `${group}-${level.id}`
  return (
    <div data-part="level" data-level={level.key} data-checked={isChosen ? '' : undefined}>
      <label data-part="level-name" htmlFor={id}>
        <input
          id={id}
          data-part="radio"
          type="radio"
          name={group}
          value={level.id}
          checked={isChosen}
          disabled={isAskedFor}
          onChange={onChoose}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-facts`}
        />
        <span data-part="choice-label" id={`${id}-name`} lang={texts.language} dir="auto">
          {texts.name}
        </span>
      </label>
      <div data-part="level-facts" id={`${id}-facts`}>
        {isAskedFor ? <p data-part="text">{t('alreadyAsked')}</p> : null}
        {present?.startsWith(`${level.key}@`) ? (
          <p data-part="level-present">{t(present === level.id ? 'present' : 'presentOlder')}</p>
        ) : null}
        <p data-part="text" lang={texts.language} dir="auto">
          {texts.summary}
        </p>
        <p data-part="level-allows">{lower === undefined ? t('allows') : t('allowsMore', { lower })}</p>
        <ul data-part="level-list" lang={texts.language} dir="auto">
          {more.map((sentence) => (
            <li data-part="level-item" key={sentence}>
              {sentence}
            </li>
          ))}
        </ul>
        {level.requiresPaymentMethod ? (
          <p data-part="hint" data-tone={paymentMethodOnFile === false ? 'warning' : undefined}>
            {t('payment')} {paymentMethodOnFile === false ? t('paymentMissing') : null}
          </p>
        ) : null}
      </div>
    </div>
  )
}

/** How the retired version is called now, or else by its key. */
function nameOf({ levels }: AccessLevelPickerModel, id: string): string {
  const key = id.split('@')[0] ?? id
  return levels.find(({ level }) => level.key === key)?.texts.name ?? key
}

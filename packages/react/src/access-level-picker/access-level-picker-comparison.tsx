'use client'

import { HiddenText } from '../parts/hidden-text.tsx'
import type { AccessWords } from '../words/use-words.ts'
import { allAbilities, type PickedLevel } from './compare-levels.ts'

/** Every sentence once, with the levels that say it; and what each still does not allow. Opened when asked for. */
export function AccessLevelPickerComparison(props: {
  t: AccessWords<'accessLevelPicker'>
  levels: readonly PickedLevel[]
}) {
  const { t, levels } = props
  return (
    <details data-part="disclosure">
      <summary data-part="summary-line">{t('compare')}</summary>
      <table data-part="table" aria-label={t('compare')}>
        <thead data-part="head">
          <tr data-part="head-row">
            <th data-part="head-cell" scope="col">
              {t('ability')}
            </th>
            {levels.map(({ level, texts }) => (
              <th data-part="head-cell" data-column="level" scope="col" key={level.id} lang={texts.language}>
                {texts.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-part="body">
          {allAbilities(levels).map(({ sentence, language }) => (
            <tr data-part="row" key={sentence}>
              <th data-part="cell" scope="row" lang={language} dir="auto">
                {sentence}
              </th>
              {levels.map(({ level, texts }) => (
                <td data-part="cell" data-column="level" key={level.id}>
                  <Mark t={t} isIn={texts.can.includes(sentence)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {levels.map(({ level, texts }) =>
        texts.cannot.length > 0 ? (
          <div data-part="level-facts" key={level.id}>
            <p data-part="level-allows">{t('stillNot', { level: texts.name })}</p>
            <ul data-part="level-list" data-kind="not" lang={texts.language} dir="auto">
              {texts.cannot.map((sentence) => (
                <li data-part="level-item" key={sentence}>
                  {sentence}
                </li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
    </details>
  )
}

function Mark({ t, isIn }: { t: AccessWords<'accessLevelPicker'>; isIn: boolean }) {
  return (
    <>
      <span data-part="mark" data-on={isIn ? '' : undefined} aria-hidden />
      <HiddenText>{t(isIn ? 'yes' : 'no')}</HiddenText>
    </>
  )
}

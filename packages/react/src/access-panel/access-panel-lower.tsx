'use client'

import { ChoiceDialog } from '../parts/choice-dialog.tsx'
import { CommandButton } from '../parts/command-button.tsx'
import type { GrantProps } from './access-panel-grant.tsx'

/** To a lesser level, at once and without asking anybody (R33). Where there is none, there is no button. */
export function AccessPanelLower({ t, panel, access, grant, of }: GrantProps & { of: string }) {
  const lower = lowerLevels({ panel, grant })
  const reseller = access.reseller.name
  if (lower.length === 0) return null
  return (
    <CommandButton label={t('lower')} of={of} state={grant.actions?.lower}>
      {(close) => (
        <ChoiceDialog
          title={t('lowerTitle', { reseller })}
          legend={t('lowerChoose')}
          choices={lower.map(({ id, key }) => choiceOf(key, panel.levels.textsOf(id)))}
          wanted={t('lowerWanted')}
          action={t('lower')}
          onDecide={(level) => panel.decide({ kind: 'lower', grant, level })}
          onClose={close}
        >
          <p data-part="text">{t('lowerHint', { reseller })}</p>
        </ChoiceDialog>
      )}
    </CommandButton>
  )
}

/** The newest versions of the levels below, in the family. */
function lowerLevels({ panel, grant }: Pick<GrantProps, 'panel' | 'grant'>) {
  const { levels, levelOf } = panel.levels
  const rank = levelOf(grant.level)?.rank ?? 0
  return levels.filter((one) => one.family === grant.family && one.status === 'published' && one.rank < rank)
}

function choiceOf(value: string, texts: ReturnType<GrantProps['panel']['levels']['textsOf']>) {
  const { name, summary, language } = texts
  const inItsLanguage = (text: string) => (
    <span data-part="level-text" lang={language}>
      {text}
    </span>
  )
  return { value, label: inItsLanguage(name), hint: inItsLanguage(summary) }
}

'use client'

import { useId, useState } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Button } from '../parts/button.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { accessStrings } from '../words/access.strings.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords, useWords } from '../words/use-words.ts'
import type { GrantProps } from './access-panel-grant.tsx'

/** To a lesser level, at once and without asking anybody (R33). Where there is none, there is no button. */
export function AccessPanelLower({ t, panel, access, grant }: GrantProps) {
  const words = useAccessFailureWords()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const lower = useLowerLevels({ panel, grant })
  const may = grant.actions?.lower
  const refused = may && !may.allowed ? may : undefined
  if (lower.length === 0) return null
  const { name } = panel.levels.textsOf(grant.level)
  return (
    <>
      <Button
        aria-label={`${t('lower')}: ${name}, ${access.reseller.name}`}
        refusedBy={refused ? id : undefined}
        onClick={() => setOpen(true)}
      >
        {t('lower')}
      </Button>
      {refused ? <HiddenText id={id}>{words.reason(refused)}</HiddenText> : null}
      {isOpen ? <LowerDialog {...{ t, panel, access, grant, lower }} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** The newest versions of the levels below, in the family. */
function useLowerLevels({ panel, grant }: Pick<GrantProps, 'panel' | 'grant'>) {
  const { levels, levelOf } = panel.levels
  const rank = levelOf(grant.level)?.rank ?? 0
  return levels.filter((one) => one.family === grant.family && one.status === 'published' && one.rank < rank)
}

interface LowerDialogProps extends GrantProps {
  lower: ReturnType<typeof useLowerLevels>
  onClose: () => void
}

function LowerDialog({ t, panel, access, grant, lower, onClose }: LowerDialogProps) {
  const common = useWords('common')
  const shared = useAccessWords('access', accessStrings)
  const [level, setLevel] = useState('')
  const [isWanted, setWanted] = useState(false)
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>()
  const reseller = access.reseller.name
  const save = async () => {
    setWanted(level === '')
    if (level === '' || isRunning) return
    setRunning(true)
    setError(undefined)
    try {
      if (await panel.decide({ kind: 'lower', grant, level })) onClose()
    } catch (thrown) {
      setError(thrown)
    }
    setRunning(false)
  }
  const choices = lower.map(({ id, key }) => {
    const { name, summary, language } = panel.levels.textsOf(id)
    const inItsLanguage = (text: string) => (
      <span data-part="level-text" lang={language}>
        {text}
      </span>
    )
    return { value: key, label: inItsLanguage(name), hint: inItsLanguage(summary) }
  })
  return (
    <Dialog title={t('lowerTitle', { reseller })} onClose={onClose}>
      <form
        data-part="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p data-part="text">{t('lowerHint', { reseller })}</p>
        <ChoiceField
          legend={t('lowerChoose')}
          choices={choices}
          value={level}
          onValue={setLevel}
          error={isWanted && level === '' ? t('lowerWanted') : undefined}
        />
        {error === undefined ? null : <AccessFailure title={shared('changeFailed')} error={error} />}
        <div data-part="actions">
          <Button type="submit" look="primary" busy={isRunning}>
            {t('lower')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

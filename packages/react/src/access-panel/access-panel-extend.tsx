'use client'

import type { Settings } from '@clientele/contract'
import { useState } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { after, lengthsUpTo } from '../parts/lengths.ts'
import { useSettings } from '../query/use-reads.ts'
import { accessStrings } from '../words/access.strings.ts'
import { useDurations } from '../words/use-durations.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords } from '../words/use-words.ts'
import { ChoiceDialog } from '../parts/choice-dialog.tsx'
import { CommandButton } from '../parts/command-button.tsx'
import type { GrantProps } from './access-panel-grant.tsx'

/** More time, counted from now. What has no end needs none. */
export function AccessPanelExtend({ t, panel, access, grant, of }: GrantProps & { of: string }) {
  if (grant.endsAt === null) return null
  return (
    <CommandButton label={t('extend')} of={of} state={grant.actions?.extend}>
      {(close) => <ExtendDialog {...{ t, panel, access, grant }} endsAt={grant.endsAt ?? ''} onClose={close} />}
    </CommandButton>
  )
}

const endless = 'endless'

interface ExtendProps extends GrantProps {
  endsAt: string
  onClose: () => void
}

function ExtendDialog({ t, panel, access, grant, endsAt, onClose }: ExtendProps) {
  const shared = useAccessWords('access', accessStrings)
  const { date } = useFormats()
  const settings = useSettings()
  const lengths = useLongerLengths({ t, access, endsAt, settings: settings.data })
  const { name } = panel.levels.textsOf(grant.level)
  const reseller = access.reseller.name
  const now = date(endsAt)
  return (
    <ChoiceDialog
      title={t('extendTitle', { level: name, reseller })}
      legend={t('extendChoose')}
      choices={settings.isLoadingError ? [] : lengths}
      wanted={t('extendWanted')}
      action={t('extend')}
      onDecide={(value) => panel.decide({ kind: 'extend', grant, duration: value === endless ? null : value })}
      onClose={onClose}
    >
      {settings.isLoadingError ? (
        <AccessFailure error={settings.error} onRetry={() => void settings.refetch()} />
      ) : lengths?.length === 0 ? (
        <p data-part="text">{t('extendNone', { date: now })}</p>
      ) : (
        <>
          <p data-part="text">{t('extendHint', { date: now })}</p>
          <p data-part="hint">{shared('told', { list: [reseller, shared('you')] })}</p>
        </>
      )}
    </ChoiceDialog>
  )
}

const usual = ['P30D', 'P90D', 'P1Y']

interface LongerProps extends Pick<ExtendProps, 't' | 'access' | 'endsAt'> {
  settings: Settings | undefined
}

/** The lengths that end at least a day later, each with its end; nothing before it is known what is allowed here. */
function useLongerLengths({ t, access, endsAt, settings }: LongerProps) {
  const shared = useAccessWords('access', accessStrings)
  const durations = useDurations()
  const { date } = useFormats()
  const [now] = useState(() => new Date())
  if (!settings) return undefined
  const { maxDuration } = settings.access
  const atLeast = after(new Date(endsAt), 'P1D')
  const longer = lengthsUpTo(maxDuration, usual).filter((length) => after(now, length) >= atLeast)
  const timed = longer.map((length) => ({
    value: length,
    label: durations(length),
    hint: shared('endsAt', { date: date(after(now, length).toISOString()) }),
  }))
  const reseller = access.reseller.name
  const untimed = { value: endless, label: shared('noEnd'), hint: t('extendEndless', { reseller }) }
  return maxDuration === null ? [...timed, untimed] : timed
}

'use client'

import { useState } from 'react'
import { after, lengthsUpTo } from '../parts/lengths.ts'
import { useSettings } from '../query/use-reads.ts'
import { accessStrings } from '../words/access.strings.ts'
import { useDurations } from '../words/use-durations.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords } from '../words/use-words.ts'
import { AccessPanelChoice } from './access-panel-choice.tsx'
import { AccessPanelCommand } from './access-panel-command.tsx'
import type { GrantProps } from './access-panel-grant.tsx'

const lengths = ['P30D', 'P90D', 'P1Y']
const endless = 'endless'

/** More time, counted from now. What has no end needs none; where nothing longer is allowed here, there is no button. */
export function AccessPanelExtend({ t, panel, access, grant, of }: GrantProps & { of: string }) {
  const choices = useLongerLengths({ t, access, grant })
  const shared = useAccessWords('access', accessStrings)
  const { date } = useFormats()
  const { name } = panel.levels.textsOf(grant.level)
  const reseller = access.reseller.name
  if (grant.endsAt === null || choices.length === 0) return null
  const present = date(grant.endsAt)
  return (
    <AccessPanelCommand label={t('extend')} of={of} state={grant.actions?.extend}>
      {(close) => (
        <AccessPanelChoice
          title={t('extendTitle', { level: name, reseller })}
          legend={t('extendChoose')}
          choices={choices}
          wanted={t('extendWanted')}
          action={t('extend')}
          onDecide={(value) => panel.decide({ kind: 'extend', grant, duration: value === endless ? null : value })}
          onClose={close}
        >
          <p data-part="text">{t('extendHint', { date: present })}</p>
          <p data-part="hint">{shared('told', { list: [reseller, shared('you')] })}</p>
        </AccessPanelChoice>
      )}
    </AccessPanelCommand>
  )
}

/** The lengths that end later than now, each with its end. */
function useLongerLengths({ t, access, grant }: Pick<GrantProps, 't' | 'access' | 'grant'>) {
  const { data: settings } = useSettings()
  const shared = useAccessWords('access', accessStrings)
  const durations = useDurations()
  const { date } = useFormats()
  const [now] = useState(() => new Date())
  if (!settings || grant.endsAt === null) return []
  const present = new Date(grant.endsAt)
  const { maxDuration } = settings.access
  const longer = lengthsUpTo(maxDuration, lengths).filter((length) => after(now, length) > present)
  const timed = longer.map((length) => ({
    value: length,
    label: durations(length),
    hint: shared('endsAt', { date: date(after(now, length).toISOString()) }),
  }))
  const untimed = {
    value: endless,
    label: shared('noEnd'),
    hint: t('extendEndless', { reseller: access.reseller.name }),
  }
  return maxDuration === null ? [...timed, untimed] : timed
}

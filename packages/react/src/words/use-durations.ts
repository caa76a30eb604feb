'use client'

import { useMemo } from 'react'
import { useClientele } from '../provider/clientele-context.ts'

const units = { Y: 'year', M: 'month', W: 'week', D: 'day', TH: 'hour', TM: 'minute', TS: 'second' } as const

/** Durations of ISO 8601 as the language writes them: `PT24H` is “24 hours”. What has several units is shown as it is. */
export function useDurations(): (iso: string) => string {
  const { locale } = useClientele()
  return useMemo(() => {
    return (iso) => {
      const [, time = '', count, letter] = /^P(T?)(\d+)([YMWDHS])$/.exec(iso) ?? []
      const unit = units[`${time}${letter}` as keyof typeof units]
      if (unit === undefined) return iso
      return new Intl.NumberFormat(locale.code, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(count))
    }
  }, [locale])
}

import { useClientele } from '../provider/clientele-context.ts'
import type { FullLocale } from './locale.ts'

/** Dates and names of countries as the language writes them. */
export function useFormats(): Formats {
  const { locale } = useClientele()
  const known = made.get(locale) ?? formatsOf(locale)
  made.set(locale, known)
  return known
}

type Formats = ReturnType<typeof formatsOf>

// a browser takes milliseconds to make them: once a language, not once a component
const made = new WeakMap<FullLocale, Formats>()

function formatsOf(locale: FullLocale) {
  const date = new Intl.DateTimeFormat(locale.code, { dateStyle: 'medium' })
  const dateTime = new Intl.DateTimeFormat(locale.code, { dateStyle: 'medium', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale.code, { numeric: 'auto' })
  const number = new Intl.NumberFormat(locale.code)
  const regions = new Intl.DisplayNames(locale.code, { type: 'region' })
  const collator = new Intl.Collator(locale.code)
  return {
    date: (iso: string) => date.format(new Date(iso)),
    dateTime: (iso: string) => dateTime.format(new Date(iso)),
    /** “3 minutes ago”, seen from a moment in milliseconds. */
    ago: (iso: string, now: number) => relative.format(...distance(Date.parse(iso) - now)),
    number: (value: number) => number.format(value),
    country: (code: string) => regions.of(code) ?? code,
    compare: (a: string, b: string) => collator.compare(a, b),
  }
}

const units = [
  ['minute', 60],
  ['hour', 24],
  ['day', 30.4],
  ['month', 12],
  ['year', Infinity],
] as const

/** A distance in the largest unit of which there is at least one. */
function distance(milliseconds: number): [value: number, unit: Intl.RelativeTimeFormatUnit] {
  let value = milliseconds / 60_000
  for (const [unit, next] of units) {
    if (Math.abs(value) < next) return [Math.round(value), unit]
    value /= next
  }
  return [0, 'minute']
}

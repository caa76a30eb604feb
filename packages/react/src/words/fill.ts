import type { Terms } from './terms.strings.ts'
import type { Text, Values } from './text.ts'

/** Puts values and terms into a text, in the plural form that `count` wants. */
export function fill(text: Text, values: Values, terms: Terms, language: string): string {
  return bound(formOf(text, values, language), language).replaceAll(/\{(\w+)\}/g, (braces, name: string) => {
    const value = values[name]
    if (value !== undefined) return written(value, language)
    return termFor(name, terms) ?? braces
  })
}

/** No line of a French text begins with a mark that has a space before it, or ends with one that has a space after it. */
function bound(text: string, language: string): string {
  if (!language.startsWith('fr')) return text
  return text.replaceAll('« ', '«\u00A0').replaceAll(/ (?=[:;!?»])/g, '\u00A0')
}

function formOf(text: Text, values: Values, language: string): string {
  if (typeof text === 'string') return text
  const form = rulesOf(language).plural.select(Number(values['count']))
  return text[form] ?? text.other
}

function written(value: string | number | readonly string[], language: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return rulesOf(language).number.format(value)
  return new Intl.ListFormat(language).format(value)
}

interface Rules {
  plural: Intl.PluralRules
  number: Intl.NumberFormat
}

const known = new Map<string, Rules>()

/** Made once a language: browsers take longer for that than for using them. */
function rulesOf(language: string): Rules {
  const rules = known.get(language) ?? {
    plural: new Intl.PluralRules(language),
    number: new Intl.NumberFormat(language),
  }
  known.set(language, rules)
  return rules
}

/** `{Clients}` is the term `clients` at the beginning of a sentence. */
function termFor(name: string, terms: Terms): string | undefined {
  const named: Readonly<Record<string, string | undefined>> = terms
  if (named[name] !== undefined) return named[name]
  const term = named[name.charAt(0).toLowerCase() + name.slice(1)]
  return term === undefined ? undefined : term.charAt(0).toUpperCase() + term.slice(1)
}

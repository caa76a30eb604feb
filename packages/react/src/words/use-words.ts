import { useMemo } from 'react'
import { useClientele } from '../provider/clientele-context.ts'
import { fill } from './fill.ts'
import type { Messages } from './locale.ts'
import type { Text, Values } from './text.ts'

/** Gives the text of a key, filled in. A key of a newer server that has no text yet is shown as it is. */
export type Words<G extends keyof Messages> = (key: keyof Messages[G] | (string & {}), values?: Values) => string

/** The texts of one group: what the component was given, else what the provider was given, else the language's. */
export function useWords<G extends keyof Messages>(group: G, overrides?: Partial<Messages[G]>): Words<G> {
  const { locale, messages } = useClientele()
  return useMemo(() => {
    const terms = { ...locale.terms, ...messages.terms }
    const texts: Readonly<Record<string, Text | undefined>> = { ...locale[group], ...messages[group], ...overrides }
    return (key, values = {}) => {
      const text = texts[String(key)]
      return text === undefined ? String(key) : fill(text, values, terms, locale.code)
    }
  }, [group, locale, messages, overrides])
}

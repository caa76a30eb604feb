import { useMemo } from 'react'
import { useClientele } from '../provider/clientele-context.ts'
import { fill } from './fill.ts'
import type { AccessGroup, AccessMessages, Messages } from './locale.ts'
import type { Text, Values } from './text.ts'

/** Gives the text of a key, filled in. A key of a newer server that has no text yet is shown as it is. */
export type Words<G extends keyof Messages> = (key: keyof Messages[G] | (string & {}), values?: Values) => string
export type AccessWords<G extends AccessGroup> = (
  key: keyof AccessMessages[G] | (string & {}),
  values?: Values,
) => string

/** The texts of one group: what the component was given, else what the provider was given, else the language's. */
export function useWords<G extends keyof Messages>(group: G, overrides?: Partial<Messages[G]>): Words<G> {
  return useTexts(group, undefined, overrides)
}

/**
 * The texts of a group that no language has by itself: the English of a component for access comes with the component,
 * its other languages as a pack (`locale={[de, deAccess]}`).
 */
export function useAccessWords<G extends AccessGroup>(
  group: G,
  english: AccessMessages[G],
  overrides?: Partial<AccessMessages[G]>,
): AccessWords<G> {
  return useTexts(group, english, overrides)
}

/** The same for any group, with English for what the language has not. */
export function useTexts(group: keyof Messages | AccessGroup, english?: object, overrides?: object) {
  const { locale, messages } = useClientele()
  return useMemo(() => {
    const terms = { ...locale.terms, ...messages.terms }
    const texts: Readonly<Record<string, Text | undefined>> = {
      ...english,
      ...locale[group],
      ...messages[group],
      ...overrides,
    }
    return (key: PropertyKey, values: Values = {}) => {
      const text = texts[String(key)]
      return text === undefined ? String(key) : fill(text, values, terms, locale.code)
    }
  }, [group, english, locale, messages, overrides])
}

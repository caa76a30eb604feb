'use client'

import { useClientele } from '../provider/clientele-context.ts'
import { useMissingStyles } from '../provider/use-missing-styles.ts'

/** What every component's root carries: the names that hosts style and test by, language, direction and theme. */
export function useRootProps(name: string, state: string) {
  const { locale, theme, density } = useClientele()
  useMissingStyles()
  return {
    'data-clientele': name,
    'data-state': state,
    'data-theme': theme,
    'data-density': density,
    lang: locale.code,
    dir: locale.dir,
  }
}

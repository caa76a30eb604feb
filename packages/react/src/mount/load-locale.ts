import { en } from '../locales/en.ts'
import type { Locale } from '../words/locale.ts'

/** Each is a file of its own, loaded when it is asked for. */
const loaders: Readonly<Record<string, () => Promise<Locale>>> = {
  de: async () => (await import('../locales/de.ts')).de,
  fr: async () => (await import('../locales/fr.ts')).fr,
}

/** The languages that can be asked for by their code. */
export const languages: readonly string[] = ['en', ...Object.keys(loaders)]

/** Gives the language that is asked for: at once where it is there, else not yet, and then `onLoad` runs. */
export function localeLoader(onLoad: () => void): (asked: string | Locale | undefined) => Locale | undefined {
  let loaded: { code: string; locale: Locale } | undefined
  return (asked = 'en') => {
    if (typeof asked !== 'string') return asked
    if (loaded?.code === asked) return loaded.locale
    void loadLocale(asked).then((locale) => {
      loaded = { code: asked, locale }
      onLoad()
    })
    return undefined
  }
}

/**
 * A language by its code: `de`, or `de-AT` for the same words. A language that the kit does not speak, or whose file
 * does not come, is English: a panel in the wrong language is better than none. The console says so.
 */
async function loadLocale(code: string): Promise<Locale> {
  const language = code.toLowerCase().split(/[-_]/, 1)[0] ?? ''
  if (language === 'en') return en
  const load = loaders[language]
  if (!load) return inEnglish(code, `the kit speaks ${languages.join(', ')}`)
  return await load().catch((cause: unknown) => inEnglish(code, 'its file could not be loaded', cause))
}

function inEnglish(code: string, reason: string, ...cause: readonly unknown[]): Locale {
  console.warn(`Clientele: no texts for the locale '${code}': ${reason}. English is shown instead.`, ...cause)
  return en
}

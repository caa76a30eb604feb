import { en } from '../locales/en.ts'
import type { AccessLocale, Locale } from '../words/locale.ts'

/** A language as it was asked for: a code, or the language itself with or without its pack. */
export type AskedLocale = string | GivenLocale
type GivenLocale = Locale | readonly [Locale, AccessLocale]

interface Loader {
  locale: () => Promise<Locale>
  /** What the components for access say. */
  pack: () => Promise<AccessLocale>
}

/** Each is a file of its own, loaded when it is asked for; so is its pack, where a component for access is mounted. */
const loaders: Readonly<Record<string, Loader>> = {
  de: {
    locale: async () => (await import('../locales/de.ts')).de,
    pack: async () => (await import('../locales/de-access.ts')).deAccess,
  },
  fr: {
    locale: async () => (await import('../locales/fr.ts')).fr,
    pack: async () => (await import('../locales/fr-access.ts')).frAccess,
  },
}

/** The languages that can be asked for by their code. */
export const languages: readonly string[] = ['en', ...Object.keys(loaders)]

/** Gives the language that is asked for: at once where it is there, else not yet, and then `onLoad` runs. */
export function localeLoader(
  needsPack: () => boolean,
  onLoad: () => void,
): (asked: AskedLocale | undefined) => GivenLocale | undefined {
  let loaded: { code: string; hasPack: boolean; locale: GivenLocale } | undefined
  return (asked = 'en') => {
    if (typeof asked !== 'string') return asked
    const hasPack = needsPack()
    if (loaded?.code === asked && (loaded.hasPack || !hasPack)) return loaded.locale
    void loadLocale(asked, hasPack).then((locale) => {
      loaded = { code: asked, hasPack, locale }
      onLoad()
    })
    return undefined
  }
}

/**
 * A language by its code: `de`, or `de-AT` for the same words. A language that the kit does not speak, or whose file
 * does not come, is English: a panel in the wrong language is better than none. The console says so.
 */
async function loadLocale(code: string, withPack: boolean): Promise<GivenLocale> {
  const language = code.toLowerCase().split(/[-_]/, 1)[0] ?? ''
  if (language === 'en') return en
  const load = loaders[language]
  if (!load) return inEnglish(code, `the kit speaks ${languages.join(', ')}`)
  try {
    const [locale, pack] = await Promise.all([load.locale(), withPack ? load.pack() : undefined])
    return pack ? [locale, pack] : locale
  } catch (cause) {
    return inEnglish(code, 'its file could not be loaded', cause)
  }
}

function inEnglish(code: string, reason: string, ...cause: readonly unknown[]): Locale {
  console.warn(`Clientele: no texts for the locale '${code}': ${reason}. English is shown instead.`, ...cause)
  return en
}

import type { Preview } from '@storybook/react-vite'
import { deAccess } from '../packages/react/src/locales/de-access.ts'
import { de } from '../packages/react/src/locales/de.ts'
import { en } from '../packages/react/src/locales/en.ts'
import { frAccess } from '../packages/react/src/locales/fr-access.ts'
import { fr } from '../packages/react/src/locales/fr.ts'
import type { AccessLocale, Locale } from '../packages/react/src/index.ts'

/** The languages of the kit, with all they have to say. English brings its own for access. */
const locales: Readonly<Record<string, Locale>> = { en, de, fr }
const packs: Readonly<Record<string, AccessLocale | undefined>> = { de: deAccess, fr: frAccess }

const item = (value: string, title: string) => ({ value, title })

/** What a designer changes for all stories at once. */
export const toolbars: NonNullable<Preview['globalTypes']> = {
  language: {
    description: 'Language',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: [item('en', 'English'), item('de', 'Deutsch'), item('fr', 'Français')],
    },
  },
  direction: {
    description: 'Direction of writing',
    toolbar: {
      icon: 'transfer',
      dynamicTitle: true,
      items: [item('auto', 'As the language'), item('ltr', 'Left to right'), item('rtl', 'Right to left')],
    },
  },
  theme: {
    description: 'Theme',
    toolbar: {
      icon: 'contrast',
      dynamicTitle: true,
      items: [item('light', 'Light'), item('dark', 'Dark'), item('auto', 'As the system')],
    },
  },
  density: {
    description: 'Density',
    toolbar: {
      icon: 'component',
      dynamicTitle: true,
      items: [item('comfortable', 'Comfortable'), item('compact', 'Compact')],
    },
  },
  hostPage: {
    description: 'Styles of the page around it',
    toolbar: {
      icon: 'browser',
      dynamicTitle: true,
      items: [item('plain', 'Plain page'), item('bootstrap3', 'Bootstrap 3'), item('tailwind', 'Tailwind preflight')],
    },
  },
}

export const initialGlobals = {
  language: 'en',
  direction: 'auto',
  theme: 'light',
  density: 'comfortable',
  hostPage: 'plain',
  viewport: { value: 'desktop', isRotated: false },
}

/** The language of the toolbars, written in the direction of the toolbars. */
export function localeOf({ language, direction }: Readonly<Record<string, unknown>>): Locale {
  const locale = locales[String(language)] ?? en
  if (direction !== 'ltr' && direction !== 'rtl') return locale
  const key = `${locale.code} ${direction}`
  const made = turned.get(key) ?? { ...locale, dir: direction }
  turned.set(key, made)
  return made
}

const turned = new Map<string, Locale>()

/** The same as a provider takes it, with its pack. */
export function withAccess(locale: Locale): Locale | readonly [Locale, AccessLocale] {
  const pack = packs[locale.code]
  return pack ? [locale, pack] : locale
}

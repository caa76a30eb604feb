import { useEffect } from 'react'
import { useKeptChoice } from './kept-choice.ts'
import { english, german } from './words.ts'

const prefersGerman = () => navigator.language.startsWith('de')

/** Language and theme: what was chosen, and how to choose. */
export function useLook() {
  const [language, setLanguage] = useKeptChoice('language', ['en', 'de'], prefersGerman() ? 'de' : 'en')
  const [theme, setTheme] = useKeptChoice('theme', ['light', 'dark'], 'light')
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset['theme'] = theme
  }, [language, theme])
  return { words: language === 'de' ? german : english, language, setLanguage, theme, setTheme } as const
}

export type Look = ReturnType<typeof useLook>

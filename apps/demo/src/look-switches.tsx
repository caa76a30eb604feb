import { Icon } from './icons.tsx'
import type { Look } from './look.ts'

/** Language and theme of the panel. */
export function LookSwitches({ look }: { look: Look }) {
  const { words, language, setLanguage, theme, setTheme } = look
  return (
    <div className="switches">
      <div className="segments" role="group" aria-label={words.language}>
        <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => setLanguage('en')}>
          English
        </button>
        <button type="button" lang="de" aria-pressed={language === 'de'} onClick={() => setLanguage('de')}>
          Deutsch
        </button>
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={theme === 'dark' ? words.light : words.dark}
        title={theme === 'dark' ? words.light : words.dark}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </button>
    </div>
  )
}

import { type Language, languages, ownNames } from '../shared/languages.ts'
import { useLanguage } from '../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

/** Each language by its own name. Nothing is loaded again, so nothing typed is lost. */
export function LanguageSwitch({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const now = useLanguage()
  return (
    <div className="chips" role="group" aria-label={words[now].shell.language}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          className="chip"
          lang={language}
          aria-pressed={language === now}
          onClick={() => onLanguage(language)}
        >
          {ownNames[language]}
        </button>
      ))}
    </div>
  )
}

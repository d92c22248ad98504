import { useRef } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../shared/format.ts'
import type { Language } from '../shared/languages.ts'
import { words as identityWords } from '../slices/identity/messages/words.gen.ts'
import { useVisitor } from '../ui/controls/visitor.ts'
import { DateForm, dateFieldId } from './date-form.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SignOut } from './sign-out.tsx'
import { words } from './messages/words.gen.ts'

/** Who works here and on which day; what belongs to the person unfolds under her name. */
export function HeaderBar({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const { language, name, role, region, on, demonstration } = useVisitor()
  const w = words[language].shell
  const roleWord = identityWords[language].role[role]
  const panel = useRef<HTMLDetailsElement>(null)
  const openDate = () => {
    if (panel.current === null) return
    panel.current.open = true
    document.getElementById(dateFieldId)?.focus()
  }
  return (
    <header className="bar">
      <Link className="mark" to="/">
        <bdi>{region.name}</bdi>
        {demonstration && <small>{w.demonstration}</small>}
      </Link>
      <p className="who wide">
        {demonstration && (
          <>
            {w.exampleDate({ date: formatDate(on, language, { short: true }) })}{' '}
            <button type="button" className="linklike" onClick={openDate}>
              {w.changeDate}
              <span className="vh"> {w.dateLabel}</span>
            </button>
          </>
        )}
      </p>
      <details
        className="me"
        ref={panel}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) currentTarget.open = false
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.currentTarget.open = false
          event.currentTarget.querySelector('summary')?.focus()
        }}
      >
        <summary>
          <bdi>{name}</bdi>
          <span className="q wide"> ({roleWord})</span>
        </summary>
        <div className="me-panel">
          <p className="s q">{w.inRole({ role: roleWord })}</p>
          {demonstration && <DateForm />}
          <LanguageSwitch onLanguage={onLanguage} />
          <SignOut />
        </div>
      </details>
    </header>
  )
}

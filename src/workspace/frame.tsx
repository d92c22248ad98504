import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Language } from '../shared/languages.ts'
import { nameIn } from '../shared/names.ts'
import { VisitorProvider, type Visitor } from '../ui/controls/visitor.ts'
import { chooseLanguage, chosenLanguage } from './language.ts'
import { draftsOf, sessionQuery } from './session.ts'
import { Shell } from './shell.tsx'

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-US', ja: 'ja-JP', ko: 'ko-KR' }

/** Everything inside knows who sits here and in which language. */
export function Frame() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [language, setLanguage] = useState(() => chosenLanguage() ?? session.language)
  useEffect(() => void (document.documentElement.lang = language), [language])
  // Not made anew with the language: it knows what this tab has read and written.
  const drafts = useMemo(() => draftsOf(session), [session])
  const visitor = useMemo(
    (): Visitor => ({
      ...session,
      region: { slug: session.region.slug, name: nameIn(language, session.region) },
      language,
      may: (permission) => session.permissions.includes(permission),
      drafts,
    }),
    [session, language, drafts],
  )
  return (
    <I18nProvider locale={locales[language]}>
      <VisitorProvider value={visitor}>
        <Shell
          onLanguage={(chosen) => {
            chooseLanguage(chosen)
            setLanguage(chosen)
          }}
        />
      </VisitorProvider>
    </I18nProvider>
  )
}

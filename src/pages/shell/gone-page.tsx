import type { Page } from '../../platform/portal.ts'
import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** At an address whose page was taken back: that it was, and a way on. */
export function gonePage(language: Language): Page {
  const w = words[language]
  return {
    title: w.gone.title,
    status: 410,
    body: (
      <section className="sec strong">
        <h1>{w.gone.title}</h1>
        <p className="gap">{w.gone.text}</p>
        <p className="gap3">
          <a className="btn" href={`/${language}`}>
            {w.failure.home}
          </a>
        </p>
      </section>
    ),
  }
}

import type { Page } from '../../platform/portal.ts'
import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** What a reader sees when a page cannot be shown: what happened, and a way on. */
export function failurePage({
  language,
  message,
  request,
  broken,
}: {
  language: Language
  message: string
  request: string
  broken: boolean
}): Page {
  const w = words[language].failure
  return {
    title: w.title,
    body: (
      <section className="sec strong">
        <h1>{w.title}</h1>
        <p className="gap">{message}</p>
        {broken && <p className="gap q">{w.request({ request })}</p>}
        <p className="gap3">
          <a className="btn" href={`/${language}`}>
            {w.home}
          </a>
        </p>
      </section>
    ),
  }
}

import type { Language } from '../../shared/languages.ts'
import { formatDate } from '../../shared/format.ts'
import { words } from './messages/words.gen.ts'
import type { PublishedSummary } from './model.ts'
import { languageName } from './summary-words.ts'

/** The summary of a public meeting: the text as it was written, under labels in the reader's language. */
export function PublicSummary({ summary, language }: { summary: PublishedSummary; language: Language }) {
  const w = words[language].room
  const { lang, agreedOn, blocks } = summary
  return (
    <section className="sec" id="ringkasan">
      <h2>{w.summary}</h2>
      {lang !== language && <p className="key">{w.writtenIn({ language: languageName(language, lang) })}</p>}
      {agreedOn !== undefined && <p className="key">{w.agreedOn({ date: formatDate(agreedOn, language) })}</p>}
      {blocks.map(({ kind, title, titleLang, text }, at) => (
        <div className="gap3" key={at}>
          <h3 lang={titleLang}>
            <bdi>{title ?? w.block[kind]}</bdi>
          </h3>
          {text.split(/\n+/).map((paragraph, line) => (
            <p key={line} lang={lang}>
              <bdi>{paragraph}</bdi>
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}

import type { z } from 'zod'
import type { readBriefing } from '../contract.ts'
import { writeNotes } from '../model.ts'
import { words } from '../messages/words.gen.ts'
import './leaf.css'

export type PaperShown = z.output<typeof readBriefing.output>

/** A paper as it will be printed: parts, lines with the numbers of their sources, and the sources themselves. */
export function PaperView({ paper }: { paper: PaperShown }) {
  const { title, subtitle, language, sections, sources, sourcesTitle } = paper
  const { colon } = words[language]
  return (
    <article className="leaf" lang={language}>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p className="sub">{subtitle}</p>
      {sections.map((section) => (
        <section key={section.title}>
          <h3>{section.title}</h3>
          <ul>
            {section.lines.map(({ term, text, lang, notes }, at) => (
              <li key={at}>
                {term !== undefined && (
                  <span className="q">
                    {term}
                    {colon}
                  </span>
                )}
                <bdi lang={lang}>{text}</bdi>
                {notes.length > 0 && <sup className="s q"> {writeNotes(notes)}</sup>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {sources.length > 0 && (
        <section>
          <h3>{sourcesTitle}</h3>
          <ol className="leaf-sources">
            {sources.map((text, at) => (
              <li className="s" key={text}>
                <span className="q">{writeNotes([at + 1])}</span>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  )
}

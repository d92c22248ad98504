import type { Language } from '../../shared/languages.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { factKey, facts, issues } from './facts.ts'
import { words } from './messages/words.gen.ts'

/** What the stories tell and the product cannot show yet, or not whole, by the phase of building that brings it. */
export function NotYet({ language }: { language: Language }) {
  const { heading, notYet, fact: told, state: standing } = words[language]
  const missing = facts.filter(({ state }) => state !== 'ada')
  return (
    <section className="sec strong" id="belum-ada">
      <h2>{heading.notYet}</h2>
      {missing.length === 0 ? <EmptyState>{notYet.none}</EmptyState> : <p>{notYet.intro}</p>}
      {issues.map((issue) => {
        const ofPhase = missing.filter((fact) => fact.issue === issue)
        if (ofPhase.length === 0) return null
        return (
          <div key={issue} className="gap3">
            <h3>{issue === 'later' ? notYet.after : notYet.phase({ n: issue })}</h3>
            <ul className="log gap">
              {ofPhase.map(({ id, state }) => (
                <li key={id}>
                  <span className="day">{id}</span>
                  <span>
                    <a href={`#fakta-${id}`}>{told[factKey(id)].does}</a>{' '}
                    <span className="q">{standing[state].word}</span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

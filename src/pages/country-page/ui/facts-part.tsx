import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { countryFactKinds, fieldOfCountryFact } from '../../../slices/partners/model.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { countryName } from '../../../slices/reference/model.ts'
import { SourceButton, Sourced } from '../../../slices/sources/ui/sourced.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { words as pageWords } from '../messages/words.gen.ts'
import { figureSentence } from '../sentence.ts'
import { FactForm } from './fact-form.tsx'
import type { CountryFactView, CountryPageView } from './fact-values.ts'
import { VoidFact } from './void-fact.tsx'
import { words } from './messages/words.gen.ts'

/** What is known of the country, each statement with its mark, its day and whether the world sees it. */
export function FactsPart({ page }: { page: CountryPageView }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { kind } = pageWords[language]
  return (
    <section className="sec">
      <h2>{pageWords[language].known}</h2>
      {page.facts.length === 0 && <EmptyState>{w.none({ country: countryName(language, page.country) })}</EmptyState>}
      {countryFactKinds.map((one) => {
        const facts = page.facts.filter((fact) => fact.kind === one)
        if (facts.length === 0) return null
        return (
          <div key={one} className="gap">
            <h3>{kind[one]}</h3>
            <ul className="people">
              {facts.map((fact) => (
                <FactEntry key={fact.id} fact={fact} page={page} />
              ))}
            </ul>
          </div>
        )
      })}
      {may('partners.mend') && (
        <Opened label={w.add}>{(close) => <FactForm country={page.country} onClose={close} />}</Opened>
      )}
    </section>
  )
}

/** A statement as one text: its figure as a sentence, then its words as they were written. */
export function useTold(): (fact: CountryFactView, page: CountryPageView) => string {
  const { language, region } = useVisitor()
  return (fact, { country }) => {
    const names = { country: countryName(language, country), region: nameIn(language, region) }
    return [figureSentence(language, { fact, ...names }), fact.words ?? undefined]
      .filter((part) => part !== undefined)
      .join(' ')
  }
}

function FactEntry({ fact, page }: { fact: CountryFactView; page: CountryPageView }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const [open, setOpen] = useState<'mend' | 'void'>()
  const text = useTold()(fact, page)
  const field = fieldOfCountryFact(fact)
  const key = `${fact.id}.${field}`
  const level = page.levels[key] ?? 'recorded'
  const sheet = { subject: fact.id, field, what: text, inUse: text }
  const button = (what: 'mend' | 'void') => (
    <button type="button" className="linklike s" onClick={() => setOpen(what)}>
      {w[what]}
      <span className="vh">: {text}</span>
    </button>
  )
  return (
    <li>
      <p>
        <Sourced {...{ level, difference: page.differences[key] }} {...sheet}>
          <bdi lang={fact.wordsLang}>{text}</bdi>
        </Sourced>
      </p>
      <p className="s q">
        {formatDate(fact.occurredOn, language)} ·{' '}
        <span {...(fact.shown !== 'public' && { className: 'st-wait' })}>{w.shown[fact.shown]}</span>
      </p>
      {may('partners.mend') && open === undefined && (
        <p className="acts">
          {button('mend')}
          {button('void')}
          <SourceButton {...sheet} />
        </p>
      )}
      {open === 'mend' && <FactForm country={page.country} fact={fact} onClose={() => setOpen(undefined)} />}
      {open === 'void' && <VoidFact fact={fact} onClose={() => setOpen(undefined)} />}
    </li>
  )
}

import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import {
  countryFactKinds,
  type CountryFact,
  type CountryFactKind,
  type PublishedCountry,
} from '../../slices/partners/model.ts'
import { countryName, isOffice, officeTitle } from '../../slices/reference/model.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { levelOf, type PublicLine } from '../../slices/sources/model.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { words } from './messages/words.gen.ts'
import { figureSentence } from './sentence.ts'

/** Where a statement comes from, as far as it is public. */
export const linesOf = ({ provenance }: PublishedCountry, { id }: Pick<CountryFact, 'id'>): PublicLine[] =>
  provenance.filter(({ subject }) => subject === id)

/** The last part of the address of a source sheet: one for everything of a kind, so that links outlive a new figure. */
export const topics = {
  residents: 'warga',
  companies: 'perusahaan',
  investment: 'penanaman-modal',
  trade: 'perdagangan',
  absorption: 'tenaga-kerja',
  standing: 'bidang',
  potential: 'potensi',
  market: 'pasar',
  note: 'catatan',
} as const satisfies Record<CountryFactKind, string>

/** The statements by what they are about, each as a sentence with its mark and its day. */
export function Known({ told, language }: { told: PublishedCountry; language: Language }) {
  const w = words[language]
  return (
    <Facts>
      {countryFactKinds.map((kind) => {
        const facts = told.facts.filter((fact) => fact.kind === kind)
        if (facts.length === 0) return null
        return (
          <Fact key={kind} term={w.kind[kind]}>
            {facts.map((fact) => (
              <Statement key={fact.id} fact={fact} told={told} language={language} />
            ))}
          </Fact>
        )
      })}
    </Facts>
  )
}

function Statement({ fact, told, language }: Telling) {
  const w = words[language]
  const lines = linesOf(told, fact)
  const level = levelOf(lines)
  const { region, country } = told
  const sheet = `/${language}/daerah/${region.slug}/negara/${country}/sumber/${topics[fact.kind]}#${fact.id}`
  const { said, isFigure } = partsOf({ fact, told, language })
  const date = formatDate(fact.occurredOn, language)
  const speaker = speakerOf(lines, language)
  return (
    <>
      <p>
        <SourceMark
          level={level}
          href={lines.length === 0 ? undefined : sheet}
          label={level === 'recorded' ? undefined : sourceWords[language].level[level]}
        >
          <Sentence fact={fact} told={told} language={language} />
        </SourceMark>{' '}
        {said !== undefined && said.lang !== language && <span className="tag">{w.onlyIn}</span>}
      </p>
      <p className="key">
        <time dateTime={fact.occurredOn}>
          {speaker !== undefined ? w.saidBy({ speaker, date }) : w[isFigure ? 'asOf' : 'saidOn']({ date })}
        </time>
      </p>
    </>
  )
}

/** Whose words they are, with the office: what somebody said is not told as if it were counted. */
function speakerOf(lines: readonly PublicLine[], language: Language): string | undefined {
  const line = lines.find(({ speaker }) => speaker !== undefined)
  if (line?.speaker === undefined) return undefined
  const { speaker, speakerOffice: office, speakerCapacity: capacity } = line
  return isOffice(office) ? `${speaker} (${officeTitle(language, { office, capacity })})` : speaker
}

interface Telling {
  fact: CountryFact
  told: PublishedCountry
  language: Language
}

/** A statement as one text: its figure as a sentence, then its words. */
export function Sentence(telling: Telling) {
  const { figure, said } = partsOf(telling)
  return (
    <>
      {figure}
      {figure !== undefined && said !== undefined && ' '}
      {said !== undefined && <bdi lang={said.lang}>{said.text}</bdi>}
    </>
  )
}

function partsOf({ fact, told, language }: Telling) {
  const names = { country: countryName(language, told.country), region: nameIn(language, told.region) }
  const figure = figureSentence(language, { fact, ...names })
  return { figure, isFigure: figure !== undefined, said: wordsIn(language, { fact, lines: linesOf(told, fact) }) }
}

/** The words of a statement for a reader: as written, else a summary of its source in her language, else as written. */
function wordsIn(
  language: Language,
  { fact, lines }: { fact: CountryFact; lines: readonly PublicLine[] },
): { text: string; lang: Language } | undefined {
  if (fact.words === undefined) return undefined
  const summary = fact.wordsLang === language ? undefined : lines.find(({ summary }) => summary?.[language])
  const translated = summary?.summary?.[language]
  return translated === undefined ? { text: fact.words, lang: fact.wordsLang } : { text: translated, lang: language }
}

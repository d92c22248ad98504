import { formatDate, formatNumber } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { words } from './messages/words.gen.ts'
import type { PublishedCompany, PublishedNeed, Realised } from './model.ts'

/** "Rp12.500.000" in the reader's language. */
export function rupiahIn(language: Language, amount: number): string {
  return words[language].rupiah({ n: formatNumber(amount, language) })
}

/** What a public need says of itself. */
export function NeedFacts({ need, language }: { need: PublishedNeed; language: Language }) {
  const { page: w, field, standing, unknownCost } = words[language]
  const { company, apbd } = need
  const promised = company && [company.committed === undefined ? undefined : rupiahIn(language, company.committed), company.inKind].filter((part) => part !== undefined).join(' · ') // prettier-ignore
  return (
    <Facts>
      <Fact term={w.standing}>
        {w.since({ standing: standing[need.standing], date: formatDate(need.movedOn, language) })}
      </Fact>
      <Fact term={words[language].file.field}>{field[need.field]}</Fact>
      <Fact term={w.place}>{need.place === undefined ? undefined : <bdi lang={need.textLang}>{need.place}</bdi>}</Fact>
      <Fact term={w.cost}>{need.cost === undefined ? unknownCost : rupiahIn(language, need.cost)}</Fact>
      <Fact term={w.musrenbang}>{need.musrenbang === undefined ? undefined : <bdi>{need.musrenbang}</bdi>}</Fact>
      <Fact term={w.year}>{String(need.year)}</Fact>
      <Fact term={w.apbd}>{apbd === undefined ? undefined : <bdi lang="id">{apbd.words ?? w.apbdYes}</bdi>}</Fact>
      <Fact term={words[language].file.company}>
        {company === undefined ? undefined : <bdi>{nameIn(language, company)}</bdi>}
      </Fact>
      <Fact term={w.promised}>{promised === undefined || promised === '' ? undefined : <bdi>{promised}</bdi>}</Fact>
      <Fact term={w.relation}>
        {need.relations.length === 0 ? undefined : <bdi>{need.relations.map(({ name }) => name).join(' · ')}</bdi>}
      </Fact>
    </Facts>
  )
}

/** What came of a need, and what its village says of it. */
export function Realisations({
  need: { realisations, textLang },
  language,
}: {
  need: PublishedNeed
  language: Language
}) {
  const { page: w, report } = words[language]
  if (realisations.length === 0) return <p className="gap">{w.nothingDone}</p>
  return (
    <ul className="rows">
      {realisations.map(({ occurredOn, value, inKind, standing, evidence }, at) => (
        <li key={at}>
          <p className="key">{formatDate(occurredOn, language)}</p>
          <p>
            {value !== undefined && rupiahIn(language, value)}
            {value !== undefined && inKind !== undefined && ' · '}
            {inKind !== undefined && <bdi lang={textLang}>{inKind}</bdi>}
          </p>
          <p className="q">
            {report[standing]} · {w.evidence({ n: evidence })}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Public needs as lines: name, field and village, where each stands. */
export function NeedLines({ needs, language }: { needs: readonly PublishedNeed[]; language: Language }) {
  const { page: w, field, standing, unknownCost } = words[language]
  if (needs.length === 0) return null
  return (
    <ul className="rows">
      {needs.map((need) => (
        <li key={need.id}>
          <p className="key">
            {field[need.field]} · {standing[need.standing]}
          </p>
          <p>
            <a href={`/${language}/program/tjsl/${need.slug}`}>
              <bdi lang={need.textLang}>{need.title}</bdi>
            </a>
          </p>
          <p className="q">
            <bdi>{w.village(need)}</bdi>
          </p>
          <p className="q">{need.cost === undefined ? unknownCost : rupiahIn(language, need.cost)}</p>
        </li>
      ))}
    </ul>
  )
}

/** The rate in words, never without what it rests on. */
export function RealisedWords({ realised, language }: { realised: Realised; language: Language }) {
  const { rate } = words[language]
  const { percent, confirmed, committed, covered, matches, inKind } = realised
  return (
    <>
      <p className="gap">
        {percent === undefined
          ? rate.none
          : rate.of({
              percent: formatNumber(percent, language),
              confirmed: rupiahIn(language, confirmed),
              committed: rupiahIn(language, committed),
            })}
      </p>
      <p className="q">
        {rate.coverage({ covered: formatNumber(covered, language), all: formatNumber(matches + inKind, language) })}
      </p>
    </>
  )
}

/** Each need of a company's public year. */
export function CompanyYearLines({
  company: { lines, others },
  language,
}: {
  company: PublishedCompany
  language: Language
}) {
  const { page: w, field, standing } = words[language]
  if (lines.length + others === 0) return <p className="gap">{w.nothingDone}</p>
  return (
    <ul className="rows">
      {others > 0 && <li className="q">{w.others({ n: others })}</li>}
      {lines.map((line, at) => {
        const promised = [line.committed === undefined ? undefined : rupiahIn(language, line.committed), line.inKind].filter((part) => part !== undefined).join(' · ') // prettier-ignore
        return (
          <li key={at}>
            <p className="key">
              {field[line.field]} · {standing[line.standing]}
            </p>
            <p>
              <a href={`/${language}/program/tjsl/${line.slug}`}>
                <bdi lang={line.textLang}>{line.title}</bdi>
              </a>
            </p>
            <p className="q">
              <bdi>{w.village(line)}</bdi> · <bdi>{w.promisedOf({ amount: promised })}</bdi>
              {line.confirmed > 0 && <> · {w.confirmed({ amount: rupiahIn(language, line.confirmed) })}</>}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

import { formatDate, formatNumber } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { countryName } from '../../slices/reference/model.ts'
import { words } from '../../slices/workforce/messages/words.gen.ts'
import { isKnownOn, newestCounts } from '../../slices/workforce/model.ts'
import type { PublishedCohort, PublishedOverview } from '../../slices/workforce/published.ts'
import {
  countText,
  coverageText,
  figureText,
  publicSchemesOn,
  SchemeStanding,
  type KnownLine,
} from '../../slices/workforce/embed.tsx'
import { EmptyState } from '../../ui/marks/empty-state.tsx'

/** Public cohorts with where each stands on the day. */
export function Cohorts({
  cohorts,
  language,
  on,
  name,
}: {
  cohorts: readonly PublishedCohort[]
  language: Language
  on: string
  name: string
}) {
  const w = words[language]
  const known = cohorts.filter((cohort) => isKnownOn(cohort, on))
  return (
    <section className="sec strong" id="angkatan">
      <h2>{w.portal.cohorts}</h2>
      {known.length === 0 && <EmptyState>{w.portal.noCohorts({ region: name })}</EmptyState>}
      <ul className="log">
        {known.map((cohort) => {
          const last = newestCounts(cohort.counts.map((count) => ({ ...count, number: count.number })), on).at(-1) // prettier-ignore
          return (
            <li key={cohort.id}>
              <p className="key">{w.portal.toCountry({ country: countryName(language, cohort.country) })}</p>
              <div>
                <p>
                  <a href={`/${language}/program/tenaga-kerja/${cohort.slug}`}>
                    <bdi lang={cohort.nameLang}>{cohort.name}</bdi>
                  </a>
                </p>
                <p className="q">{last === undefined ? w.line.none : countText(language, last)}</p>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export type AbroadProps = {
  lines: readonly KnownLine[]
  language: Language
  on: string
  /** Those of one country alone; where nothing is known of any, nothing at all. */
  country?: string
}

/** Each programme abroad as it is known on the day: never open where nobody knows. */
export function Abroad({ lines, language, on, country }: AbroadProps) {
  const { portal: w, title } = words[language]
  const schemes = publicSchemesOn(lines, on).filter((scheme) => country === undefined || scheme.country === country)
  if (schemes.length === 0) return null
  return (
    <section className="sec" id="luar-negeri">
      <h2>{w.abroad}</h2>
      <p className="key">{w.abroadLead({ date: formatDate(on, language) })}</p>
      <ul className="log gap">
        {schemes.map((scheme) => (
          <li key={scheme.scheme} id={scheme.scheme.replaceAll('_', '-')}>
            <p className="key">{country === undefined ? countryName(language, scheme.country) : title}</p>
            <div>
              <SchemeStanding {...{ scheme, language, on }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Shown {
  told: PublishedOverview
  language: Language
}

/** Figures with their sources, and beside every rate how many companies reported. */
export function Figures({ told, language }: Shown) {
  const w = words[language]
  if (told.figures.length === 0 && told.coverage.length === 0) return null
  return (
    <section className="sec" id="angka">
      <h2>{w.portal.figures}</h2>
      <ul className="log">
        {told.figures.map((figure) => (
          <li key={figure.id}>
            <p className="key">{figure.year}</p>
            <div>
              <p>
                {w.figure[figure.kind]}: <b>{figureText(language, figure)}</b>
              </p>
              <p className="q">{w.known.according({ source: figure.source })}</p>
              {figure.note !== undefined && <p className="q">{figure.note}</p>}
            </div>
          </li>
        ))}
        {told.coverage.map((year) => (
          <li key={year.year}>
            <p className="key">{year.year}</p>
            <p>{coverageText(language, year)}</p>
          </li>
        ))}
      </ul>
      <p className="key gap">{w.coverage.once}</p>
    </section>
  )
}

/** What companies asked for, by skill; no company is named. */
export function Skills({ told, language }: Shown) {
  const { portal: w, unstated } = words[language]
  if (told.skills.length === 0) return null
  return (
    <section className="sec" id="keterampilan">
      <h2>{w.skills}</h2>
      <ul className="log">
        {told.skills.map(({ skill, requests, number, filled }) => (
          <li key={skill}>
            <p className="key">{w.skill({ requests })}</p>
            <div>
              <p>
                <bdi>{skill}</bdi>
              </p>
              <p className="q">
                {number === undefined ? unstated : w.needed({ n: formatNumber(number, language) })}
                {filled !== undefined && ` · ${w.filled({ n: formatNumber(filled, language) })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

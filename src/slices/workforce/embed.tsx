import { formatDate, formatNumber } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import { brokerBanOn, isFromElsewhere, isToLookAgain, localShare } from './model.ts'
import type { Coverage, Fall, FigureUnit, Obstacle, StandingLine, Step } from './model.ts'
import { isShippedScheme, type SchemeSource } from './schemes.ts'

export { publicSchemesOn, type KnownLine } from './schemes-on.ts'

/** The name of a programme abroad: of the catalogue, or as the region named it. */
export function schemeName(
  language: Language,
  { scheme, names }: { scheme: string; names?: Partial<Record<Language, string>> | undefined },
): string {
  if (isShippedScheme(scheme)) return words[language].scheme[scheme]
  return names?.[language] ?? names?.id ?? scheme
}

/** "12 orang", or that the number is not stated. */
export function peopleText(language: Language, number: number | undefined): string {
  const w = words[language]
  return number === undefined ? w.unstated : w.people({ n: number, count: formatNumber(number, language) })
}

/** "Siap: jumlah tidak disebut (3 Februari 2022)". */
export function countText(
  language: Language,
  { step, number, countedOn }: { step: Step; number?: number | undefined; countedOn: string },
): string {
  const w = words[language]
  return w.line.at({ step: w.step[step], count: peopleText(language, number), date: formatDate(countedOn, language) })
}

/** Where a line comes from, in one text. */
export const sourceText = ({ source, sources }: Pick<StandingLine, 'source' | 'sources'>): string =>
  source ?? (sources ?? []).map(({ name }) => name).join(', ')

/** What is known of a programme on a day, part by part: standing, since, according to whom, when to look again. */
export function standingParts(language: Language, { line, on }: { line: StandingLine | undefined; on: string }) {
  const { standing, known } = words[language]
  if (line === undefined)
    return { standing: standing.belum_diketahui, parts: [known.nothing({ date: formatDate(on, language) })] }
  const date = (day: string) => formatDate(day, language)
  return {
    standing: standing[line.standing],
    parts: [
      line.seenOn === undefined ? known.since({ date: date(line.since) }) : known.seen({ date: date(line.seenOn) }),
      line.startsOn === undefined ? undefined : known.starts({ date: date(line.startsOn) }),
      known.according({ source: sourceText(line) }),
      isFromElsewhere(line) ? known.elsewhere : undefined,
      line.isChecked ? undefined : known.unchecked,
      line.lookAgainOn === undefined
        ? undefined
        : isToLookAgain(line, on)
          ? known.overdue({ date: date(line.lookAgainOn) })
          : known.lookAgain({ date: date(line.lookAgainOn) }),
    ].filter((part) => part !== undefined),
  }
}

/** The same as one line: "Dihentikan sementara · sejak Desember 2024 · menurut …". */
export function writeStanding(language: Language, told: { line: StandingLine | undefined; on: string }): string {
  const { standing, parts } = standingParts(language, told)
  return [standing, ...parts].join(' · ')
}

export type SchemeStandingProps = {
  scheme: {
    scheme: string
    names?: Partial<Record<Language, string>> | undefined
    now?: StandingLine | undefined
  }
  language: Language
  on: string
}

/** A programme abroad as it is known on a day, with its sources. */
export function SchemeStanding({ scheme: { scheme, names, now }, language, on }: SchemeStandingProps) {
  const { standing, parts } = standingParts(language, { line: now, on })
  return (
    <>
      <h3>{schemeName(language, { scheme, names })}</h3>
      <p>
        <b>{standing}</b> · {parts.join(' · ')}
      </p>
      {now?.note !== undefined && <p className="q">{now.note}</p>}
      <Sources of={now?.sources} />
    </>
  )
}

/**
 * The same with what is shipped beside it, for inside alone: other outlets say it. Of the programme only while the
 * region says nothing newer.
 */
export function SchemeInside({ scheme, language, on }: SchemeStandingProps) {
  const w = words[language]
  const ban = brokerBanOn({ scheme: scheme.scheme, on })
  const isOurs = scheme.now?.id !== undefined
  return (
    <>
      <SchemeStanding {...{ scheme, language, on }} />
      {scheme.now !== undefined && !isOurs && isShippedScheme(scheme.scheme) && (
        <p className="q">{w.schemeNote[scheme.scheme]}</p>
      )}
      {ban !== undefined && (
        <>
          <p className="q">{w.brokerBan({ since: formatDate(ban.since, language), law: ban.law })}</p>
          <Sources of={ban.sources} />
        </>
      )}
    </>
  )
}

function Sources({ of = [] }: { of?: readonly SchemeSource[] | undefined }) {
  if (of.length === 0) return null
  return (
    <p className="links key">
      {of.map(({ name, url }) => (
        <a key={url} href={url} rel="noopener nofollow">
          {name}
        </a>
      ))}
    </p>
  )
}

/** What residents filled of a year, and beside it how many companies reported. */
export function coverageText(
  language: Language,
  { reported, known, filled, filledLocal }: Coverage & { filled: number; filledLocal: number },
): string {
  const { coverage: w } = words[language]
  const share = localShare({ filled, local: filledLocal })
  const write = (n: number) => formatNumber(n, language)
  const local =
    share === undefined
      ? w.noLocal
      : w.local({ local: write(filledLocal), filled: write(filled), share: String(share) })
  const who =
    known === undefined
      ? w.unknown({ n: reported, reported: write(reported) })
      : w.ofKnown({ reported: write(reported), known: write(known) })
  return `${local} · ${who}`
}

/** A figure as a value: "8,87%", "16.838 orang", or that it is not stated. */
export function figureText(
  language: Language,
  { value, unit }: { value?: number | undefined; unit: FigureUnit },
): string {
  const w = words[language]
  return value === undefined ? sharedWords[language].notTold : w.value[unit]({ n: formatNumber(value, language) })
}

/** The count beside which a new one asks for its reason. */
export type CountObstacle = { what: Fall<never>['what']; number: number; countedOn: string }

/** Why something is refused, with where that is written. */
export function obstacleText(
  language: Language,
  obstacle: Obstacle | CountObstacle,
  names?: Partial<Record<Language, string>>,
): string {
  const w = words[language].obstacle
  const date = (day: string) => formatDate(day, language)
  switch (obstacle.what) {
    case 'opinion': {
      const { standing, since, lookAgainOn } = obstacle
      const said = w.suspended({
        standing: words[language].standing[standing].toLocaleLowerCase(language),
        since: date(since),
        source: sourceText(obstacle),
      })
      return lookAgainOn === undefined ? said : `${said} ${w.lookAgain({ date: date(lookAgainOn) })}`
    }
    case 'intermediary':
      return w.intermediary({
        scheme: schemeName(language, { scheme: obstacle.scheme, names }),
        since: date(obstacle.since),
        law: obstacle.law,
        source: sourceText(obstacle),
      })
    case 'licence':
      return w.licence({ until: date(obstacle.until), at: obstacle.at })
    case 'placement_fee':
      return w.placement_fee
    case 'fewer':
    case 'fewer_later':
      return w[obstacle.what]({ count: peopleText(language, obstacle.number), date: date(obstacle.countedOn) })
  }
}

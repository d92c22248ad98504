import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { prizeOf } from './judging-model.ts'
import type { Bundle, Result } from './results-bundle.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { words } from './ui/judging/messages/words.gen.ts'
import { writeDifference, writeOutside, writePoints, writeTieRule } from './ui/judging/written.ts'

/** How many entries of each category stand on the page; all of them stand in the file. */
const shownMost = 100

interface Shown {
  language: Language
  result: Result
}

/** The announced result on a contest's page: winners by category, every entry, how it was judged, and the file to check it. */
export function ContestResult({ language, bundle: { result } }: { language: Language; bundle: Bundle }) {
  const w = words[language].result
  const { absent, contest } = result
  const jurors = new Set(result.sheets.map(({ juror }) => juror)).size
  return (
    <section className="sec strong" id="hasil">
      <h2>{w.title}</h2>
      <p className="key">{w.announced({ day: formatDate(result.announcedOn, language) })}</p>
      {result.revisedOn !== undefined && (
        <p className="status gap">{w.revised({ day: formatDate(result.revisedOn, language) })}</p>
      )}
      {result.categories.map(({ id, name }) => (
        <Places key={id} language={language} result={result} category={id} name={name} />
      ))}
      <h3 className="gap3">{w.how}</h3>
      <p className="gap">
        {w.scale({ scale: result.rules.scale, normal: words[language].normal[result.rules.normalisation] })}
      </p>
      <p>{w.tie({ tie: writeTieRule(language, result.rules.tieRule) })}</p>
      <p>{w.jurors({ n: jurors, sheets: result.sheets.length })}</p>
      {absent.sheets > 0 && <p>{w.absent({ n: absent.sheets, reason: absent.reason ?? '' })}</p>}
      <div className="gap3">
        <Facts>
          {result.criteria.map(({ position, name, nameLang, weight }) => (
            <Fact key={position} term={`${weight}%`}>
              <bdi lang={nameLang}>{name}</bdi>
            </Fact>
          ))}
        </Facts>
      </div>
      <h3 className="gap3">{w.leniency}</h3>
      <ul className="gap">
        {result.leniency.map(({ juror, mean, difference }) => (
          <li key={juror}>
            {difference === null
              ? w.lenientAlone({ label: juror, mean: writePoints(language, mean) })
              : w.lenient({
                  label: juror,
                  mean: writePoints(language, mean),
                  difference: writeDifference(language, difference),
                })}
          </li>
        ))}
      </ul>
      <h3 className="gap3">{w.check}</h3>
      <p className="gap">{w.checkHow}</p>
      <p>
        <a href={`/program/lomba/${contest.slug}/hasil.json`}>{w.file}</a>
      </p>
    </section>
  )
}

function Places({ language, result, category, name }: Shown & { category: string; name: string }) {
  const w = words[language]
  const known = new Map(result.entries.map((entry) => [entry.number, entry]))
  const { winners, prizesLang } = result.rules
  const rows = result.places
    .filter((place) => place.category === category)
    .toSorted((one, other) => (one.place ?? Infinity) - (other.place ?? Infinity) || one.entry - other.entry)
  const row = ({ entry: number, place, points, criteria, settledBy, outside }: (typeof rows)[number]) => {
    const entry = known.get(number)
    const prize = prizeOf(result.rules, place)
    return (
      <li key={number}>
        <p className="key">{place === null ? '–' : w.place({ n: place })}</p>
        <p>
          <bdi>{w.entry({ n: number, name: entry?.name ?? '' })}</bdi>
          {', '}
          <bdi>{entry?.village}</bdi>
        </p>
        <div>
          <p className="q">
            {points !== null && w.points({ points: writePoints(language, points) })}
            {settledBy !== null && ` (${writeTieRule(language, settledBy, 'short')})`}
            {outside !== null && <bdi>{writeOutside(language, outside, entry?.disqualified)}</bdi>}
            {prize !== null && (
              <>
                {' · '}
                <bdi lang={prizesLang}>{prize}</bdi>
              </>
            )}
          </p>
          {place !== null && (
            <p className="key">
              {result.criteria.map((criterion, at) => (
                <span key={criterion.position}>
                  {at > 0 && ' · '}
                  <bdi lang={criterion.nameLang}>{criterion.name}</bdi> {writePoints(language, criteria[at] ?? '0')}
                </span>
              ))}
            </p>
          )}
        </div>
      </li>
    )
  }
  const won = rows.filter(({ place }) => place !== null && place <= winners)
  const others = rows.filter(({ place }) => place === null || place > winners)
  return (
    <>
      {name !== '' && (
        <h3 className="gap3">
          <bdi>{name}</bdi>
        </h3>
      )}
      <ol className="rows plain">{won.map(row)}</ol>
      {others.length > 0 && (
        <details className="gap">
          <summary>{w.result.all}</summary>
          <ul className="rows">{others.slice(0, shownMost).map(row)}</ul>
          {others.length > shownMost && <p className="key">{w.result.more({ n: others.length - shownMost })}</p>}
        </details>
      )}
    </>
  )
}

import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { Fact, Facts } from '../../../../ui/marks/facts.tsx'
import { readContest } from '../../contract.ts'
import { judgingLimits } from '../../judging-model.ts'
import { listPlaces, readJudging } from '../../judging-contract.ts'
import type { Judging } from './judging-part.tsx'
import { words } from './messages/words.gen.ts'
import { writeOutside, writePoints, writeTieRule } from './written.ts'

/** The minutes (berita acara) of a contest whose places are decided, to print and sign: rules, jury, places. */
export function MinutesPage() {
  const { slug = '' } = useParams()
  const { language, region } = useVisitor()
  const w = words[language].minutes
  const contest = useSuspenseQuery(queryOf(readContest, { slug })).data
  const judging = useSuspenseQuery(queryOf(readJudging, { id: contest.id })).data
  const title = w.title({ contest: contest.title })
  usePageTitle(title)
  const { rules } = judging
  const decidedOn = rules?.decidedOn ?? undefined
  return (
    <>
      <p className="acts">
        <Link className="btn" to={`/program/lomba/${slug}`}>
          {w.back}
        </Link>
        {decidedOn !== undefined && (
          <button type="button" className="btn" onClick={() => window.print()}>
            {w.print}
          </button>
        )}
      </p>
      <p className="s q">
        {region.name} · {contest.organiser.name}
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      {rules === null || decidedOn === undefined ? (
        <EmptyState>{w.notYet}</EmptyState>
      ) : (
        <>
          <div className="gap">
            <Facts>
              <Fact term={w.number}>{rules.minutesNumber ?? '……………'}</Fact>
              <Fact term={w.decided}>{formatDate(decidedOn, language, { weekday: true })}</Fact>
              <Fact term={words[language].part.criteria}>
                {judging.criteria.map(({ id, name, nameLang, weight }) => (
                  <p key={id}>
                    <bdi lang={nameLang}>{name}</bdi> {weight}%
                  </p>
                ))}
              </Fact>
              <Fact term={words[language].part.tieRule}>{writeTieRule(language, rules.tieRule)}</Fact>
              <Fact term={words[language].part.sheets}>
                {w.sheets({ n: judging.sheets.sent })}
                {rules.absent > 0 && (
                  <p>{words[language].part.absent({ n: rules.absent, reason: rules.unsealedReason ?? '' })}</p>
                )}
              </Fact>
              <Fact term={words[language].part.minutesWords}>
                {rules.minutesWords !== null && <bdi className="words">{rules.minutesWords}</bdi>}
              </Fact>
            </Facts>
          </div>
          <Places contest={contest.id} />
          <Jury judging={judging} />
        </>
      )}
    </>
  )
}

function Places({ contest }: { contest: string }) {
  const { language } = useVisitor()
  const w = words[language]
  // Paper has no further pages: all of them at once, as many as a contest can have.
  const { data, error, refetch } = useQuery(queryOf(listPlaces, { id: contest, limit: judgingLimits.entries }))
  if (error !== null) return <FailureLine error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <p role="status" />
  return (
    <section className="sec">
      <h2>{w.part.ranking}</h2>
      {data.rows.length === 0 && <EmptyState>{w.part.hidden}</EmptyState>}
      {data.rows.length > 0 && (
        <table className="t gap">
          <caption className="vh">{w.part.ranking}</caption>
          <thead>
            <tr>
              <th scope="col">{w.minutes.place}</th>
              <th scope="col">{w.minutes.entry}</th>
              <th scope="col">{w.minutes.village}</th>
              <th scope="col">{w.minutes.points}</th>
              <th scope="col">{w.minutes.prize}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ entry, number, name, village, category, place, points, outside, prize }) => (
              <tr key={entry}>
                <td data-l={w.minutes.place}>
                  {place ?? (outside === null ? '–' : writeOutside(language, outside))} <bdi>{category}</bdi>
                </td>
                <td data-l={w.minutes.entry}>
                  <bdi>{w.entry({ n: number, name })}</bdi>
                </td>
                <td data-l={w.minutes.village}>
                  <bdi>{village}</bdi>
                </td>
                <td data-l={w.minutes.points}>{points === null ? '–' : writePoints(language, points)}</td>
                <td data-l={w.minutes.prize}>{prize === null ? '–' : <bdi>{prize}</bdi>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Who judged, with room for a signature. */
function Jury({ judging }: { judging: Judging }) {
  const { language } = useVisitor()
  const w = words[language]
  return (
    <section className="sec">
      <h2>{w.minutes.signatures}</h2>
      <Facts>
        {judging.jurors
          .filter(({ leftOn }) => leftOn === null)
          .map(({ id, number, name, body, decree }) => (
            <Fact key={id} term={w.seatName({ n: number })}>
              <bdi>{name}</bdi>
              <p className="s q">
                <bdi>
                  {[body, decree === null ? null : w.part.decreeIs({ number: decree })]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </bdi>{' '}
                {/* prettier-ignore */}
              </p>
              <p className="gap3">……………………………</p>
            </Fact>
          ))}
      </Facts>
    </section>
  )
}

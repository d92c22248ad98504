import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { addDays, isDate, lastDayOf, weekdayOf } from '../../../../shared/dates.ts'
import { formatDate, formatNumber } from '../../../../shared/format.ts'
import { nameIn, type Named } from '../../../../shared/names.ts'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { weekdays } from '../../model.ts'
import { addMonths } from '../../plan-model.ts'
import { addressFor, type Looked } from './agenda-filter.ts'
import { AgendaLine, DayLines, type Zone } from './agenda-lines.tsx'
import { monthQuery, type AgendaRow } from './agenda-query.ts'
import { words } from './messages/words.gen.ts'

/** From Monday, as offices here write a week. */
const fromMonday = [...weekdays.slice(1), weekdays[0]] as const

/** A month as a table of weeks; what has no day yet stands below it. */
export function AgendaMonth({ looked }: { looked: Looked }) {
  const { language, on } = useVisitor()
  const { agenda: w } = words[language]
  const month = looked.month ?? on.slice(0, 7)
  const { data, error, refetch } = useQuery(monthQuery(looked, month))
  const first = `${month}-01`
  const [before, after] = [addMonths(first, -1).slice(0, 7), addMonths(first, 1).slice(0, 7)]
  const rows = data?.rows ?? []
  const undated = rows.filter(({ occurredOn }) => !isDate(occurredOn))
  return (
    <>
      <nav className="chips" aria-label={w.month}>
        <Link className="chip" to={addressFor({ ...looked, month: before })}>
          ← <span className="vh">{w.prevMonth}: </span>
          {formatDate(before, language)}
        </Link>
        {month !== on.slice(0, 7) && (
          <Link className="chip" to={addressFor({ ...looked, month: on.slice(0, 7) })}>
            {w.thisMonth}
          </Link>
        )}
        <Link className="chip" to={addressFor({ ...looked, month: after })}>
          <span className="vh">{w.nextMonth}: </span>
          {formatDate(after, language)} →
        </Link>
      </nav>
      <h2>{formatDate(month, language)}</h2>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <MonthTable month={month} rows={rows} holidays={data.holidays} />}
      {data !== undefined && data.more > 0 && (
        <p className="gap">
          <Link to={addressFor({ ...looked, view: month < on.slice(0, 7) ? 'past' : 'coming' })}>
            {w.moreMonth({ n: formatNumber(data.more, language) })}
          </Link>
        </p>
      )}
      {data !== undefined && <DayLists rows={rows} zone={data.zone} month={month} />}
      {data !== undefined && rows.length === 0 && <p className="q">{w.emptyMonth}</p>}
      {undated.length > 0 && data !== undefined && (
        <section className="sec after">
          <h3>{w.wholeMonth}</h3>
          <ul className="lines plain-list">
            {undated.map((row) => (
              <AgendaLine key={row.id} row={row} zone={data.zone} />
            ))}
          </ul>
        </section>
      )}
      {data !== undefined && <DaysOff {...data} />}
    </>
  )
}

type DayOff = Named & { day: string }

/** What the days off of the month are, here and in Japan and Korea, side by side. */
function DaysOff({
  holidays,
  beside,
}: {
  holidays: readonly DayOff[]
  beside: readonly (DayOff & { country: 'JP' | 'KR' })[]
}) {
  const { language } = useVisitor()
  const { agenda: w } = words[language]
  const days = [...holidays.map((one) => ({ ...one, country: 'ID' as const })), ...beside]
  if (days.length === 0) return null
  return (
    <section className="sec after" aria-labelledby="libur">
      <h3 id="libur">{w.daysOff}</h3>
      <ul className="lines plain-list">
        {days
          .toSorted((a, b) => a.day.localeCompare(b.day))
          .map((one) => (
            <li key={`${one.country} ${one.day}`}>
              {formatDate(one.day, language, { weekday: true })} · {nameIn(language, one)}{' '}
              <span className="q">{w.inCountry[one.country.toLowerCase() as 'id' | 'jp' | 'kr']}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}

/** A day of a month's table holds no words on a phone: it counts, and what it counts stands below, day by day. */
function DayLists({ rows, zone, month }: { rows: readonly AgendaRow[]; zone: Zone; month: string }) {
  const dated = rows.filter(({ occurredOn }) => isDate(occurredOn))
  const days = Map.groupBy(dated, (row) => dayIn(row, month))
  return (
    <div className="narrow-only">
      {[...days].map(([day, some]) => (
        <div key={day} id={`hari-${day}`}>
          <DayLines day={day} rows={some} zone={zone} />
        </div>
      ))}
    </div>
  )
}

/** The day under which an activity is listed in a month: its first there. */
const dayIn = ({ occurredOn }: AgendaRow, month: string) => (occurredOn < `${month}-01` ? `${month}-01` : occurredOn)
const anchorOf = (row: AgendaRow, month: string) => `hari-${dayIn(row, month)}`

interface MonthTableProps {
  month: string
  rows: readonly AgendaRow[]
  holidays: readonly (Named & { day: string })[]
}

function MonthTable({ month, rows, holidays }: MonthTableProps) {
  const { language, on } = useVisitor()
  const { agenda: w } = words[language]
  const of = agendaWords[language].weekday
  const [first, last] = [`${month}-01`, lastDayOf(month)]
  const lead = (weekdayOf(first) + 6) % 7
  const days = Array.from({ length: Number(last.slice(8)) }, (_, index) => addDays(first, index))
  const cells: (string | undefined)[] = [...Array.from({ length: lead }, () => undefined), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => cells[week * 7 + at]),
  )
  const onDay = (day: string) =>
    rows.filter(({ occurredOn, endedOn }) => isDate(occurredOn) && occurredOn <= day && (endedOn ?? occurredOn) >= day)
  return (
    <table className="month">
      <caption className="vh">{formatDate(month, language)}</caption>
      <thead>
        <tr>
          {fromMonday.map((day) => (
            <th scope="col" key={day} abbr={of[day]}>
              <span aria-hidden="true" className="narrow-only">
                {of[day].slice(0, 1)}
              </span>
              <span className="wide-only">{of[day]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, column) => {
              if (day === undefined) return <td key={column} aria-hidden="true" />
              const off = holidays.find((holiday) => holiday.day === day)
              const some = onDay(day)
              const isOff = off !== undefined || column > 4
              return (
                <td
                  key={column}
                  className={isOff ? 'off' : undefined}
                  {...(day === on && { 'aria-current': 'date' as const })}
                >
                  <b className="n">
                    {Number(day.slice(8))}
                    <span className="vh"> {formatDate(day.slice(0, 7), language)}</span>
                  </b>
                  {off !== undefined && <small className="wide-only">{nameIn(language, off)}</small>}
                  {some[0] !== undefined && (
                    <a className="narrow-only" href={`#${anchorOf(some[0], month)}`}>
                      <span aria-hidden="true">{formatNumber(some.length, language)}</span>
                      <span className="vh">
                        {w.onThatDay({ count: formatNumber(some.length, language), day: formatDate(day, language) })}
                      </span>
                    </a>
                  )}
                  {some.map(({ id, slug, about, startsAt, cancelled }) => (
                    <Link
                      key={id}
                      to={`/kegiatan/${slug}`}
                      className={cancelled === undefined ? 'wide-only' : 'wide-only gone'}
                    >
                      {startsAt !== undefined && (
                        <span className="q">{language === 'id' ? startsAt.replace(':', '.') : startsAt} </span>
                      )}
                      <bdi>{about}</bdi>
                      {cancelled !== undefined && <span className="vh"> ({w.cancelledShort})</span>}
                    </Link>
                  ))}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

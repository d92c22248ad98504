import { Link } from 'react-router'
import { firstDayOf, isDate } from '../../../../shared/dates.ts'
import { formatDate } from '../../../../shared/format.ts'
import type { Language } from '../../../../shared/languages.ts'
import { nameIn } from '../../../../shared/names.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { writeWhen } from '../../model.ts'
import { groupOf } from './agenda-filter.ts'
import type { AgendaRow } from './agenda-query.ts'
import { spanText } from './rundown.tsx'
import type { PlanView } from './use-plan.ts'
import { words } from './messages/words.gen.ts'

export type Zone = PlanView['zone']

/** What is coming: this week first, then the next, then by month; in each by day. */
export function ComingLines({ rows, zone }: { rows: readonly AgendaRow[]; zone: Zone }) {
  const { language, on } = useVisitor()
  const { agenda: w } = words[language]
  // A visit that began before today and is not over stands under today.
  const dayOf = (row: AgendaRow) => (firstDayOf(row.occurredOn) < on ? on : row.occurredOn)
  const groups = Map.groupBy(rows, (row) => groupOf(firstDayOf(dayOf(row)), on))
  const titles: Record<string, string> = { this: w.thisWeek, next: w.nextWeek }
  return (
    <>
      {!groups.has('this') && (
        <section className="sec after">
          <h2>{w.thisWeek}</h2>
          <p className="q">{w.nothingThisWeek}</p>
        </section>
      )}
      {[...groups].map(([group, some]) => (
        <section className="sec after" key={group}>
          <h2>{titles[group] ?? formatDate(group, language)}</h2>
          {[...Map.groupBy(some, dayOf)].map(([day, ofDay]) => (
            <DayLines key={day} day={day} rows={ofDay} zone={zone} />
          ))}
        </section>
      ))}
    </>
  )
}

/** What stands on one day. */
export function DayLines({ day, rows, zone }: { day: string; rows: readonly AgendaRow[]; zone: Zone }) {
  const { language, on } = useVisitor()
  const { agenda: w } = words[language]
  return (
    <>
      <h3 className="day">
        {isDate(day) ? formatDate(day, language, { weekday: true }) : `${formatDate(day, language)} · ${w.wholeMonth}`}
        {day === on && ` · ${w.todayMark}`}
      </h3>
      <ul className="lines plain-list">
        {rows.map((row) => (
          <AgendaLine key={row.id} row={row} zone={zone} />
        ))}
      </ul>
    </>
  )
}

/** What is past: by year, each line with its own day. */
export function PastLines({ rows, zone }: { rows: readonly AgendaRow[]; zone: Zone }) {
  const { language } = useVisitor()
  return [...Map.groupBy(rows, ({ occurredOn }) => occurredOn.slice(0, 4))].map(([year, some]) => (
    <section className="sec after" key={year}>
      <h2>{year}</h2>
      <ul className="lines plain-list">
        {some.map((row) => (
          <AgendaLine key={row.id} row={row} zone={zone} day={writeWhen(language, row)} />
        ))}
      </ul>
    </section>
  ))
}

/** One activity: when, what, and below it kind, place and with whom. */
export function AgendaLine({ row, zone, day }: { row: AgendaRow; zone: Zone; day?: string }) {
  const { language, on } = useVisitor()
  const { agenda: w } = words[language]
  const { slug, about, cancelled, endedOn, kind, place, relations, series, startsAt, endsAt } = row
  const time = spanText(language, { from: startsAt, to: endsAt, zone })
  const until = day === undefined && endedOn !== undefined && endedOn >= on
  const head = [day, time].filter((part) => part !== undefined && part !== '').join(' · ')
  return (
    <li>
      <p>
        {head !== '' && <span className="q">{head} </span>}
        <Link to={`/kegiatan/${slug}`}>
          <bdi>{about}</bdi>
        </Link>
        {cancelled !== undefined && <span className="st-wait"> · {w.cancelled({ reason: cancelled })}</span>}
      </p>
      <p className="s q">
        {[
          kind === undefined ? undefined : agendaWords[language].kind[kind],
          place,
          until ? w.until({ date: formatDate(endedOn, language) }) : undefined,
          series?.name,
        ]
          .filter((part) => part !== undefined)
          .map((part, at) => (
            <span key={at}>
              {at > 0 && ' · '}
              <bdi>{part}</bdi>
            </span>
          ))}
        {relations.map((relation) => (
          <span key={relation.id}>
            {' · '}
            <Link to={`/kerja-sama/${relation.slug}`}>
              <bdi>{nameIn(language, relation)}</bdi>
            </Link>
          </span>
        ))}
      </p>
    </li>
  )
}

/** An activity in one line of a message. */
export function lineText(language: Language, { row, zone }: { row: AgendaRow; zone: Zone }): string {
  const { cancelled, about, place, startsAt, endsAt, relations } = row
  const { agenda: w } = words[language]
  return [
    writeWhen(language, row),
    spanText(language, { from: startsAt, to: endsAt, zone }),
    about,
    place,
    relations.map((relation) => nameIn(language, relation)).join(', '),
    cancelled === undefined ? undefined : w.cancelledShort,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}

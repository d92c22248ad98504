import type { z } from 'zod'
import { Link } from 'react-router'
import { formatDate, formatDateRange } from '../../../shared/format.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import type { readToday } from '../contract.ts'
import { words } from '../messages/words.gen.ts'

export type ThisWeekProps = Pick<z.output<typeof readToday.output>, 'week' | 'activities'>

/** Activities from Monday to Sunday of the visitor's week. */
export function ThisWeek({ week, activities }: ThisWeekProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  return (
    <section className="sec">
      <h2>{w.thisWeek}</h2>
      {activities.length === 0 && (
        <p className="empty">{w.noActivities({ range: formatDateRange(week.from, week.to, language) })}</p>
      )}
      <ul className="log">
        {activities.map(({ id, about, occurredOn, relationSlug }) => (
          <li key={`${id}-${relationSlug}`}>
            <time dateTime={occurredOn}>{formatDate(occurredOn, language, { weekday: true, short: true })}</time>
            <p>
              {may('relations.read') ? (
                <Link to={`/kerja-sama/${relationSlug}/kegiatan`}>
                  <bdi lang="id">{about}</bdi>
                </Link>
              ) : (
                <bdi lang="id">{about}</bdi>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

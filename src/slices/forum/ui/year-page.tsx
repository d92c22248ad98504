import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { SelectField } from '../../../ui/marks/field.tsx'
import { words as agendaWords } from '../../agenda/messages/words.gen.ts'
import { exportYear, readYear } from '../contract.ts'
import { words as forumWords } from '../messages/words.gen.ts'
import { countYear, themes, type YearCounts } from '../model.ts'
import { IssueTable } from './issue-table.tsx'
import { issueText, type IssueView } from './view.ts'
import { words } from './messages/words.gen.ts'

const counted = ['raised', 'answered', 'closed', 'givenUp', 'open'] as const

/** A year of one estate: what was raised, answered, closed, given up and open, theme by theme, and each issue. */
export function IssueYearPage() {
  const { slug = '' } = useParams()
  const { language, may } = useVisitor()
  const [search, setSearch] = useSearchParams()
  const w = words[language]
  const asked = /^\d{4}$/.test(search.get('tahun') ?? '') ? (search.get('tahun') ?? undefined) : undefined
  const input = { slug, ...(asked !== undefined && { year: asked }) }
  const { year, years, relation, rows, on } = useSuspenseQuery(queryOf(readYear, input)).data
  const name = nameIn(language, relation)
  const title = w.yearOf({ name, year })
  usePageTitle(title)
  return (
    <>
      <p className="s">
        <Link to={`/program/isu?kerja-sama=${relation.id}`}>{w.title}</Link> ·{' '}
        <Link to={`/kerja-sama/${relation.slug}`}>{w.toRelation}</Link>
      </p>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
          <p className="sub">{w.yearLead({ day: formatDate(on, language) })}</p>
        </div>
      </div>
      <SelectField
        id="tahun"
        label={w.chooseYear}
        short
        value={year}
        choices={[...new Set([...years, year])].toSorted().map((one) => ({ value: one, label: one }))}
        onChange={(event) => setSearch({ tahun: event.currentTarget.value }, { replace: true })}
      />
      {rows.length === 0 ? (
        <EmptyState>{w.yearNone({ year })}</EmptyState>
      ) : (
        <>
          <div className="acts list-acts">
            <button type="button" className="btn sm" onClick={() => window.print()}>
              {w.print}
            </button>
          </div>
          <ListActs
            title={title}
            lines={rows.map((row) => issueText(row, language))}
            endpoint={may('programmes.take') ? exportYear : undefined}
            input={input}
          />
          <CountTable rows={rows} />
          <div className="gap3">
            <IssueTable rows={rows} label={title} withRelations={false} />
          </div>
        </>
      )}
    </>
  )
}

/** Counts by theme; a theme without issues has no row. */
function CountTable({ rows }: { rows: readonly IssueView[] }) {
  const { language } = useVisitor()
  const w = words[language]
  const heads: Record<keyof YearCounts, string> = {
    raised: w.raisedCount,
    answered: w.answeredCount,
    closed: w.closedCount,
    givenUp: w.givenUpCount,
    open: w.openCount,
  }
  const parts = [...themes, undefined].flatMap((theme) => {
    const own = rows.filter((row) => row.theme === theme)
    return own.length === 0 ? [] : [{ key: theme ?? 'none', theme, counts: countYear(own) }]
  })
  const line = (key: string, label: string, counts: YearCounts) => (
    <tr key={key}>
      <td>{label}</td>
      {counted.map((one) => (
        <td key={one} data-l={heads[one]}>
          {formatNumber(counts[one], language)}
        </td>
      ))}
    </tr>
  )
  return (
    <table className="t" aria-label={forumWords[language].themeLabel}>
      <thead>
        <tr>
          <th scope="col">{forumWords[language].themeLabel}</th>
          {counted.map((one) => (
            <th key={one} scope="col">
              {heads[one]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map(({ key, theme, counts }) =>
          line(key, theme === undefined ? w.noTheme : agendaWords[language].theme[theme], counts),
        )}
        {line('all', w.all, countYear(rows))}
      </tbody>
    </table>
  )
}

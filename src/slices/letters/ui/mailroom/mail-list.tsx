import { useInfiniteQuery } from '@tanstack/react-query'
import { chatText } from '../../../../shared/chat-text.ts'
import { formatNumber } from '../../../../shared/format.ts'
import { CopyButton } from '../../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { words as controlWords } from '../../../../ui/controls/messages/words.gen.ts'
import { MoreButton } from '../../../../ui/controls/more-button.tsx'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { SelectField } from '../../../../ui/marks/field.tsx'
import { exportMail } from '../../contract.ts'
import type { Direction } from '../../model.ts'
import { mailInput, mailQuery, type MailAddress } from './mail-query.ts'
import { MailTable } from './mail-table.tsx'
import { lineOf } from './view.ts'
import { words } from './messages/words.gen.ts'

const filtersOf = { in: ['all', 'unanswered', 'undisposed'], out: ['all', 'waiting'] } as const
const countMost = 1000

export type MailListProps = {
  direction: Direction
  address: MailAddress
  onGo: (change: Partial<MailAddress>) => void
}

/** The letters of one direction: narrowed, as a table, and as a text to paste. */
export function MailList({ direction, address: { q, filter, year, relation }, onGo }: MailListProps) {
  const { language, on, may } = useVisitor()
  const w = words[language]
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    mailQuery({ direction, q, filter, year, relation }),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const total = data?.pages[0]?.total ?? 0
  const count = `${formatNumber(Math.min(total, countMost), language)}${total > countMost ? '+' : ''}`
  const thisYear = Number(on.slice(0, 4))
  const years = Array.from({ length: 6 }, (_, ago) => String(thisYear - ago))
  const text = () =>
    chatText({
      title: `${w.view[direction]}, ${w.filter[filter]}`,
      lines: rows.map((row) => lineOf(row, language)),
      total,
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  return (
    <>
      <div className="chips gap" role="group" aria-label={w.filters}>
        {filtersOf[direction].map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={filter === each}
            onClick={() => onGo({ filter: each })}
          >
            {w.filter[each]}
          </button>
        ))}
        {relation !== '' && (
          <button type="button" className="chip" aria-pressed="true" onClick={() => onGo({ relation: '' })}>
            {w.onlyRelation}
          </button>
        )}
      </div>
      <div className="form gap">
        <SelectField
          id="mail-year"
          label={w.year}
          short
          value={year}
          choices={[{ value: '', label: w.anyYear }, ...years.map((value) => ({ value, label: value }))]}
          onChange={(event) => onGo({ year: event.currentTarget.value })}
        />
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      <p className="s q gap" role="status">
        {data === undefined ? '' : q === '' ? w.count({ count }) : w.found({ count, q })}
      </p>
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          {may('letters.take') && (
            <DownloadMenu endpoint={exportMail} input={mailInput({ direction, q, filter, year, relation })} />
          )}
          <button type="button" className="btn sm" onClick={() => window.print()}>
            {w.print}
          </button>
        </div>
      )}
      {rows.length > 0 && <MailTable rows={rows} direction={direction} title={w.view[direction]} />}
      {data !== undefined && rows.length === 0 && (
        <EmptyState>
          {q === '' && filter === 'all' && year === '' && relation === '' ? w.none[direction] : w.none.found}
        </EmptyState>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

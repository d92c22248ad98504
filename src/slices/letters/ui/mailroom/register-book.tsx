import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { chatText } from '../../../../shared/chat-text.ts'
import { formatDate, formatNumber } from '../../../../shared/format.ts'
import { CopyButton } from '../../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { words as controlWords } from '../../../../ui/controls/messages/words.gen.ts'
import { MoreButton } from '../../../../ui/controls/more-button.tsx'
import { moveBetweenRows } from '../../../../ui/controls/row-keys.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { SelectField } from '../../../../ui/marks/field.tsx'
import { exportRegisterBook } from '../../contract.ts'
import { directions } from '../../model.ts'
import { registerBookQuery, type MailAddress } from './mail-query.ts'
import { partyOf, pathOf } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The register of a book and year: every number that was drawn, cancelled ones with their reason. */
export function RegisterBook({
  address,
  onGo,
}: {
  address: MailAddress
  onGo: (change: Partial<MailAddress>) => void
}) {
  const { language, on, may } = useVisitor()
  const w = words[language]
  const { book } = address
  const year = address.year === '' ? on.slice(0, 4) : address.year
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    registerBookQuery({ book, year }),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const years = Array.from({ length: 6 }, (_, ago) => String(Number(on.slice(0, 4)) - ago))
  const title = `${w.view.register}, ${w.page[book]} ${year}`
  const cancelled = (row: (typeof rows)[number]) =>
    row.cancelledOn === null
      ? undefined
      : w.register.cancelled({ date: formatDate(row.cancelledOn, language), reason: row.cancelledReason ?? '' })
  const text = () =>
    chatText({
      title,
      lines: rows.map((row) =>
        [row.register, row.subject ?? w.register.takenBack, partyOf(row, language), cancelled(row)]
          .filter((part) => part !== undefined && part !== '')
          .join(' · '),
      ),
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  return (
    <>
      <div className="form gap">
        <SelectField
          id="register-book"
          label={w.register.book}
          short
          value={book}
          choices={directions.map((value) => ({ value, label: w.page[value] }))}
          onChange={(event) => onGo({ book: event.currentTarget.value === 'out' ? 'out' : 'in' })}
        />
        <SelectField
          id="register-year"
          label={w.year}
          short
          value={year}
          choices={years.map((value) => ({ value, label: value }))}
          onChange={(event) => onGo({ year: event.currentTarget.value })}
        />
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      <p className="s q gap" role="status">
        {data === undefined ? '' : w.register.last({ year, n: String(data.pages[0]?.last ?? 0) })}
      </p>
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          {may('letters.take') && <DownloadMenu endpoint={exportRegisterBook} input={{ book, year }} />}
        </div>
      )}
      {data !== undefined && rows.length === 0 && <EmptyState>{w.none.register}</EmptyState>}
      {rows.length > 0 && (
        <table className="t gap">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{w.col.register}</th>
              <th scope="col">{w.col.letter}</th>
              <th scope="col">{w.col.who[book]}</th>
              <th scope="col">{w.register.entered}</th>
            </tr>
          </thead>
          <tbody onKeyDown={moveBetweenRows}>
            {rows.map((row) => (
              <tr key={row.id}>
                <td data-l={w.col.register}>{row.register}</td>
                <td>
                  {row.subject === null ? (
                    w.register.takenBack
                  ) : (
                    <Link to={pathOf({ id: row.letter, drafted: row.drafted })} data-row>
                      <bdi>{row.subject}</bdi>
                    </Link>
                  )}
                  <span className="s q">
                    {' '}
                    <bdi>{row.number ?? w.noNumber}</bdi>
                    {row.cancelledOn !== null && ` · ${cancelled(row)}`}
                  </span>
                </td>
                <td data-l={w.col.who[book]}>
                  <bdi>{partyOf(row, language)}</bdi>
                </td>
                <td data-l={w.register.entered}>{formatDate(row.enteredOn, language, { short: true })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { chatText } from '../../../../shared/chat-text.ts'
import { formatDate, formatNumber } from '../../../../shared/format.ts'
import { CopyButton } from '../../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { MoreButton } from '../../../../ui/controls/more-button.tsx'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { SearchField } from '../../../../ui/controls/search-field.tsx'
import { useCurrentInView } from '../../../../ui/controls/use-current-in-view.ts'
import { useLanguage, useVisitor } from '../../../../ui/controls/visitor.ts'
import { words as controlWords } from '../../../../ui/controls/messages/words.gen.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { exportAgenda, exportSeries, listSeries } from '../../contract.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { activityKinds } from '../../model.ts'
import { words as screenWords } from '../messages/words.gen.ts'
import { RelationField } from '../../../relations/ui/relation-field.tsx'
import { addressFor, isNarrowed, lookedIn, type Looked } from './agenda-filter.ts'
import { ComingLines, lineText, PastLines } from './agenda-lines.tsx'
import { AgendaMonth } from './agenda-month.tsx'
import { agendaQuery, fileInput, monthQuery, readForMessage } from './agenda-query.ts'
import { CommitmentRegister } from './commitment-register.tsx'
import { GiftRegister } from './gift-register.tsx'
import { words } from './messages/words.gen.ts'
import './agenda.css'

const views = ['coming', 'month', 'past', 'commitments', 'gifts'] as const

/** What the office has before it and behind it: by week, by month, by year. */
export function AgendaPage() {
  const language = useLanguage()
  const { agenda: w } = words[language]
  usePageTitle(w.title)
  const looked = lookedIn(useSearchParams()[0])
  const navigate = useNavigate()
  const go = (next: Looked) => void navigate(addressFor(next), { replace: true })
  const line = useCurrentInView(looked.view)
  const isList = looked.view !== 'gifts'
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{w.about}</p>
        </div>
        {isList && (
          <SearchField
            label={w.search}
            hint={w.searchHint}
            text={looked.q ?? ''}
            onSearch={(text) => {
              const { q: _, ...others } = looked
              go(text === '' ? others : { ...others, q: text })
            }}
          />
        )}
      </div>
      <nav className="tabs" ref={line} aria-label={w.views}>
        {views.map((view) => (
          <Link
            key={view}
            to={addressFor({ ...looked, view })}
            {...(view === looked.view && { 'aria-current': 'true' as const })}
          >
            {view === 'commitments' ? screenWords[language].commitments.title : w[view]}
          </Link>
        ))}
      </nav>
      {isList && looked.view !== 'commitments' && <Filters looked={looked} onLook={go} />}
      {looked.view === 'month' && <MonthActs looked={looked} />}
      {looked.view === 'month' && <AgendaMonth looked={looked} />}
      {looked.view === 'commitments' && <CommitmentRegister looked={looked} onLook={go} />}
      {looked.view === 'gifts' && <GiftRegister looked={looked} onLook={go} />}
      {(looked.view === 'coming' || looked.view === 'past') && <List looked={looked} onLook={go} />}
      {looked.view === 'coming' && <SeriesList />}
    </>
  )
}

type LookProps = { looked: Looked; onLook: (next: Looked) => void }

function Filters({ looked, onLook }: LookProps) {
  const language = useLanguage()
  const { agenda: w } = words[language]
  const [typed, setTyped] = useState('')
  const { kind, mine, relation, series, ...others } = looked
  const kept = {
    ...others,
    ...(kind !== undefined && { kind }),
    ...(mine === true && { mine }),
    ...(relation !== undefined && { relation }),
    ...(series !== undefined && { series }),
  }
  const without = (name: 'kind' | 'mine' | 'relation' | 'series'): Looked => {
    const { [name]: _, ...rest } = kept
    return rest
  }
  return (
    <div className="list-chips">
      <div className="chips" role="group" aria-label={w.filters}>
        <button
          type="button"
          className="chip"
          aria-pressed={mine === true}
          onClick={() => onLook(mine === true ? without('mine') : { ...kept, mine: true })}
        >
          {w.mine}
        </button>
        {relation !== undefined && (
          <button type="button" className="chip" aria-pressed="true" onClick={() => onLook(without('relation'))}>
            {w.onlyRelation}
          </button>
        )}
        {series !== undefined && (
          <button type="button" className="chip" aria-pressed="true" onClick={() => onLook(without('series'))}>
            {w.onlySeries}
          </button>
        )}
      </div>
      <details open={kind !== undefined}>
        <summary>{w.more}</summary>
        <div className="chips" role="group" aria-label={w.kinds}>
          {activityKinds.map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={one === kind}
              onClick={() => onLook(one === kind ? without('kind') : { ...kept, kind: one })}
            >
              {agendaWords[language].kind[one]}
            </button>
          ))}
        </div>
        <RelationField
          id="agenda-relation"
          label={w.relation}
          text={typed}
          onWho={({ text, relation: chosen }) => {
            setTyped(chosen === undefined ? text : '')
            if (chosen !== undefined) onLook({ ...kept, relation: chosen })
          }}
        />
      </details>
    </div>
  )
}

function List({ looked, onLook }: LookProps) {
  const { language, may, on } = useVisitor()
  const { agenda: w } = words[language]
  const isPast = looked.view === 'past'
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(agendaQuery(looked))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const total = data?.pages[0]?.total ?? 0
  const zone = data?.pages[0]?.zone ?? 'WIB'
  const years = data?.pages[0]?.years ?? []
  const count = `${formatNumber(Math.min(total, 1000), language)}${total > 1000 ? '+' : ''}`
  const isFound = isNarrowed(looked) || looked.q !== undefined || looked.year !== undefined
  const text = async () => {
    const { rows: some, total: all, zone: at } = await readForMessage(looked)
    return chatText({
      title: w.heading({ count }),
      lines: some.map((row) => lineText(language, { row, zone: at })),
      total: all,
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  }
  const { year: _, ...everyYear } = looked
  return (
    <>
      {isPast && years.length > 1 && (
        <div className="chips" role="group" aria-label={w.years}>
          <button
            type="button"
            className="chip"
            aria-pressed={looked.year === undefined}
            onClick={() => onLook(everyYear)}
          >
            {w.everyYear}
          </button>
          {years.map((year) => (
            <button
              key={year}
              type="button"
              className="chip"
              aria-pressed={looked.year === year}
              onClick={() => onLook({ ...everyYear, year })}
            >
              {year}
            </button>
          ))}
        </div>
      )}
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      <p className="s q" role="status">
        {data === undefined ? '' : w.count({ n: total, count })}
      </p>
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          <DownloadMenu endpoint={exportAgenda} input={fileInput(looked, on)} />
          <button type="button" className="btn sm" onClick={() => window.print()}>
            {w.print}
          </button>
        </div>
      )}
      {rows.length > 0 && (isPast ? <PastLines rows={rows} zone={zone} /> : <ComingLines rows={rows} zone={zone} />)}
      {data !== undefined && rows.length === 0 && (
        <EmptyState
          act={
            isFound ? (
              <button type="button" className="btn" onClick={() => onLook({ view: looked.view })}>
                {w.clear}
              </button>
            ) : (
              may('agenda.record') && (
                <Link className="btn" to="/catat">
                  {w.record}
                </Link>
              )
            )
          }
        >
          {isFound ? w.noneFound : isPast ? w.nonePast : w.none}
        </EmptyState>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

/** The month into a chat, into a spreadsheet, onto paper. */
function MonthActs({ looked }: { looked: Looked }) {
  const { language, on } = useVisitor()
  const { agenda: w } = words[language]
  const month = looked.month ?? on.slice(0, 7)
  const { data } = useQuery(monthQuery(looked, month))
  if (data === undefined || data.rows.length === 0) return null
  const text = () =>
    chatText({
      title: `${w.title}: ${formatDate(month, language)}`,
      lines: data.rows.map((row) => lineText(language, { row, zone: data.zone })),
      total: data.rows.length + data.more,
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  return (
    <div className="acts list-acts">
      <CopyButton text={text} />
      <DownloadMenu endpoint={exportAgenda} input={fileInput(looked, on)} />
      <button type="button" className="btn sm" onClick={() => window.print()}>
        {w.print}
      </button>
    </div>
  )
}

/** Meetings that come back, each with its last and its next. */
function SeriesList() {
  const language = useLanguage()
  const { agenda: w, cadence } = words[language]
  const { data } = useQuery(queryOf(listSeries, {}))
  if (data === undefined) return null
  return (
    <section className="sec after">
      <h2>{w.series}</h2>
      {data.rows.length === 0 && <p className="q">{w.noSeries}</p>}
      {data.rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton
            text={() =>
              chatText({
                title: w.series,
                total: data.rows.length + data.more,
                lines: data.rows.map(({ name, cadence: often, next }) =>
                  [
                    name,
                    cadence[often ?? 'none'],
                    `${w.nextMeets} ${next === undefined ? w.notPlanned : formatDate(next.occurredOn, language)}`,
                  ].join(' · '),
                ),
                more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
              })
            }
          />
          <DownloadMenu endpoint={exportSeries} input={{}} />
        </div>
      )}
      <ul className="lines plain-list">
        {data.rows.map(({ id, name, cadence: often, meetings, last, next }) => (
          <li key={id}>
            <p>
              <Link to={addressFor({ view: next === undefined ? 'past' : 'coming', series: id })}>
                <bdi>{name}</bdi>
              </Link>{' '}
              <span className="q">
                ({cadence[often ?? 'none']}, {w.meetings({ n: meetings })})
              </span>
            </p>
            <p className="s q">
              {last !== undefined && (
                <>
                  {w.lastMet} <Link to={`/kegiatan/${last.slug}`}>{formatDate(last.occurredOn, language)}</Link>
                  {' · '}
                </>
              )}
              {w.nextMeets}{' '}
              {next === undefined ? (
                w.notPlanned
              ) : (
                <Link to={`/kegiatan/${next.slug}`}>{formatDate(next.occurredOn, language)}</Link>
              )}
            </p>
          </li>
        ))}
      </ul>
      {data.more > 0 && <p className="q">{w.moreSeries({ n: formatNumber(data.more, language) })}</p>}
    </section>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { z } from 'zod'
import { formatNumber } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { moveBetweenRows } from '../../../ui/controls/row-keys.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { SelectField } from '../../../ui/marks/field.tsx'
import { exportNeeds, type needRow } from '../contract.ts'
import { rupiahIn } from '../embed.tsx'
import { words as sliceWords } from '../messages/words.gen.ts'
import { needFields, needStandings } from '../model.ts'
import { draftOf } from '../../ledger/ui/act-form.tsx'
import { NeedForm } from './need-form.tsx'
import { needsQuery, type Looked } from './needs-query.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { words } from './messages/words.gen.ts'

export type NeedView = z.output<typeof needRow>

export type NeedsViewProps = { looked: Looked; onLook: (next: Looked) => void; empty: ReactNode }

/** Needs of villages, narrowed by words, field and standing; the newest first. */
export function NeedsView({ looked, onLook, empty }: NeedsViewProps) {
  const { language, may } = useVisitor()
  const w = words[language].needs
  const { field: fields, standing: standings, page } = sliceWords[language]
  const navigate = useNavigate()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(needsQuery(looked))
  const rows = data?.pages.flatMap((each) => each.rows) ?? []
  const counts = data?.pages[0]?.counts
  const { view, q = '', field, standing } = looked
  const isNarrowed = q !== '' || field !== undefined || standing !== undefined
  // Nothing is recorded at all: there is nothing to search or to narrow yet.
  const isBare = data !== undefined && rows.length === 0 && !isNarrowed
  const look = (part: Partial<Record<'q' | 'field' | 'standing', string>>) =>
    onLook(
      Object.fromEntries(
        Object.entries({ ...looked, ...part }).filter(([, value]) => value !== ''),
      ) as unknown as Looked,
    )
  return (
    <>
      {may('programmes.keep') && (
        <Opened label={w.add} draft={draftOf('kebutuhan-baru')}>
          {(close) => <NeedForm onClose={close} onAdded={(slug) => void navigate(`/program/tjsl/${slug}`)} />}
        </Opened>
      )}
      {!isBare && (
        <>
          <div className="gap3">
            <SearchField label={w.search} hint={w.searchHint} text={q} onSearch={(text) => look({ q: text })} />
          </div>
          <SelectField
            id="bidang"
            label={page.byField}
            short
            value={field ?? ''}
            choices={[
              { value: '', label: page.all },
              ...needFields.map((each) => ({ value: each, label: fields[each] })),
            ]}
            onChange={(event) => look({ field: event.currentTarget.value })}
          />
          <div className="chips" role="group" aria-label={page.standing}>
            {[undefined, ...needStandings].map((each) => (
              <button
                key={each ?? 'all'}
                type="button"
                className="chip"
                aria-pressed={each === standing}
                onClick={() => look({ standing: each ?? '' })}
              >
                {each === undefined ? page.all : standings[each]}
                {each !== undefined && counts !== undefined && ` ${formatNumber(counts[each] ?? 0, language)}`}
              </button>
            ))}
          </div>
        </>
      )}
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <ListActs
          title={page.title}
          lines={rows.map((row) => [row.title, page.village(row), standings[row.standing]].join(' · '))}
          endpoint={exportNeeds}
          input={{ ...(q !== '' && { q }), ...(field && { field }), ...(standing && { standing }) }}
        />
      )}
      {rows.length > 0 && <NeedTable rows={rows} language={language} />}
      {data !== undefined &&
        rows.length === 0 &&
        (!isBare ? (
          <EmptyState
            act={
              <button type="button" className="btn" onClick={() => onLook({ view })}>
                {w.clear}
              </button>
            }
          >
            {page.noneFound}
          </EmptyState>
        ) : (
          empty
        ))}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

function NeedTable({ rows, language }: { rows: readonly NeedView[]; language: Language }) {
  const { file: w, field: fields, standing: standings, page, unknownCost } = sliceWords[language]
  return (
    <table className="t">
      <caption className="vh">{page.title}</caption>
      <thead>
        <tr>
          <th scope="col">{w.need}</th>
          <th scope="col">{w.village}</th>
          <th scope="col">{w.field}</th>
          <th scope="col">{page.cost}</th>
          <th scope="col">{w.standing}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to={`/program/tjsl/${row.slug}`} data-row>
                <bdi lang={row.textLang}>{row.title}</bdi>
              </Link>
              {row.apbd && <span className="s q"> · {page.apbd}</span>}
            </td>
            <td data-l={w.village}>
              <bdi>{page.village(row)}</bdi>
            </td>
            <td data-l={w.field}>{fields[row.field]}</td>
            <td data-l={page.cost}>{row.cost === null ? unknownCost : rupiahIn(language, row.cost)}</td>
            <td data-l={w.standing}>
              {standings[row.standing]}
              {row.company !== null && (
                <span className="s q">
                  {' '}
                  · <bdi>{row.company}</bdi>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The day's word for a need in a line of another list. */
export function NeedLink({ need }: { need: NeedView }) {
  const language = useLanguage()
  const { field, page, unknownCost } = sliceWords[language]
  return (
    <>
      <p>
        <Link to={`/program/tjsl/${need.slug}`}>
          <bdi lang={need.textLang}>{need.title}</bdi>
        </Link>
      </p>
      <p className="s q">
        {field[need.field]} · <bdi>{page.village(need)}</bdi> ·{' '}
        {need.cost === null ? unknownCost : rupiahIn(language, need.cost)}
      </p>
    </>
  )
}

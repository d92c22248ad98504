import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { formatNumber } from '../../../shared/format.ts'
import { standings } from '../../../slices/followup/model.ts'
import { listUnits } from '../../../slices/reference/contract.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { SelectField } from '../../../ui/marks/field.tsx'
import { words as briefingWords } from '../../briefing/ui/messages/words.gen.ts'
import { exportTasks } from '../contract.ts'
import { addressFor, isFiltered, soughtIn, type Sought } from './task-filter.ts'
import { TaskLine } from './task-line.tsx'
import { tasksText } from './task-text.ts'
import { readForMessage, tasksQuery } from './tasks-query.ts'
import { words } from './messages/words.gen.ts'

const counted = 1000

/** All that is to be done, the longest due first; narrowed by chips, agency and words. An agency sees its own. */
export function TasksPage() {
  const { language, may } = useVisitor()
  const w = words[language]
  usePageTitle(w.title)
  const [search, setSearch] = useSearchParams()
  const sought = soughtIn(search)
  const go = (next: Sought) => setSearch(addressFor(next), { replace: true })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(tasksQuery(sought))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const on = data?.pages[0]?.on ?? ''
  const total = data?.pages[0]?.total ?? 0
  const count = `${formatNumber(Math.min(total, counted), language)}${total > counted ? '+' : ''}`
  const title = `${w.title}: ${w.standing[sought.standing]}`
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.title}</h1>
        <SearchField
          label={w.search}
          hint={w.searchHint}
          text={sought.q ?? ''}
          onSearch={(text) => {
            const { q: _, ...others } = sought
            go(text === '' ? others : { ...others, q: text })
          }}
        />
      </div>
      <Narrowing sought={sought} onSought={go} />
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      <p className="s q" role="status">
        {data === undefined ? '' : w.count({ count, standing: w.standing[sought.standing] })}
      </p>
      <div className="acts list-acts">
        {may('followup.mend') && (
          <Link
            className="btn sm"
            to={
              sought.relation === undefined
                ? '/catat/tindak-lanjut'
                : `/catat/tindak-lanjut?kerja-sama=${sought.relation}`
            }
          >
            {w.add}
          </Link>
        )}
        {may('relations.read') && (
          <Link className="btn sm" to="/serah-terima">
            {briefingWords[language].openHandOver}
          </Link>
        )}
        {rows.length > 0 && (
          <CopyButton
            text={async () => {
              const found = await readForMessage(sought)
              return tasksText({ title, rows: found.rows, total: found.total, on: found.on }, language)
            }}
          />
        )}
        {rows.length > 0 && may('followup.take') && <DownloadMenu endpoint={exportTasks} input={{ ...sought }} />}
      </div>
      {rows.length > 0 && (
        <ul className="todo" aria-label={w.title}>
          {rows.map((task) => (
            <TaskLine key={task.id} task={task} on={on} />
          ))}
        </ul>
      )}
      {data !== undefined && rows.length === 0 && (
        <EmptyState
          act={
            isFiltered(sought) ? (
              <button type="button" className="btn" onClick={() => go({ standing: 'open' })}>
                {w.clear}
              </button>
            ) : undefined
          }
        >
          {isFiltered(sought) ? w.noneFiltered : may('followup.read') ? w.none : w.noneOwn}
        </EmptyState>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

function Narrowing({ sought, onSought }: { sought: Sought; onSought: (sought: Sought) => void }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { data: units } = useQuery({ ...queryOf(listUnits, {}), enabled: may('followup.read') })
  const { mine, relation, unit: _, ...others } = sought
  const rest = { ...others, ...(mine !== undefined && { mine }), ...(relation !== undefined && { relation }) }
  return (
    <>
      <div className="chips" role="group" aria-label={w.by}>
        {standings.map((standing) => (
          <button
            key={standing}
            type="button"
            className="chip"
            aria-pressed={sought.standing === standing}
            onClick={() => onSought({ ...sought, standing })}
          >
            {w.standing[standing]}
          </button>
        ))}
        <button
          type="button"
          className="chip"
          aria-pressed={mine !== undefined}
          onClick={() => {
            const { mine: was, ...without } = sought
            onSought(was === undefined ? { ...without, mine: 'true' } : without)
          }}
        >
          {w.mine}
        </button>
        {relation !== undefined && (
          <button
            type="button"
            className="chip"
            aria-pressed="true"
            onClick={() => {
              const { relation: _of, ...without } = sought
              onSought(without)
            }}
          >
            {w.onlyRelation}
          </button>
        )}
      </div>
      {may('followup.read') && (units?.rows.length ?? 0) > 0 && (
        <SelectField
          id="unit"
          label={w.unit}
          short
          value={sought.unit ?? ''}
          choices={[
            { value: '', label: w.everyUnit },
            ...(units?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => {
            const unit = event.currentTarget.value
            onSought(unit === '' ? rest : { ...rest, unit })
          }}
        />
      )}
    </>
  )
}

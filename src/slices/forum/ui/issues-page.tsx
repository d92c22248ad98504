import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { ProgrammeLink } from '../../../ui/controls/programme-link.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { SelectField } from '../../../ui/marks/field.tsx'
import { words as agendaWords } from '../../agenda/messages/words.gen.ts'
import { listUnits } from '../../reference/contract.ts'
import { exportIssues } from '../contract.ts'
import { words as forumWords } from '../messages/words.gen.ts'
import { themes, type Theme } from '../model.ts'
import { AddIssue } from './add-issue.tsx'
import { FromMeetings } from './from-meetings.tsx'
import { addressFor, issuesIn, soughtStandings, type SoughtIssues } from './issue-filter.ts'
import { IssueTable } from './issue-table.tsx'
import { issuesQuery } from './issues-query.ts'
import { issueText } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The issues of all forums: by standing, theme, agency and words; below them what could become one. */
export function IssuesPage() {
  const { language, may } = useVisitor()
  const w = words[language]
  usePageTitle(w.title)
  const [search, setSearch] = useSearchParams()
  const [isAdding, setIsAdding] = useState(false)
  const sought = issuesIn(search)
  const go = (next: SoughtIssues) => setSearch(addressFor(next), { replace: true })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(issuesQuery(sought))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const isFound = Object.keys(sought).length > 0
  return (
    <>
      <ProgrammeLink />
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{w.lead}</p>
        </div>
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
        {data === undefined ? '' : w.count({ n: data.pages[0]?.total ?? 0 })}
      </p>
      {may('programmes.publish') && !isAdding && (
        <div className="acts list-acts">
          <button type="button" className="btn sm" onClick={() => setIsAdding(true)}>
            {w.add}
          </button>
        </div>
      )}
      {isAdding && <AddIssue onClose={() => setIsAdding(false)} />}
      {rows.length > 0 && (
        <ListActs
          title={w.title}
          lines={rows.map((row) => issueText(row, language))}
          endpoint={may('programmes.take') ? exportIssues : undefined}
          input={{ ...sought }}
        />
      )}
      {rows.length > 0 && <IssueTable rows={rows} label={w.title} />}
      {data !== undefined && rows.length === 0 && (
        <EmptyState
          act={
            isFound ? (
              <button type="button" className="btn" onClick={() => go({})}>
                {w.clear}
              </button>
            ) : undefined
          }
        >
          {isFound ? w.noneFound : w.none}
        </EmptyState>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      <FromMeetings relation={sought.relation} />
    </>
  )
}

function Narrowing({ sought, onSought }: { sought: SoughtIssues; onSought: (sought: SoughtIssues) => void }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { data: units } = useQuery({ ...queryOf(listUnits, {}), enabled: may('reference.read') })
  const { standing, theme, unit, relation, ...rest } = sought
  const without = {
    standing: { ...rest, ...pick({ theme, unit, relation }) },
    theme: { ...rest, ...pick({ standing, unit, relation }) },
    unit: { ...rest, ...pick({ standing, theme, relation }) },
    relation: { ...rest, ...pick({ standing, theme, unit }) },
  }
  return (
    <>
      <div className="chips" role="group" aria-label={w.by}>
        {[undefined, ...soughtStandings].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className="chip"
            aria-pressed={one === standing}
            onClick={() => onSought(one === undefined ? without.standing : { ...without.standing, standing: one })}
          >
            {one === undefined ? w.all : forumWords[language].sought[one]}
          </button>
        ))}
        {relation !== undefined && (
          <button type="button" className="chip" aria-pressed="true" onClick={() => onSought(without.relation)}>
            {w.onlyRelation}
          </button>
        )}
      </div>
      <div className="two">
        <SelectField
          id="tema"
          label={w.theme}
          short
          value={theme ?? ''}
          choices={[
            { value: '', label: w.everyTheme },
            ...themes.map((one) => ({ value: one, label: agendaWords[language].theme[one] })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onSought(value === '' ? without.theme : { ...without.theme, theme: value as Theme })
          }
        />
        {(units?.rows.length ?? 0) > 0 && (
          <SelectField
            id="perangkat"
            label={w.unit}
            short
            value={unit ?? ''}
            choices={[
              { value: '', label: w.everyUnit },
              ...(units?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              onSought(value === '' ? without.unit : { ...without.unit, unit: value })
            }
          />
        )}
      </div>
    </>
  )
}

/** What is there of these, without what is not. */
const pick = (of: { [Key in keyof SoughtIssues]: SoughtIssues[Key] | undefined }): SoughtIssues =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined))

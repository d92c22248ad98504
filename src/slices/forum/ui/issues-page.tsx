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
      <p className="s q gap" role="status">
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

/** What the list is narrowed to, each taken back by a press; the ways to narrow it are folded behind one word. */
function Narrowing({ sought, onSought }: { sought: SoughtIssues; onSought: (sought: SoughtIssues) => void }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { data: units } = useQuery({ ...queryOf(listUnits, {}), enabled: may('reference.read') })
  const { standing, theme, unit, relation } = sought
  const narrow = (to: { [Key in keyof SoughtIssues]: SoughtIssues[Key] | undefined }) =>
    onSought(pick({ ...sought, ...to }))
  const named = {
    standing: standing && forumWords[language].sought[standing],
    theme: theme && agendaWords[language].theme[theme],
    unit: unit && (units?.rows.find(({ id }) => id === unit)?.name ?? w.unit),
    relation: relation && w.onlyRelation,
  }
  const chosen = (['relation', 'standing', 'theme', 'unit'] as const).filter((name) => named[name] !== undefined)
  return (
    <div className="list-chips">
      {chosen.length > 0 && (
        <div className="chips" role="group" aria-label={w.chosen}>
          {chosen.map((name) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-pressed="true"
              onClick={() => narrow({ [name]: undefined })}
            >
              <bdi>{named[name]}</bdi>
            </button>
          ))}
        </div>
      )}
      <details>
        <summary>{w.filter}</summary>
        <div className="chips" role="group" aria-label={w.by}>
          {[undefined, ...soughtStandings].map((one) => (
            <button
              key={one ?? 'all'}
              type="button"
              className="chip"
              aria-pressed={one === standing}
              onClick={() => narrow({ standing: one })}
            >
              {one === undefined ? w.all : forumWords[language].sought[one]}
            </button>
          ))}
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
            onChange={({ currentTarget: { value } }) => narrow({ theme: value === '' ? undefined : (value as Theme) })}
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
              onChange={({ currentTarget: { value } }) => narrow({ unit: value === '' ? undefined : value })}
            />
          )}
        </div>
      </details>
    </div>
  )
}

/** What is there of these, without what is not. */
const pick = (of: { [Key in keyof SoughtIssues]: SoughtIssues[Key] | undefined }): SoughtIssues =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined))

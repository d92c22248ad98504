import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { chatText } from '../../../shared/chat-text.ts'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { addRequest, dropRequest, exportRequests, mendRequest } from '../contract.ts'
import { peopleText } from '../embed.tsx'
import { requestsQuery } from './cohorts-query.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { RecordForm } from './record-form.tsx'
import { dayOrNull, numberTyped, orNull } from './typed.ts'
import { useSavingAct } from './use-saving-act.ts'
import type { RequestRow } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What companies ask of schools and training centres, and what local residents filled. */
export function RequestsPart() {
  const { language, may } = useVisitor()
  const { requests: w } = words[language]
  const [q, setQ] = useState('')
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(requestsQuery(q))
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const text = () =>
    chatText({
      title: w.title,
      lines: rows.map((row) => [row.skill, row.partner?.name, ...askedFor(row, language)].filter(Boolean).join(' · ')),
      total: data?.pages[0]?.total ?? 0,
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  return (
    <section className="sec" id="permintaan">
      <div className="top">
        <h2>{w.title}</h2>
        {((data?.pages[0]?.total ?? 0) > 5 || q !== '') && (
          <SearchField label={w.search} hint={w.searchHint} text={q} onSearch={setQ} />
        )}
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data !== undefined && rows.length === 0 && <EmptyState>{q === '' ? w.none : w.nothing}</EmptyState>}
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          <DownloadMenu endpoint={exportRequests} input={q === '' ? {} : { q }} />
        </div>
      )}
      <ul className="lines">
        {rows.map((row) => (
          <RequestEntry key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      {may('programmes.keep') && (
        <Opened label={w.add} draft="permintaan/baru">
          {(close) => <RequestForm onClose={close} />}
        </Opened>
      )}
    </section>
  )
}

/** How many, by when, of which school. */
function askedFor(row: RequestRow, language: Language): string[] {
  const { requests: w } = words[language]
  return [
    peopleText(language, row.number),
    row.neededOn && `${w.neededOn} ${formatDate(row.neededOn, language)}`,
    row.school,
  ].filter((part): part is string => part !== undefined && part !== '')
}

function RequestEntry({ row }: { row: RequestRow }) {
  const { language, may } = useVisitor()
  const { requests: w, cohort, drop } = words[language]
  const [isMending, setMending] = useState(false)
  const dropping = useSavingAct(dropRequest, { key: `permintaan/${row.id}/hapus`, said: w.dropped })
  if (isMending) return <li><RequestForm row={row} onClose={() => setMending(false)} /></li> // prettier-ignore
  const reported = [
    row.filled !== undefined && `${w.filled}: ${formatNumber(row.filled, language)}`,
    row.filledLocal !== undefined && `${w.filledLocal}: ${formatNumber(row.filledLocal, language)}`,
    row.reportedOn !== undefined && `${w.reportedOn} ${formatDate(row.reportedOn, language)}`,
  ].filter((part) => part !== false)
  return (
    <li>
      <p>
        <b>
          <bdi>{row.skill}</bdi>
        </b>
        {row.partner !== undefined && (
          <>
            {' '}
            · <bdi>{row.partner.name}</bdi>
          </>
        )}
      </p>
      <p className="q">{askedFor(row, language).join(' · ')}</p>
      {reported.length > 0 && <p>{reported.join(' · ')}</p>}
      {row.gap !== undefined && (
        <p className="s">
          {w.gap}: {row.gap}
        </p>
      )}
      {row.relation !== undefined && may('relations.read') && (
        <p className="s">
          <Link to={`/kerja-sama/${row.relation.slug}`}>{row.relation.name}</Link>
        </p>
      )}
      <FailureNotice acting={dropping} />
      {row.mayKeep && may('programmes.keep') && (
        <p className="acts">
          <button type="button" className="linklike s" onClick={() => setMending(true)}>
            {cohort.mend}
            <span className="vh">: {row.skill}</span>
          </button>
          <button type="button" className="linklike s" onClick={() => void dropping.send({ id: row.id, rev: row.rev })}>
            {drop}
            <span className="vh">: {row.skill}</span>
          </button>
        </p>
      )}
    </li>
  )
}

function RequestForm({ row, onClose }: { row?: RequestRow; onClose: () => void }) {
  const { language } = useVisitor()
  const { requests: w } = words[language]
  const key = `permintaan/${row?.id ?? 'baru'}`
  const base = {
    skill: row?.skill ?? '',
    partner: row?.partner?.id ?? '',
    partnerName: row?.partner?.name ?? '',
    school: row?.school ?? '',
    number: row?.number?.toString() ?? '',
    neededOn: row?.neededOn ?? '',
    filled: row?.filled?.toString() ?? '',
    filledLocal: row?.filledLocal?.toString() ?? '',
    reportedOn: row?.reportedOn ?? '',
    gap: row?.gap ?? '',
    relation: row?.relation?.id ?? '',
    relationName: row?.relation?.name ?? '',
  }
  const draft = useDraft(key, { base, rev: row?.rev ?? 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useSavingAct(addRequest, { key, said: w.saved, after: close })
  const mending = useSavingAct(mendRequest, { key, said: w.saved, after: close })
  const save = async (rev: number) => {
    const sent = {
      skill: values.skill,
      partner: orNull(values.partner),
      school: orNull(values.school),
      number: numberTyped(values.number),
      neededOn: dayOrNull(values.neededOn),
      filled: numberTyped(values.filled),
      filledLocal: numberTyped(values.filledLocal),
      reportedOn: dayOrNull(values.reportedOn),
      gap: orNull(values.gap),
      relation: orNull(values.relation),
    }
    if (row === undefined) await adding.send(sent)
    else await mending.send({ id: row.id, rev, ...sent })
  }
  const labels: Readonly<Record<string, [string, string]>> = {
    skill: [w.skill, values.skill],
    school: [w.school, values.school],
    number: [w.number, values.number],
    needed_on: [w.neededOn, values.neededOn],
    filled: [w.filled, values.filled],
    filled_local: [w.filledLocal, values.filledLocal],
    reported_on: [w.reportedOn, values.reportedOn],
    gap: [w.gap, values.gap],
  }
  const stale = useStale(mending.failure)
  if (stale !== undefined && row !== undefined) {
    const rows = stale.flatMap(({ field, now, by, at }) => {
      const [label, mine] = labels[field] ?? []
      if (label === undefined) return []
      const empty = words[language].form.empty
      return [
        {
          label,
          mine: mine || empty,
          theirs: typeof now === 'string' || typeof now === 'number' ? String(now) : empty,
          by,
          at: writeInstant(at, language),
        },
      ]
    })
    return <Conflict rows={rows} busy={mending.busy} onMine={() => void save(row.rev)} onTheirs={close} />
  }
  return (
    <RecordForm
      id={`permintaan-${row?.id ?? 'baru'}`}
      draft={draft}
      acting={row === undefined ? adding : mending}
      onSave={() => void save(draft.rev)}
      onClose={onClose}
      controls={[
        { as: 'line', name: 'skill', label: w.skill },
        { as: 'partner', name: 'partner', label: w.partner },
        { as: 'line', name: 'school', label: w.school },
        { as: 'number', name: 'number', label: w.number },
        { as: 'day', name: 'neededOn', label: w.neededOn },
        { as: 'number', name: 'filled', label: w.filled },
        { as: 'number', name: 'filledLocal', label: w.filledLocal },
        { as: 'day', name: 'reportedOn', label: w.reportedOn },
        { as: 'long', name: 'gap', label: w.gap },
        { as: 'relation', name: 'relation', label: w.relation },
      ]}
    />
  )
}

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useAct } from '../../../../ui/controls/act.ts'
import { call } from '../../../../ui/controls/call.ts'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { MoreButton } from '../../../../ui/controls/more-button.tsx'
import { ReasonForm } from '../../../../ui/controls/reason-form.tsx'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { LongTextField } from '../../../../ui/marks/field.tsx'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { listSheets, setBackers, unsealSheets } from '../../judging-contract.ts'
import type { JudgingProps } from './judging-part.tsx'
import { words } from './messages/words.gen.ts'
import { StepOf } from './step-of.tsx'
import { writeConflicts } from './written.ts'

type Row = z.output<typeof listSheets.output>['rows'][number]

/** Entry by entry which sheets are in and who is missing; marks only once all sheets were opened. */
export function SheetsPart({ contest, judging }: JudgingProps) {
  const w = words[useLanguage()].part
  const { sheets, stage, mayKeep } = judging
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listSheets.name, contest.id],
    queryFn: async ({ pageParam, signal }) =>
      await call(listSheets, { id: contest.id, after: pageParam, limit: 25 }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    meta: { awaits: listSheets.name },
  })
  const rows = data?.pages.flatMap((page) => page.rows)
  const { rules } = judging
  return (
    <section className="after" aria-labelledby="judul-lembar">
      <h3 id="judul-lembar">{w.sheets}</h3>
      {stage === 'judging' && (
        <p>
          <b>{w.progress({ sent: sheets.sent, due: sheets.due })}</b> {w.sealed}
        </p>
      )}
      {rules !== null && rules.absent > 0 && <p>{w.absent({ n: rules.absent, reason: rules.unsealedReason ?? '' })}</p>}
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows?.length === 0 && <EmptyState>{w.noEntries}</EmptyState>}
      <ul className="rows">
        {rows?.map((row) => (
          <SheetRow key={row.id} row={row} canChange={mayKeep && stage === 'judging'} />
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      {mayKeep && stage === 'judging' && sheets.due === 0 && sheets.sent > 0 && (
        <StepOf step="unseal" contest={contest} judging={judging} />
      )}
      {mayKeep && stage === 'judging' && sheets.due > 0 && sheets.sent > 0 && (
        <CloseEarly contest={contest} judging={judging} />
      )}
    </section>
  )
}

function SheetRow({ row, canChange }: { row: Row; canChange: boolean }) {
  const language = useLanguage()
  const w = words[language].part
  const [edits, setEdits] = useState(false)
  const { number, name, village, missing, jurors, backers } = row
  return (
    <li>
      <p className={missing > 0 ? 'key st-wait' : 'key'}>{missing > 0 ? w.missingOf({ n: missing }) : w.completeOf}</p>
      <p>
        <b>{number}</b> <bdi>{name}</bdi> <bdi className="q">{village}</bdi>
      </p>
      <div>
        <p className="s q">
          {jurors.map(({ number: juror, state, conflicts, marks }, at) => (
            <span key={juror}>
              {at > 0 && ' · '}
              {words[language].seatName({ n: juror })} {w.state[state]}
              {conflicts.length > 0 && ` (${writeConflicts(language, conflicts)})`}
              {marks !== undefined && ` (${marks.join(', ')})`}
            </span>
          ))}
        </p>
        {jurors.map(
          ({ number: juror, note }) =>
            typeof note === 'string' && (
              <p className="s" key={juror}>
                {words[language].seatName({ n: juror })}
                {words[language].colon}
                <bdi>{note}</bdi>
              </p>
            ),
        )}
        {backers.length > 0 && (
          <p className="s">
            {w.backers}
            {words[language].colon}
            <bdi>{backers.join(words[language].comma)}</bdi>
          </p>
        )}
        {canChange && (
          <button type="button" className="btn sm text" aria-expanded={edits} onClick={() => setEdits(!edits)}>
            {w.backersEdit}
            <span className="vh">: {name}</span>
          </button>
        )}
        {canChange && edits && <BackersForm row={row} onClose={() => setEdits(false)} />}
      </div>
    </li>
  )
}

function BackersForm({ row, onClose }: { row: Row; onClose: () => void }) {
  const w = words[useLanguage()].part
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const draft = useDraft(`pendukung/${row.id}`, { base: { companies: row.backers.join('\n') }, rev: 0 })
  const acting = useAct(setBackers, {
    key: row.id,
    async done(_, act) {
      draft.clear()
      sayDone(w.backersSaved, act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const companies = draft.values.companies.split('\n').filter((line) => line.trim() !== '')
        void acting.send({ id: row.id, companies })
      }}
    >
      <LongTextField
        id={`pendukung-${row.id}`}
        label={w.backers}
        hint={w.backersHint}
        value={draft.values.companies}
        onChange={({ target }) => draft.set({ companies: target.value })}
      />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={w.save} busy={acting.busy} small />
      </div>
    </form>
  )
}

function CloseEarly({ contest, judging }: JudgingProps) {
  const w = words[useLanguage()].part
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const draft = useDraft(`tutup-penilaian/${contest.id}`, { base: { reason: '' }, rev: judging.rev })
  const [asks, setAsks] = useState(draft.restored)
  const acting = useAct(unsealSheets, {
    key: `${contest.id}/alasan`,
    async done(_, act) {
      draft.clear()
      sayDone(w.unsealed, act)
      await queries.invalidateQueries()
    },
  })
  if (!asks) {
    return (
      <p className="acts">
        <button type="button" className="btn sm" onClick={() => setAsks(true)}>
          {w.unsealEarly}
        </button>
      </p>
    )
  }
  return (
    <ReasonForm
      id="alasan-tutup"
      words={{ reason: w.unsealReason, why: w.unsealWhy, go: w.unsealEarly }}
      reason={draft.values.reason}
      onReason={(reason) => draft.set({ reason })}
      acting={acting}
      onSend={() => void acting.send({ id: contest.id, rev: judging.rev, reason: draft.values.reason })}
      cancel={{ label: w.cancel, onCancel: () => setAsks(false) }}
    />
  )
}

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../../../ui/controls/act.ts'
import { call } from '../../../../ui/controls/call.ts'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { MoreButton } from '../../../../ui/controls/more-button.tsx'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage, useVisitor } from '../../../../ui/controls/visitor.ts'
import { LongTextField, TextField } from '../../../../ui/marks/field.tsx'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { decidePlaces, listPlaces } from '../../judging-contract.ts'
import { DisqualifyForm } from './disqualify-form.tsx'
import type { JudgingProps } from './judging-part.tsx'
import { words } from './messages/words.gen.ts'
import { StaleNotice } from './stale-notice.tsx'
import { StepOf } from './step-of.tsx'
import { writeOutside, writePoints, writeTieRule } from './written.ts'

/** The ranking by category, until the announcement for the organiser alone; deciding it, and announcing it. */
export function PlacesPart({ contest, judging }: JudgingProps) {
  const { language, may } = useVisitor()
  const w = words[language].part
  const { stage, rules, mayKeep } = judging
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listPlaces.name, contest.id],
    queryFn: async ({ pageParam, signal }) =>
      await call(listPlaces, { id: contest.id, after: pageParam, limit: 50 }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    meta: { awaits: listPlaces.name },
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  // What was announced is changed by whoever may announce.
  const mayMend = mayKeep && (stage !== 'announced' || may('programmes.publish'))
  return (
    <section className="after" aria-labelledby="judul-peringkat">
      <h3 id="judul-peringkat">{w.ranking}</h3>
      {stage !== 'announced' && <p className="q">{w.hidden}</p>}
      {rules !== null && rules.decidedOn !== null && (
        <p className="acts">
          <Link className="btn sm" to={`/program/lomba/${contest.slug}/berita-acara`}>
            {words[language].minutes.open}
          </Link>
        </p>
      )}
      {rules?.minutesNumber != null && <p className="s">{w.minutes({ number: rules.minutesNumber })}</p>}
      {rules?.minutesWords != null && (
        <p className="s">
          <bdi>{rules.minutesWords}</bdi>
        </p>
      )}
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      <ol className="rows plain">
        {rows.map(
          ({ entry, number, name, village, category, place, points, settledBy, outside, disqualified, prize }) => (
            // prettier-ignore
            <li key={entry}>
            <p className="key">{place === null ? '–' : words[language].place({ n: place })}</p>
            <p>
              <b>{number}</b> <bdi>{name}</bdi> <bdi className="q">{village}</bdi>
            </p>
            <div>
            <p className="s q">
              {[
                category,
                points === null ? null : words[language].points({ points: writePoints(language, points) }),
                settledBy === null ? null : writeTieRule(language, settledBy, 'short'),
                outside === null ? null : writeOutside(language, outside, disqualified),
                prize,
              ]
                .filter((part) => part !== null)
                .map((part, at) => (
                  <span key={at}>
                    {at > 0 && ' · '}
                    <bdi>{part}</bdi>
                  </span>
                ))}
            </p>
            {mayMend && disqualified === null && <Disqualify entry={entry} name={name} judging={judging} />}
            </div>
          </li>
          ),
        )}
      </ol>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      {mayKeep && stage === 'unsealed' && <Decide contest={contest} judging={judging} />}
      {stage === 'decided' && may('programmes.publish') && (
        <StepOf step="announce" contest={contest} judging={judging} />
      )}
    </section>
  )
}

/** The exception that is recorded after the sheets were opened. */
function Disqualify({ entry, name, judging }: { entry: string; name: string; judging: JudgingProps['judging'] }) {
  const w = words[useLanguage()].part
  const [asks, setAsks] = useState(false)
  if (asks) return <DisqualifyForm entry={entry} judging={judging} onClose={() => setAsks(false)} />
  return (
    <p className="acts">
      <button type="button" className="btn sm text" onClick={() => setAsks(true)}>
        {w.disqualify}
        <span className="vh">: {name}</span>
      </button>
    </p>
  )
}

function Decide({ contest, judging }: JudgingProps) {
  const w = words[useLanguage()].part
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const draft = useDraft(`berita-acara/${contest.id}`, { base: { number: '', said: '' }, rev: judging.rev })
  const { values, set } = draft
  const acting = useAct(decidePlaces, {
    key: contest.id,
    async done(_, act) {
      draft.clear()
      sayDone(w.decided, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const minutesNumber = values.number.trim()
        void acting.send({
          id: contest.id,
          rev: judging.rev,
          ...(minutesNumber !== '' && { minutesNumber }),
          ...(values.said.trim() !== '' && { minutesWords: values.said }),
        })
      }}
    >
      <TextField
        id="nomor-berita-acara"
        label={w.minutesNumber}
        value={values.number}
        maxLength={100}
        onChange={({ target }) => set({ number: target.value })}
      />
      <LongTextField
        id="catatan-berita-acara"
        label={w.minutesWords}
        value={values.said}
        maxLength={5000}
        onChange={({ target }) => set({ said: target.value })}
      />
      <StaleNotice acting={acting} />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={w.decide} busy={acting.busy} />
      </div>
    </form>
  )
}

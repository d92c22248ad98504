import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { isLanguage, languages, ownNames } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { DayBeside } from '../../reference/ui/day-beside.tsx'
import { readNextStep, readRelation } from '../../relations/contract.ts'
import { partnerName } from '../../relations/ui/view.ts'
import { words as letterWords } from '../messages/words.gen.ts'
import { listLetters, prepareLetter } from '../contract.ts'
import { purposes, type Purpose } from '../model.ts'
import { stateLine } from './view.ts'
import { words } from './messages/words.gen.ts'

/** A letter to the partner of a cooperation: what for, in which language, until when an answer is wanted. */
export function WritePage() {
  const w = words[useLanguage()].partner
  const [search] = useSearchParams()
  const relation = search.get('kerja-sama')
  usePageTitle(w.title)
  if (relation !== null) return <Write key={search.toString()} relation={relation} />
  return (
    <>
      <h1 tabIndex={-1}>{w.title}</h1>
      <EmptyState>{w.noRelation}</EmptyState>
      <p className="acts gap">
        <Link className="btn" to="/kerja-sama">
          {w.toRelations}
        </Link>
      </p>
    </>
  )
}

function Write({ relation: id }: { relation: string }) {
  const language = useLanguage()
  const w = words[language].partner
  const [search] = useSearchParams()
  const { data: relation } = useSuspenseQuery(queryOf(readRelation, { id }))
  const followUp = search.get('permintaan') ?? undefined
  const activity = search.get('kegiatan') ?? undefined
  const [asked, wished] = [search.get('keperluan'), search.get('bahasa') ?? undefined]
  const base = {
    purpose: purposes.find((each) => each === asked) ?? (followUp === undefined ? 'pertanyaan' : 'rekomendasi'),
    language: isLanguage(wished) ? wished : 'id',
    replyBy: search.get('jawaban') ?? '',
  }
  const draft = useDraft(`write-letter/${id}/${search.toString()}`, { base, rev: 1 })
  const [sure, setSure] = useState<string[]>([])
  const navigate = useNavigate()
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const preparing = useAct(prepareLetter, {
    key: `${id}/surat_mitra`,
    async done(made, act) {
      draft.clear()
      sayDone(w.written, act)
      await queries.invalidateQueries()
      await navigate(`/surat/${made.id}`)
    },
  })
  const { failure } = preparing
  const labels = { purpose: w.purpose, language: w.language, replyBy: w.replyBy, kind: w.again }
  const controls = Object.fromEntries(
    (['purpose', 'language', 'replyBy'] as const).map((path) => [path, { id: path, label: labels[path] }]),
  )
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields: controls }) : []
  const { purpose, language: of, replyBy } = draft.values
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">
            <Link to={`/kerja-sama/${relation.slug}`}>{w.to({ partner: partnerName(relation, language) })}</Link>
          </p>
        </div>
      </div>
      {followUp !== undefined && <Asked relation={id} followUp={followUp} />}
      <form
        className="form gap3"
        onSubmit={(event) => {
          event.preventDefault()
          void preparing.send({
            relation: id,
            activity,
            kind: 'surat_mitra',
            purpose: purpose as Purpose,
            language: of as (typeof languages)[number],
            followUp,
            ...(replyBy !== '' && { replyBy }),
            sure,
          })
        }}
      >
        <ErrorSummary title={w.fix} errors={errors} />
        <SelectField
          id="purpose"
          label={w.purpose}
          short
          value={purpose}
          choices={purposes.map((value) => ({ value, label: letterWords[language].purpose[value] }))}
          onChange={(event) => draft.set({ purpose: event.currentTarget.value as Purpose })}
        />
        <SelectField
          id="language"
          label={w.language}
          short
          value={of}
          choices={languages.map((value) => ({ value, label: ownNames[value] }))}
          onChange={(event) => draft.set({ language: event.currentTarget.value as (typeof languages)[number] })}
        />
        <TextField
          id="replyBy"
          label={w.replyBy}
          hint={w.replyHint}
          short
          type="date"
          value={replyBy}
          error={errors.find(({ field }) => field === 'replyBy')?.fault}
          onChange={(event) => draft.set({ replyBy: event.currentTarget.value })}
        />
        <DayBeside day={replyBy} abroad />
        <Doubts details={failure?.details} labels={labels} sure={sure} onSure={setSure} />
        <FailureNotice acting={preparing} />
        <div className="acts">
          <SaveButton label={w.write} busy={preparing.busy} />
        </div>
      </form>
    </>
  )
}

/** The request that the letter answers, and the drafts that are there for it. */
function Asked({ relation, followUp }: { relation: string; followUp: string }) {
  const language = useLanguage()
  const w = words[language].partner
  const { data: next } = useQuery(queryOf(readNextStep, { id: relation }))
  const { data } = useQuery(queryOf(listLetters, { relation }))
  const step = next?.step?.id === followUp ? next.step : undefined
  const drafts = (data?.rows ?? []).filter(({ kind, state }) => kind === 'surat_mitra' && state === 'draft')
  return (
    <>
      {step?.what !== undefined && (
        <p>
          <bdi>{w.answers({ what: step.what })}</bdi>
        </p>
      )}
      {drafts.length > 0 && (
        <>
          <p className="gap">{w.there}</p>
          <ul className="lines">
            {drafts.map((letter) => (
              <li key={letter.id}>
                <Link to={`/surat/${letter.id}`}>
                  <bdi>{letter.subject}</bdi>
                </Link>
                <p className="s q">
                  {letterWords[language].language[letter.language]} · {stateLine(language, letter)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

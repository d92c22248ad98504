import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { Link, useParams } from 'react-router'
import { formatDate, formatList } from '../../../shared/format.ts'
import { isLanguage, languages, ownNames } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord, formErrors } from '../../../ui/controls/faults.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { listUnits } from '../../reference/contract.ts'
import { answerQuestion, forwardQuestion, readQuestion } from '../contract.ts'
import { words as partWords } from '../messages/words.gen.ts'
import { limits } from '../model.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { words } from './messages/words.gen.ts'

type QuestionView = z.output<typeof readQuestion.output>

export const questionQuery = (id: string) => queryOf(readQuestion, { id })

/** One question: the words as they came, the promised day with its arithmetic, who has it, and the answer. */
export function QuestionPage() {
  const { id = '' } = useParams()
  const { language, may } = useVisitor()
  const { questions: w } = words[language]
  const part = partWords[language]
  const question = useSuspenseQuery(questionQuery(id)).data
  const { receipt, kind, topic, wordsLang, receivedOn, dueOn, answeredOn, answer, answerLang, contact, clock } =
    question
  const title = part.subject({ receipt })
  usePageTitle(title)
  const date = (day: string) => formatDate(day, language)
  const people = question.tasks.flatMap(({ unit, member, owner }) => [unit?.name, member?.name, owner]).filter((one) => one !== undefined) // prettier-ignore
  const mayAnswer = may('corrections.answer') && !question.purged
  return (
    <>
      <p className="key">
        <Link to={may('corrections.read') ? '/program/layanan/pertanyaan' : '/program/layanan'}>{w.title}</Link>
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      <p className="sub">
        {part.kind[kind]} · {part.topic[topic]} ·{' '}
        {answeredOn === null ? w.until({ date: date(dueOn) }) : w.answeredOn({ date: date(answeredOn) })}
      </p>
      <section className="sec strong">
        <p className="words" lang={wordsLang} dir="auto">
          {question.words ?? w.erased}
        </p>
        <Facts>
          <Fact term={w.received}>{date(receivedOn)}</Fact>
          <Fact term={w.promise}>
            {w.counted({
              date: date(dueOn),
              days: question.answerDays,
              weekends: clock.weekends,
              holidays: clock.holidays.length,
            })}
            {clock.isProvisional && ` ${w.provisional}`}
          </Fact>
          <Fact term={w.contact}>{contact === null ? undefined : <bdi>{contact}</bdi>}</Fact>
          <Fact term={w.inHand}>{people.length === 0 ? undefined : formatList([...new Set(people)], language)}</Fact>
          <Fact term={w.answerWords}>
            {answer === null ? undefined : (
              <span className="words" lang={answerLang ?? 'id'} dir="auto">
                {answer}
              </span>
            )}
          </Fact>
        </Facts>
      </section>
      {mayAnswer && (
        <Opened key={id} label={w.mend} isOpen={answeredOn === null}>
          {(close) => <Answer question={question} onClose={close} />}
        </Opened>
      )}
      {may('followup.mend') && !question.purged && answeredOn === null && (
        <Opened label={w.forward}>{(close) => <Forward question={question} onClose={close} />}</Opened>
      )}
    </>
  )
}

/** The answer. When somebody was faster hers stands above and what was typed stays. */
function Answer({
  question: { id, rev, answer, answerLang, wordsLang },
  onClose,
}: {
  question: QuestionView
  onClose: () => void
}) {
  const { language } = useVisitor()
  const { questions: w } = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const base = { answer: answer ?? '', answerLang: answerLang ?? wordsLang }
  const draft = useDraft(`residents/question/${id}`, { base: base as Record<'answer' | 'answerLang', string>, rev })
  const acting = useAct(answerQuestion, {
    key: id,
    async done(_, act) {
      draft.clear()
      sayDone(w.sent, act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  const { failure } = acting
  const isStale = useStale(acting.failure) !== undefined
  const fields = { answer: { id: 'jawaban', label: w.answerWords } }
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  return (
    <section className="sec after" aria-labelledby="judul-jawaban">
      <h2 id="judul-jawaban">{w.answer}</h2>
      <form
        className="form gap"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const lang = draft.values.answerLang
          // Who was told that somebody was faster has both answers before her now.
          void acting.send({
            id,
            rev: isStale ? rev : draft.rev,
            answer: draft.values.answer,
            answerLang: isLanguage(lang) ? lang : wordsLang,
          })
        }}
      >
        {isStale && (
          <div role="alert" className="refuse">
            <p>{failure?.message}</p>
            <p className="words">
              {shownNow(failure?.details.changes?.find(({ field }) => field === 'answer')?.now) ?? answer}
            </p>
          </div>
        )}
        <LongTextField
          {...fields.answer}
          hint={w.answerHint}
          error={errors[0]?.fault}
          rows={6}
          maxLength={limits.answer}
          lang={draft.values.answerLang}
          value={draft.values.answer}
          onChange={(event) => draft.set({ answer: event.currentTarget.value })}
        />
        <SelectField
          id="bahasa-jawaban"
          label={w.answerLang}
          short
          value={draft.values.answerLang}
          choices={languages.map((value) => ({ value, label: ownNames[value] }))}
          onChange={(event) => draft.set({ answerLang: event.currentTarget.value })}
        />
        <FailureNotice acting={acting} />
        <div className="acts">
          <SaveButton label={w.send} busy={acting.busy} />
        </div>
      </form>
    </section>
  )
}

function Forward({ question: { id }, onClose }: { question: QuestionView; onClose: () => void }) {
  const { language } = useVisitor()
  const { questions: w, close } = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const draft = useDraft(`residents/forward/${id}`, { base: { what: '', unit: '', dueOn: '' }, rev: 0 })
  const { what, unit, dueOn } = draft.values
  const acting = useAct(forwardQuestion, {
    key: id,
    async done(_, act) {
      draft.clear()
      sayDone(w.forwarded, act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  const faults = acting.failure?.code === 'invalid' ? (acting.failure.details.fields ?? []) : []
  const errorOf = (name: string) => {
    const fault = faults.find(({ path }) => path === name)?.fault
    return fault === undefined ? undefined : faultWord(language, fault)
  }
  // A day that has passed is asked once more: the same press again means it.
  const sure = faults.filter(({ fault }) => fault === 'doubtful').map(({ path }) => path)
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void acting.send({
          id,
          ...(what.trim() !== '' && { what }),
          ...(unit !== '' && { unit }),
          ...(dueOn !== '' && { dueOn }),
          ...(sure.length > 0 && { sure }),
        })
      }}
    >
      <TextField
        id="teruskan-what"
        label={w.forwardWhat}
        error={errorOf('what')}
        maxLength={500}
        value={what}
        onChange={(event) => draft.set({ what: event.currentTarget.value })}
      />
      <SelectField
        id="teruskan-unit"
        label={w.forwardUnit}
        value={unit}
        choices={[{ value: '', label: '—' }, ...(units?.rows ?? []).map((one) => ({ value: one.id, label: one.name }))]}
        onChange={(event) => draft.set({ unit: event.currentTarget.value })}
      />
      <TextField
        id="teruskan-due"
        label={w.forwardDue}
        type="date"
        short
        error={errorOf('dueOn')}
        value={dueOn}
        onChange={(event) => draft.set({ dueOn: event.currentTarget.value })}
      />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={w.forward} busy={acting.busy} />
        <button type="button" className="btn" onClick={onClose}>
          {close}
        </button>
      </div>
    </form>
  )
}

const shownNow = (now: unknown): string | undefined => (typeof now === 'string' ? now : undefined)

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { Doubts } from '../../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import { SelectField, TextField } from '../../../../ui/marks/field.tsx'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { answerMail } from '../../contract.ts'
import { mailQuery } from './mail-query.ts'
import { partyOf, pathOf, type MailView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** How a letter was answered, or that it is not yet; and the way to say so. */
export function AnswerPart({ mail }: { mail: MailView }) {
  const { language, may } = useVisitor()
  const w = words[language].answer
  const [isOpen, setOpen] = useState(false)
  const other = mail.direction === 'in' ? 'keluar' : 'masuk'
  return (
    <section className="gap3" aria-label={w.title}>
      <h2>{w.title}</h2>
      <Said mail={mail} />
      {mail.voidedOn === null && may('letters.prepare') && (
        <div className="acts gap">
          <button type="button" className="btn" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {w.open}
          </button>
          <Link className="btn" to={`/surat/catat?arah=${other}&menjawab=${mail.id}`}>
            {w.write}
          </Link>
        </div>
      )}
      {isOpen && <AnswerForm mail={mail} onDone={() => setOpen(false)} />}
    </section>
  )
}

function Said({ mail }: { mail: MailView }) {
  const { language } = useVisitor()
  const w = words[language].answer
  const { answeredBy, answeredOn, answeredHow, state } = mail
  const date = answeredOn === null ? '' : formatDate(answeredOn, language)
  if (answeredBy !== null) {
    const { subject } = answeredBy
    return (
      <p>
        <Link to={pathOf(answeredBy)}>
          {state === 'answered' || answeredOn !== null ? w.by({ subject }) : w.drafted({ subject })}
        </Link>
        {answeredOn !== null && <span className="q"> · {w.on({ date })}</span>}
      </p>
    )
  }
  return (
    <p className={answeredOn === null ? 'q' : undefined}>
      {answeredOn === null ? w.none : w.how({ date, how: answeredHow ?? '' })}
    </p>
  )
}

function AnswerForm({ mail, onDone }: { mail: MailView; onDone: () => void }) {
  const { language, on } = useVisitor()
  const w = words[language].answer
  const direction = mail.direction === 'in' ? 'out' : 'in'
  const { data } = useInfiniteQuery(mailQuery({ direction, q: '', filter: 'all', year: '' }))
  const [values, setValues] = useState({ letter: '', how: '', on })
  const [sure, setSure] = useState<string[]>([])
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const answering = useAct(answerMail, {
    key: mail.id,
    async done(_, act) {
      sayDone(w.saved, act)
      onDone()
      await queries.invalidateQueries()
    },
  })
  const rows = (data?.pages[0]?.rows ?? []).filter(({ state }) => state !== 'voided')
  const labels: Record<string, string> = { letter: w.letter, how: w.howLabel, on: w.onLabel }
  const fields = Object.fromEntries(Object.entries(labels).map(([path, label]) => [path, { id: `answer-${path}`, label }])) // prettier-ignore
  const { failure, busy } = answering
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const errorOf = (path: string) => errors.find(({ field }) => field === `answer-${path}`)?.fault
  const { letter, how, on: day } = values
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const said = letter === '' ? { ...(how !== '' && { how }), ...(day !== '' && { on: day }) } : { letter }
        void answering.send({ id: mail.id, rev: mail.rev, ...said, ...(sure.length > 0 && { sure }) })
      }}
    >
      <ErrorSummary title={words[language].form.fix} errors={errors} />
      <SelectField
        id="answer-letter"
        label={w.letter}
        error={errorOf('letter')}
        value={letter}
        choices={[
          { value: '', label: w.noLetter },
          ...rows.map((row) => ({
            value: row.id,
            label: [row.number, row.subject, partyOf(row, language)]
              .filter((part) => part !== null && part !== '')
              .join(' · '),
          })),
        ]}
        onChange={(event) => setValues({ ...values, letter: event.currentTarget.value })}
      />
      {letter === '' && (
        <>
          <TextField
            id="answer-how"
            label={w.howLabel}
            error={errorOf('how')}
            maxLength={500}
            value={how}
            onChange={(event) => setValues({ ...values, how: event.currentTarget.value })}
          />
          <TextField
            id="answer-on"
            label={w.onLabel}
            error={errorOf('on')}
            short
            type="date"
            value={day}
            onChange={(event) => setValues({ ...values, on: event.currentTarget.value })}
          />
        </>
      )}
      <Doubts details={failure?.details} labels={labels} sure={sure} onSure={setSure} />
      <FailureNotice acting={answering} />
      {failure?.code === 'stale' && (
        <p className="st-wait" role="alert">
          {failure.message}
        </p>
      )}
      <SaveButton label={w.save} busy={busy} small />
    </form>
  )
}

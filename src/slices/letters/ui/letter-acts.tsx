import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useAct, type Acting } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { Obstacles } from '../../procedures/ui/obstacles.tsx'
import type { Obstacle } from '../../procedures/model.ts'
import { cancelLetter, recordReceipt, sendLetter } from '../contract.ts'
import { channels, whatMay } from '../model.ts'
import type { LetterView } from './view.ts'
import { UsedNumber } from './used-number.tsx'
import { words } from './messages/words.gen.ts'

/** What can be noted of a letter now: that it went out, was received, or is cancelled. */
export function LetterActs({ letter }: { letter: LetterView }) {
  const w = words[useLanguage()]
  const may = whatMay(letter.state, { received: letter.receivedOn !== null })
  return (
    <>
      {may.send && <Opened label={w.send.open}>{(close) => <Send letter={letter} onDone={close} />}</Opened>}
      {may.receive && <Opened label={w.receive.open}>{(close) => <Receive letter={letter} onDone={close} />}</Opened>}
      {may.cancel && <Opened label={w.cancel.open}>{(close) => <Cancel letter={letter} onDone={close} />}</Opened>}
    </>
  )
}

function Opened({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="gap">
      <button type="button" className="btn" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      {isOpen && <div className="gap">{children(() => setOpen(false))}</div>}
    </div>
  )
}

type ActProps = { letter: LetterView; onDone: () => void }

function useSettled(said: string, onDone: () => void) {
  const sayDone = useSayDone()
  const queries = useQueryClient()
  return async (_: unknown, act: string) => {
    sayDone(said, act)
    onDone()
    await queries.invalidateQueries()
  }
}

function Send({ letter: { id, rev, relationSlug }, onDone }: ActProps) {
  const language = useLanguage()
  const w = words[language]
  const [values, setValues] = useState({
    number: '',
    issuer: '',
    datedOn: '',
    sentOn: '',
    sentBy: 'hand' as (typeof channels)[number],
  })
  const [sure, setSure] = useState<string[]>([])
  const sending = useAct(sendLetter, { key: id, done: useSettled(w.sent, onDone) })
  const { number, issuer, datedOn, sentOn, sentBy, content } = w.send
  const labels = { number, issuer, datedOn, sentOn, content }
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const { failure } = sending
  return (
    <>
      <Form
        id={id}
        acting={sending}
        labels={labels}
        label={w.send.save}
        onSave={() => void sending.send({ id, rev, ...values, sure })}
      >
        {(field) => (
          <>
            <TextField
              {...field('number')}
              hint={w.send.numberHint}
              value={values.number}
              onChange={(event) => set({ number: event.currentTarget.value })}
            />
            <UsedNumber details={failure?.details} />
            <TextField
              {...field('issuer')}
              hint={w.send.issuerHint}
              maxLength={200}
              value={values.issuer}
              onChange={(event) => set({ issuer: event.currentTarget.value })}
            />
            <TextField
              {...field('datedOn')}
              short
              type="date"
              value={values.datedOn}
              onChange={(event) => set({ datedOn: event.currentTarget.value })}
            />
            <TextField
              {...field('sentOn')}
              short
              type="date"
              value={values.sentOn}
              onChange={(event) => set({ sentOn: event.currentTarget.value })}
            />
            <SelectField
              id={`sentBy-${id}`}
              label={sentBy}
              short
              value={values.sentBy}
              choices={channels.map((value) => ({ value, label: w.channel[value] }))}
              onChange={(event) => set({ sentBy: event.currentTarget.value as (typeof channels)[number] })}
            />
            <Doubts details={failure?.details} labels={labels} sure={sure} onSure={setSure} />
          </>
        )}
      </Form>
      {failure?.code === 'not_yet' && (
        <Obstacles
          language={language}
          step="pernyataan_kehendak"
          obstacles={(failure.details.missing ?? []) as Obstacle[]}
          act={(_, said) => (
            <Link className="btn sm" to={`/kerja-sama/${relationSlug}`}>
              {said}
            </Link>
          )}
        />
      )}
    </>
  )
}

function Receive({ letter: { id, rev }, onDone }: ActProps) {
  const w = words[useLanguage()]
  const [receivedOn, setReceivedOn] = useState('')
  const [sure, setSure] = useState<string[]>([])
  const receiving = useAct(recordReceipt, { key: id, done: useSettled(w.received, onDone) })
  const labels = { receivedOn: w.receive.receivedOn }
  return (
    <Form
      id={id}
      acting={receiving}
      labels={labels}
      label={w.receive.save}
      onSave={() => void receiving.send({ id, rev, receivedOn, sure })}
    >
      {(field) => (
        <>
          <TextField
            {...field('receivedOn')}
            short
            type="date"
            value={receivedOn}
            onChange={(event) => setReceivedOn(event.currentTarget.value)}
          />
          <Doubts details={receiving.failure?.details} labels={labels} sure={sure} onSure={setSure} />
        </>
      )}
    </Form>
  )
}

function Cancel({ letter: { id, rev }, onDone }: ActProps) {
  const w = words[useLanguage()]
  const [reason, setReason] = useState('')
  const cancelling = useAct(cancelLetter, { key: id, done: useSettled(w.cancelled, onDone) })
  return (
    <Form
      id={id}
      acting={cancelling}
      labels={{ reason: w.cancel.reason }}
      label={w.cancel.save}
      onSave={() => void cancelling.send({ id, rev, reason })}
    >
      {(field) => (
        <TextField
          {...field('reason')}
          hint={w.cancel.hint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </Form>
  )
}

type FormProps<Path extends string> = {
  id: string
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  labels: Record<Path, string>
  label: string
  onSave: () => void
  children: (field: (path: Path) => { id: string; label: string; error: string | undefined }) => ReactNode
}

function Form<Path extends string>({ id, acting, labels, label, onSave, children }: FormProps<Path>) {
  const language = useLanguage()
  const idOf = (path: string) => `${path}-${id}`
  const controls = Object.fromEntries(
    Object.entries<string>(labels).map(([path, of]) => [path, { id: idOf(path), label: of }]),
  )
  const { failure } = acting
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields: controls }) : []
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <ErrorSummary title={words[language].form.fix} errors={errors} />
      {children((path) => ({
        id: idOf(path),
        label: labels[path],
        error: errors.find(({ field }) => field === idOf(path))?.fault,
      }))}
      {failure?.code !== 'not_yet' && <FailureNotice acting={acting} />}
      <SaveButton label={label} busy={acting.busy} small />
    </form>
  )
}

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { readContact, setContact } from '../contract.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { words } from './messages/words.gen.ts'

export const contactQuery = queryOf(readContact, {})

/** Whether the region takes questions, what it promises, and the way to what was asked. */
export function ContactPoint() {
  const { language, may } = useVisitor()
  const w = words[language]
  const { open, answerDays, region } = useSuspenseQuery(contactQuery).data
  return (
    <section className="sec after" aria-labelledby="kontak">
      <h2 id="kontak">{w.contact.title}</h2>
      <p>{open ? w.contact.isOpen({ days: answerDays }) : w.contact.isClosed}</p>
      <p className="acts gap">
        {may('corrections.read') && (
          <Link className="btn sm" to="/program/layanan/pertanyaan">
            {w.questions.title}
          </Link>
        )}
        {open && (
          <a className="btn sm" href={`/${language}/daerah/${region}/kontak`}>
            {w.contact.page}
          </a>
        )}
      </p>
      {may('programmes.publish') && (
        <Opened label={open ? w.service.mend : w.contact.open}>{(close) => <Setting onClose={close} />}</Opened>
      )}
    </section>
  )
}

function Setting({ onClose }: { onClose: () => void }) {
  const { language } = useVisitor()
  const { contact: w, ...all } = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const { open, answerDays, keepDays, rev } = useSuspenseQuery(contactQuery).data
  const base = { days: String(answerDays), keep: String(keepDays) }
  const draft = useDraft('residents/contact', { base, rev })
  const acting = useAct(setContact, {
    key: 'contact',
    async done(_, act) {
      draft.clear()
      sayDone(w.saved, act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  const { failure } = acting
  const isStale = useStale(acting.failure) !== undefined
  const fields = { answerDays: { id: 'kontak-hari', label: w.days }, keepDays: { id: 'kontak-simpan', label: w.keep } }
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const errorOf = (id: string) => errors.find(({ field }) => field === id)?.fault
  const send = (isOpen: boolean) =>
    void acting.send({ rev, open: isOpen, answerDays: Number(draft.values.days), keepDays: Number(draft.values.keep) })
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send(true)
      }}
    >
      <TextField
        {...fields.answerDays}
        hint={w.daysHint}
        error={errorOf('kontak-hari')}
        short
        inputMode="numeric"
        value={draft.values.days}
        onChange={(event) => draft.set({ days: event.currentTarget.value })}
      />
      <TextField
        {...fields.keepDays}
        error={errorOf('kontak-simpan')}
        short
        inputMode="numeric"
        value={draft.values.keep}
        onChange={(event) => draft.set({ keep: event.currentTarget.value })}
      />
      {isStale && <p role="alert">{failure?.message}</p>}
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={open ? all.save : w.open} busy={acting.busy} />
        {open && (
          <button type="button" className="btn" onClick={() => send(false)}>
            {w.close}
          </button>
        )}
        <button type="button" className="btn" onClick={onClose}>
          {all.close}
        </button>
      </div>
    </form>
  )
}

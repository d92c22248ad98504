import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { useAct } from '../../../../ui/controls/act.ts'
import { Doubts } from '../../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../../ui/marks/field.tsx'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { listColleagues } from '../../../identity/contract.ts'
import { listUnits } from '../../../reference/contract.ts'
import { DayBeside } from '../../../reference/ui/day-beside.tsx'
import { dispose } from '../../contract.ts'
import type { MailView } from './view.ts'
import { words } from './messages/words.gen.ts'

const most = 20
const empty = { office: '', instruction: '', dueOn: '', rows: '1', recipients: '[]' }

interface Recipient {
  unit: string
  /** A person of the region with an account; kept drafts of before have none. */
  member?: string
  person: string
}

const nobody: Recipient = { unit: '', person: '' }

/** An office writes who does what by when; as many recipients as needed, each an agency, a person, or both. */
export function DisposeForm({ mail, onDone }: { mail: MailView; onDone: () => void }) {
  const { language } = useVisitor()
  const w = words[language].disposition
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const { data: colleagues } = useQuery(queryOf(listColleagues, {}))
  const people = colleagues?.rows ?? []
  const key = `dispose/${mail.id}`
  const draft = useDraft(key, { base: empty, rev: mail.rev })
  const [sure, setSure] = useState<string[]>([])
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const disposing = useAct(dispose, {
    key,
    async done(_, act) {
      draft.clear()
      sayDone(w.saved, act)
      onDone()
      await queries.invalidateQueries()
    },
  })
  const { values } = draft
  const kept = JSON.parse(values.recipients) as Recipient[]
  const rows = Array.from({ length: Math.max(Number(values.rows), kept.length, 1) }, (_, at) => kept[at] ?? nobody)
  const set = (at: number, change: Partial<Recipient>) =>
    draft.set({ recipients: JSON.stringify(rows.map((row, place) => (place === at ? { ...row, ...change } : row))) })
  const choices = [
    { value: '', label: w.noUnit },
    ...(units?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ]
  const labels: Record<string, string> = { office: w.office, instruction: w.instruction, dueOn: w.dueOn }
  const fields = {
    ...Object.fromEntries(Object.entries(labels).map(([path, label]) => [path, { id: `dispose-${path}`, label }])),
    ...Object.fromEntries(rows.map((_, at) => [`recipients.${at}`, { id: `dispose-unit-${at}`, label: w.to }])),
  } as Record<string, { id: string; label: string }>
  const { failure, busy } = disposing
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const errorOf = (id: string) => errors.find(({ field }) => field === id)?.fault
  const text = (path: 'office' | 'instruction' | 'dueOn') => ({
    id: `dispose-${path}`,
    label: labels[path],
    error: errorOf(`dispose-${path}`),
    value: values[path],
    onChange: (event: { currentTarget: { value: string } }) => draft.set({ [path]: event.currentTarget.value }),
  })
  const send = () => {
    const recipients = rows
      .filter((row, at) => at === 0 || row.unit !== '' || row.person.trim() !== '' || (row.member ?? '') !== '')
      .map(({ unit, member = '', person }) => ({
        ...(unit !== '' && { unit }),
        ...(member !== '' && { member }),
        ...(person.trim() !== '' && { person }),
      }))
    const { office, instruction, dueOn } = values
    const rev = failure?.code === 'stale' ? mail.rev : draft.rev
    void disposing.send({ id: mail.id, rev, office, instruction, recipients, ...(dueOn !== '' && { dueOn }), ...(sure.length > 0 && { sure }) }) // prettier-ignore
  }
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ErrorSummary title={words[language].form.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{words[language].form.restored}</p>}
      <TextField {...text('office')} hint={w.officeHint} maxLength={200} />
      <LongTextField {...text('instruction')} rows={2} maxLength={500} />
      <TextField {...text('dueOn')} short type="date" />
      <DayBeside day={values.dueOn} abroad />
      {rows.map((row, at) => (
        <Fragment key={at}>
          <SelectField
            id={`dispose-unit-${at}`}
            label={w.unit({ n: String(at + 1) })}
            error={errorOf(`dispose-unit-${at}`)}
            value={row.unit}
            choices={choices}
            onChange={(event) => set(at, { unit: event.currentTarget.value })}
          />
          <SelectField
            id={`dispose-member-${at}`}
            label={w.member({ n: String(at + 1) })}
            hint={w.memberHint}
            value={row.member ?? ''}
            choices={[
              { value: '', label: w.noUnit },
              ...people.map(({ id, name, unit }) => ({
                value: id,
                label: unit === undefined ? name : `${name} · ${unit.name}`,
              })),
            ]}
            onChange={(event) => {
              const member = event.currentTarget.value
              const unit = people.find(({ id }) => id === member)?.unit?.id
              set(at, { member, ...(unit !== undefined && { unit }) })
            }}
          />
          <TextField
            id={`dispose-person-${at}`}
            label={w.person({ n: String(at + 1) })}
            maxLength={200}
            value={row.person}
            onChange={(event) => set(at, { person: event.currentTarget.value })}
          />
        </Fragment>
      ))}
      {rows.length < most && (
        <p>
          <button type="button" className="btn sm" onClick={() => draft.set({ rows: String(rows.length + 1) })}>
            {w.more}
          </button>
        </p>
      )}
      <Doubts details={failure?.details} labels={labels} sure={sure} onSure={setSure} />
      <FailureNotice acting={disposing} />
      {failure?.code === 'stale' && (
        <p className="st-wait" role="alert">
          {failure.message}
        </p>
      )}
      <SaveButton label={w.save} busy={busy} />
    </form>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { Doubts, doubtsOf } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { PartialDateField } from '../../../ui/controls/partial-date-field.tsx'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { keepFile } from '../../files/contract.ts'
import { listUnits } from '../../reference/contract.ts'
import { addApplied, mendApplied } from '../contract.ts'
import { appliedFault } from '../model.ts'
import { conflictRows, namesById } from './conflict-rows.ts'
import { readFile, writeFile } from './file-in-draft.ts'
import { words } from './messages/words.gen.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import type { AppliedView, ExchangeView } from './view.ts'

export const appliedKey = (id: string) => `pertukaran/${id}/penerapan`

export type AppliedFormProps = {
  exchange: ExchangeView
  /** The line that is mended; without one a new line is recorded. */
  line?: AppliedView
  onClose: () => void
}

/** What was applied, where, since when, by whom, and the evidence. */
export function AppliedForm({ exchange, line, onClose }: AppliedFormProps) {
  const { language, on } = useVisitor()
  const { use: w, cancel, save, fix } = words[language]
  const saved = useSaved()
  const units = useQuery(queryOf(listUnits, {})).data?.rows ?? []
  const [sure, setSure] = useState<string[]>([])
  const key = line === undefined ? appliedKey(exchange.id) : `penerapan/${line.id}`
  const base = {
    what: line?.what ?? '',
    appliedOn: line?.appliedOn ?? on,
    place: line?.place ?? '',
    unit: line?.unit?.id ?? '',
    file: writeFile(line?.evidence),
  }
  const draft = useDraft(key, { base, rev: line?.rev ?? 0 })
  const { values } = draft
  const file = readFile(values.file)
  const close = () => {
    draft.clear()
    onClose()
  }
  const done = (text: string) => async (_: unknown, act: string) => {
    close()
    await saved(text, act)
  }
  const adding = useAct(addApplied, { key, done: done(w.saved) })
  const mending = useAct(mendApplied, { key, done: done(w.mended) })
  const acting = line === undefined ? adding : mending
  const { failure } = acting
  const details = failure?.code === 'invalid' ? failure.details : undefined
  const idOf = (name: string) => `${name}-${line?.id ?? 'new'}`
  const labels = { what: w.what, appliedOn: w.on, place: w.place, unit: w.unit }
  const fields = Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { id: idOf(name), label }]))
  const errors = formErrors(details ?? {}, { language, fields })
  const errorOf = (name: string) => errors.find(({ field }) => field === idOf(name))?.fault
  const isAsked = doubtsOf(details).includes('appliedOn')
  const typed = dateTyped(values.appliedOn)
  // The rule of the server, asked with the same words.
  const fault =
    details !== undefined && typed !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(typed)
      ? appliedFault(typed, { fromOn: exchange.fromOn, on })
      : undefined
  const dayError = isAsked ? w.doubtOn : fault === 'wrong' ? w.later : errorOf('appliedOn')
  const stale = useStale(mending.failure)
  const send = async (rev: number) => {
    const said = {
      what: values.what,
      appliedOn: typed ?? '',
      place: values.place.trim() === '' ? null : values.place,
      unit: values.unit === '' ? null : values.unit,
      evidence: file?.id ?? null,
      ...(values.what !== base.what && { whatLang: language }),
      ...(sure.length > 0 && { sure }),
    }
    if (line === undefined) return await adding.send({ id: exchange.id, ...said })
    await mending.send({ id: line.id, rev, ...said })
  }
  if (stale !== undefined && line !== undefined) {
    const mine = { ...values, appliedOn: typed, evidence: file?.id ?? '' }
    const evidence = namesById([file, line.evidence].flatMap((one) => one ?? []))
    const rows = conflictRows(stale, { language, mine, named: { unit: namesById(units), evidence } })
    return <Conflict rows={rows} busy={mending.busy} onMine={() => void send(line.rev)} onTheirs={close} />
  }
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(draft.rev)
      }}
    >
      <ErrorSummary title={fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{words[language].restored}</p>}
      <LongTextField
        id={idOf('what')}
        label={w.what}
        error={errorOf('what')}
        maxLength={2000}
        value={values.what}
        onChange={(event) => draft.set({ what: event.currentTarget.value })}
      />
      <PartialDateField
        id={idOf('appliedOn')}
        label={w.on}
        error={dayError}
        value={values.appliedOn}
        onChange={(appliedOn) => {
          draft.set({ appliedOn })
          if (sure.length > 0) setSure([])
        }}
      />
      <TextField
        id={idOf('place')}
        label={w.place}
        error={errorOf('place')}
        maxLength={200}
        value={values.place}
        onChange={(event) => draft.set({ place: event.currentTarget.value })}
      />
      <SelectField
        id={idOf('unit')}
        label={w.unit}
        value={values.unit}
        choices={[
          { value: '', label: words[language].form.unitNone },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => draft.set({ unit: event.currentTarget.value })}
      />
      <FileDrop
        id={idOf('evidence')}
        label={w.evidence}
        keep={keepFile}
        file={file}
        onFile={(kept) => draft.set({ file: writeFile(kept) })}
        bare
      />
      <Doubts details={details} labels={{ appliedOn: w.on }} sure={sure} onSure={setSure} />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={save} busy={acting.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {cancel}
        </button>
      </div>
    </form>
  )
}

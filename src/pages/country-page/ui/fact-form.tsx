import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { languages, ownNames } from '../../../shared/languages.ts'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { addCountryFact, mendCountryFact } from '../../../slices/partners/contract.ts'
import { countryFactKinds } from '../../../slices/partners/model.ts'
import { SourcePicker } from '../../../slices/sources/ui/source-picker.tsx'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { PartialDateField } from '../../../ui/controls/partial-date-field.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { words as pageWords } from '../messages/words.gen.ts'
import { FactConflict } from './fact-conflict.tsx'
import { kindOf, statedIn, unitsOf, valuesOf, type CountryFactView, type FactValues } from './fact-values.ts'
import { words } from './messages/words.gen.ts'

export type FactFormProps = { country: string; fact?: CountryFactView; onClose: () => void }

/** A statement about a country: what it is about, how many or in which words, on which day, and where it is from. */
export function FactForm({ country, fact, onClose }: FactFormProps) {
  const { language } = useVisitor()
  const w = words[language].form
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [source, setSource] = useState<{ id: string; label: string }>()
  const [sure, setSure] = useState<string[]>([])
  const id = fact?.id ?? country
  const draft = useDraft(`negara/${id}`, { base: valuesOf(fact, { language }), rev: fact?.rev ?? 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const done = async (_: unknown, act: string) => {
    close()
    sayDone(w.saved, act)
    await queries.invalidateQueries()
  }
  const adding = useAct(addCountryFact, { key: `negara/${id}`, done })
  const mending = useAct(mendCountryFact, { key: `negara/${id}`, done })
  const acting = fact === undefined ? adding : mending
  const save = async (rev: number) => {
    const backed = {
      ...(source !== undefined && { source: source.id }),
      ...(values.note.trim() !== '' && { note: values.note }),
      ...(sure.length > 0 && { sure }),
    }
    if (fact === undefined) await adding.send({ country, kind: kindOf(values), ...statedIn(values), ...backed })
    else await mending.send({ id: fact.id, rev, ...statedIn(values), ...backed })
  }
  const { failure, busy } = acting
  if (failure?.code === 'stale' && fact !== undefined) {
    const changes = failure.details.changes ?? []
    const rest = { changes, busy, mine: values, onMine: () => void save(fact.rev), onTheirs: close }
    return <FactConflict {...rest} />
  }
  const labels = { kind: w.kind, number: w.number, unit: w.unit, words: w.words, wordsLang: w.wordsLang, occurredOn: w.day, source: w.source, note: w.note } // prettier-ignore
  const fields = Object.fromEntries(
    Object.entries(labels).map(([name, label]) => [name, { id: `${name}-${id}`, label }]),
  )
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const line = (name: keyof typeof labels & keyof FactValues) => ({
    id: `${name}-${id}`,
    label: labels[name],
    error: errors.find(({ field }) => field === `${name}-${id}`)?.fault,
    value: values[name],
  })
  const typed = (name: keyof FactValues) => (event: { currentTarget: { value: string } }) =>
    draft.set({ [name]: event.currentTarget.value } as Partial<FactValues>)
  const units = unitsOf(values)
  const { kind, unitName } = pageWords[language]
  return (
    <form
      className="form lined"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev)
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      {fact === undefined && (
        <SelectField
          {...line('kind')}
          choices={countryFactKinds.map((value) => ({ value, label: kind[value] }))}
          onChange={(event) => draft.set({ kind: event.currentTarget.value, unit: '' })}
        />
      )}
      <TextField {...line('number')} hint={w.numberHint} inputMode="numeric" short onChange={typed('number')} />
      {values.number.trim() !== '' && (
        <>
          <SelectField
            {...line('unit')}
            value={values.unit === '' && units.length === 1 ? units[0] : values.unit}
            short
            choices={[
              ...(units.length === 1 ? [] : [{ value: '', label: w.chooseUnit }]),
              ...units.map((value) => ({ value, label: unitName[value] })),
            ]}
            onChange={typed('unit')}
          />
          <label className="pick">
            <input
              type="checkbox"
              checked={values.moreThan === '1'}
              onChange={(event) => draft.set({ moreThan: event.currentTarget.checked ? '1' : '' })}
            />{' '}
            {w.moreThan}
          </label>
        </>
      )}
      <LongTextField {...line('words')} hint={w.wordsHint} maxLength={2000} onChange={typed('words')} />
      {values.words.trim() !== '' && (
        <SelectField
          {...line('wordsLang')}
          short
          choices={languages.map((value) => ({ value, label: ownNames[value] }))}
          onChange={typed('wordsLang')}
        />
      )}
      <PartialDateField {...line('occurredOn')} hint={w.dayHint} onChange={(day) => draft.set({ occurredOn: day })} />
      <SourcePicker
        id={`source-${id}`}
        label={w.source}
        hint={w.sourceHint}
        error={errors.find(({ field }) => field === `source-${id}`)?.fault}
        picked={source}
        onPick={setSource}
      />
      <TextField {...line('note')} hint={w.noteHint} maxLength={2000} onChange={typed('note')} />
      <Doubts details={failure?.details} labels={labels} why={{ occurredOn: w.ahead }} sure={sure} onSure={setSure} />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={w.save} busy={busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

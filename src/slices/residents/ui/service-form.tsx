import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { words as sharedWords } from '../../../shared/messages/words.gen.ts'
import { languages, ownNames, type Language } from '../../../shared/languages.ts'
import { useAct, type Acting } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft, type Draft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { listUnits } from '../../reference/contract.ts'
import { addService, mendService } from '../contract.ts'
import { words as partWords } from '../messages/words.gen.ts'
import { RelationsField } from '../../relations/ui/relations-field.tsx'
import {
  inputOf,
  pickedOf,
  textKey,
  valuesOf,
  type Part,
  type ServiceValues,
  type ServiceView,
} from './service-values.ts'
import { words } from './messages/words.gen.ts'

/** Enters a service; its page is where sessions are added. */
export function AddService({ onClose }: { onClose: () => void }) {
  const { language } = useVisitor()
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const go = useNavigate()
  const draft = useDraft('residents/service', { base: valuesOf(language), rev: 0 })
  const acting = useAct(addService, {
    key: 'service',
    async done({ slug }, act) {
      draft.clear()
      sayDone(words[language].saved, act)
      await queries.invalidateQueries()
      await go(`/program/layanan/${slug}`)
    },
  })
  return <ServiceForm id="layanan" draft={draft} acting={acting} onSend={() => void acting.send(inputOf(draft.values))} onClose={onClose} /> // prettier-ignore
}

/** Changes a service. Over what somebody else changed meanwhile both stand side by side. */
export function MendService({ service, onClose }: { service: ServiceView; onClose: () => void }) {
  const { language } = useVisitor()
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const { id, rev } = service
  const draft = useDraft(`residents/service/${id}`, { base: valuesOf(language, service), rev })
  const acting = useAct(mendService, {
    key: id,
    async done(_, act) {
      draft.clear()
      sayDone(words[language].saved, act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  const send = (at: number) => void acting.send({ id, rev: at, ...inputOf(draft.values) })
  const { failure } = acting
  if (failure?.code === 'stale') {
    return (
      <Conflict
        busy={acting.busy}
        rows={(failure.details.changes ?? []).map(({ field, now, by, at }) => ({
          label: labelOf(language, field),
          mine: mineOf(draft.values, field),
          theirs: shown(now),
          by,
          at: writeInstant(at, language),
        }))}
        onMine={() => send(rev)}
        onTheirs={() => {
          draft.clear()
          acting.dismiss()
          void queries.invalidateQueries().then(onClose)
        }}
      />
    )
  }
  return (
    <ServiceForm id={`layanan-${id}`} draft={draft} acting={acting} onSend={() => send(draft.rev)} onClose={onClose} />
  )
}

const columns: Record<string, string> = {
  place: 'place',
  minimum: 'minimum',
  household_most: 'householdMost',
  group_most: 'groupMost',
  opens_at: 'opensOn',
  closes_at: 'closesOn',
  purge_on: 'purgeOn',
}

const labels = ['place', 'minimum', 'householdMost', 'groupMost', 'opensOn', 'closesOn', 'purgeOn'] as const

function labelOf(language: Language, column: string): string {
  const name = labels.find((one) => one === columns[column])
  return name === undefined ? words[language].services : words[language].form[name]
}

function mineOf(values: ServiceValues, column: string): string {
  const name = columns[column]
  return name === undefined ? Object.values(inputOf(values).texts).map((text) => text.title).join(' · ') : (values[name] ?? '') // prettier-ignore
}

const shown = (now: unknown): string => {
  if (typeof now === 'string' || typeof now === 'number') return String(now)
  if (typeof now !== 'object' || now === null) return ''
  return Object.values(now as Record<string, { title?: string }>)
    .map((text) => text.title ?? '')
    .join(' · ')
}

type FormProps = {
  id: string
  draft: Draft<ServiceValues>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  onSend: () => void
  onClose: () => void
}

function ServiceForm({ id, draft, acting, onSend, onClose }: FormProps) {
  const { language, role } = useVisitor()
  const { form: w, ...all } = words[language]
  const { data: units } = useQuery({ ...queryOf(listUnits, {}), enabled: role !== 'opd' })
  const { values, set } = draft
  const { failure } = acting
  const titled = { id: `${id}-${textKey('title', 'id')}`, label: w.titleOf({ language: ownNames.id }) }
  const fields = {
    texts: titled,
    ...Object.fromEntries(labels.map((name) => [name, { id: `${id}-${name}`, label: w[name] }])),
  }
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const errorOf = (control: string) => errors.find(({ field }) => field === control)?.fault
  const line = (name: (typeof labels)[number], more: { type?: string; inputMode?: 'numeric'; hint?: string } = {}) => (
    <TextField
      id={`${id}-${name}`}
      label={w[name]}
      error={errorOf(`${id}-${name}`)}
      short={name !== 'place'}
      maxLength={name === 'place' ? 200 : 10}
      value={values[name] ?? ''}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      {...more}
    />
  )
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {draft.restored && <p className="note">{w.restored}</p>}
      <ErrorSummary title={w.notSaved} errors={errors} />
      <Texts language="id" id={id} values={values} set={set} errorOf={errorOf} />
      {languages
        .filter((one) => one !== 'id')
        .map((one) => (
          <details key={one} open={values[textKey('title', one)] !== ''}>
            <summary>{w.textIn({ language: ownNames[one] })}</summary>
            <Texts language={one} id={id} values={values} set={set} errorOf={errorOf} />
          </details>
        ))}
      {line('place')}
      <fieldset className="f plain">
        <legend>{w.spoken}</legend>
        {languages.map((one) => {
          const chosen = (values['spoken'] ?? '').split(' ').filter((each) => each !== '')
          return (
            <label className="pick" key={one}>
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                onChange={() => set({ spoken: (chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]).join(' ') })} // prettier-ignore
              />
              {partWords[language].spoken[one]}
            </label>
          )
        })}
      </fieldset>
      {line('householdMost', { inputMode: 'numeric' })}
      {line('groupMost', { inputMode: 'numeric', hint: w.groupHint })}
      {line('minimum', { inputMode: 'numeric' })}
      <h3>{w.window}</h3>
      {line('opensOn', { type: 'date' })}
      {line('closesOn', { type: 'date' })}
      {line('purgeOn', { type: 'date', hint: w.purgeHint })}
      {role !== 'opd' && (
        <SelectField
          id={`${id}-unit`}
          label={w.unit}
          value={values['unit'] ?? ''}
          choices={[
            { value: '', label: w.noUnit },
            ...(units?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
          ]}
          onChange={(event) => set({ unit: event.currentTarget.value })}
        />
      )}
      <RelationsField
        id={`${id}-relations`}
        label={all.service.relations}
        hint={w.relationHint}
        picked={pickedOf(values)}
        onPick={(picked) => set({ relations: JSON.stringify(picked) })}
      />
      <p className="key">{w.noNik}</p>
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={all.save} busy={acting.busy} />
        <button type="button" className="btn" onClick={onClose}>
          {all.close}
        </button>
      </div>
    </form>
  )
}

type TextsProps = {
  language: Language
  id: string
  values: ServiceValues
  set: (change: ServiceValues) => void
  errorOf: (control: string) => string | undefined
}

function Texts({ language: of, id, values, set, errorOf }: TextsProps) {
  const { language } = useVisitor()
  const { form: w } = words[language]
  const to = (part: Part, label: string) => {
    const name = textKey(part, of)
    return {
      id: `${id}-${name}`,
      label,
      lang: of,
      error: errorOf(`${id}-${name}`),
      value: values[name] ?? '',
    }
  }
  const own = { language: ownNames[of] }
  return (
    <>
      <TextField
        {...to('title', w.titleOf(own))}
        maxLength={200}
        onChange={(event) => set({ [textKey('title', of)]: event.currentTarget.value })}
      />
      <LongTextField
        {...to('about', w.aboutOf(own))}
        maxLength={4000}
        onChange={(event) => set({ [textKey('about', of)]: event.currentTarget.value })}
      />
      <TextField
        {...to('whoMay', w.whoOf(own))}
        maxLength={1000}
        onChange={(event) => set({ [textKey('whoMay', of)]: event.currentTarget.value })}
      />
    </>
  )
}

/** A day, or that it is not told. */
export const dayOr = (day: string | undefined, language: Language): string =>
  day === undefined ? sharedWords[language].notTold : formatDate(day, language)

import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { Doubts, doubtsOf } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { RelationField } from '../../relations/ui/relation-field.tsx'
import { LongTextField, SelectField, TextField, type Choice } from '../../../ui/marks/field.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export interface FormLine {
  /** Its name in the contract. */
  name: string
  label: string
  hint?: string
  /** `relation`: what is typed under its name, the cooperation it names under the name with `Id`. */
  kind?: 'long' | 'number' | 'day' | 'check' | 'relation'
  choices?: readonly Choice[]
  /** The column of the record, where somebody else may have written it meanwhile. */
  column?: string
}

export type Values = Record<string, string>

export type ActFormProps<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType> = {
  id: string
  endpoint: Endpoint<Input, Output, 'POST'>
  lines: readonly FormLine[]
  base: Values
  /** The revision that stands; 0 of what is new. */
  rev: number
  input: (values: Values, at: { rev: number; base: Values }) => Omit<z.input<Input>, 'act'>
  save: string
  said: string
  onClose: () => void
  onDone?: (answer: z.output<Output>) => void
  /** What exactly is doubted, by its path. */
  why?: Record<string, string>
  children?: ReactNode
}

/** The address under which the draft of a form is kept. */
export const draftOf = (id: string): string => `tjsl/${id}`

/** A short form: what was typed survives a reload, a doubt is asked, and whoever was faster is shown. */
export function ActForm<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType>(
  props: ActFormProps<Input, Output>,
) {
  const { id, endpoint, lines, base, rev, input, save, said, onClose, onDone, why, children } = props
  const language = useLanguage()
  const { form: w } = words[language]
  const saved = useSaved()
  const [sure, setSure] = useState<string[]>([])
  const draft = useDraft(draftOf(id), { base, rev })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const acting = useAct(endpoint, {
    key: id,
    async done(answer, act) {
      close()
      await saved(said, act)
      // Only now has the page let go of the draft: leaving it earlier would ask about what is saved.
      onDone?.(answer)
    },
  })
  const { failure } = acting
  const stale = useStale(failure)
  const send = async (at: number) =>
    await acting.send({ ...input(values, { rev: at, base: draft.base }), ...(sure.length > 0 && { sure }) })
  const changes = stale ?? []
  if (changes.length > 0 && rev > 0) {
    const rows = changes.map(({ field, now, by, at }) => {
      const line = lines.find(({ column, name }) => (column ?? name) === field)
      const mine = line && values[line.name]
      return {
        label: line?.label ?? w.other,
        ...(mine !== undefined && { mine }),
        theirs: typeof now === 'string' || typeof now === 'number' ? String(now) : '',
        by,
        at: writeInstant(at, language),
      }
    })
    return <Conflict rows={rows} busy={acting.busy} onMine={() => void send(rev)} onTheirs={close} />
  }
  const details = failure?.code === 'invalid' ? failure.details : undefined
  const fields = Object.fromEntries(
    lines.flatMap(({ name, label, kind }) => {
      const control = { id: `${id}-${name}`, label }
      return kind === 'relation'
        ? [
            [name, control],
            [`${name}.0`, control],
          ]
        : [[name, control]]
    }),
  )
  const errors = formErrors(details ?? {}, { language, fields })
  const labels = Object.fromEntries(lines.map(({ name, label }) => [name, label]))
  const asked = [...new Set([...doubtsOf(details), ...sure])]
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(draft.rev)
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      {stale !== undefined && <p role="alert">{failure?.message}</p>}
      {children}
      {lines.map((line) => (
        <Line
          key={line.name}
          line={line}
          id={`${id}-${line.name}`}
          error={errors.find(({ field }) => field === `${id}-${line.name}`)?.fault}
          value={values[line.name] ?? ''}
          onValue={(value, relation) => {
            draft.set({ [line.name]: value, ...(line.kind === 'relation' && { [`${line.name}Id`]: relation ?? '' }) })
            setSure([])
          }}
        />
      ))}
      <Doubts
        details={details}
        labels={labels}
        why={Object.fromEntries(asked.flatMap((path) => (why?.[path] === undefined ? [] : [[path, why[path]]])))}
        sure={sure}
        onSure={setSure}
      />
      {stale === undefined && <FailureNotice acting={acting} />}
      <div className="acts">
        <SaveButton label={save} busy={acting.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

interface LineProps {
  line: FormLine
  id: string
  error: string | undefined
  value: string
  onValue: (value: string, relation?: string) => void
}

function Line({ line: { label, hint, kind, choices }, id, error, value, onValue }: LineProps) {
  const to = { id, label, error, ...(hint !== undefined && { hint }) }
  const onChange = (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value)
  if (choices !== undefined) return <SelectField {...to} choices={choices} value={value} onChange={onChange} />
  if (kind === 'relation') {
    return <RelationField {...to} text={value} onWho={({ text, relation }) => onValue(text, relation)} />
  }
  if (kind === 'long') return <LongTextField {...to} value={value} onChange={onChange} />
  if (kind === 'day') return <DayField {...to} value={value} onDay={onValue} />
  if (kind === 'check') {
    return (
      <label className="pick">
        <input
          id={id}
          type="checkbox"
          checked={value === '1'}
          onChange={(event) => onValue(event.currentTarget.checked ? '1' : '')}
        />{' '}
        {label}
      </label>
    )
  }
  return (
    <TextField
      {...to}
      value={value}
      onChange={onChange}
      autoComplete="off"
      maxLength={500}
      {...(kind === 'number' && { inputMode: 'numeric' as const, short: true })}
    />
  )
}

/** What of the values is said, trimmed; empty ones are left out. */
export function saidOf(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.flatMap((name) => (values[name]?.trim() ? [[name, values[name].trim()]] : [])))
}

/** What of the values is another than before; null empties one. */
export function changedOf(values: Values, base: Values, names: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const [now, was] = [values[name]?.trim() ?? '', base[name]?.trim() ?? '']
      return now === was ? [] : [[name, now === '' ? null : now]]
    }),
  )
}

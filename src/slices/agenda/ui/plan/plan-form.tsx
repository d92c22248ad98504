import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../../shared/endpoint.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { Conflict } from '../../../../ui/controls/conflict.tsx'
import { Doubts, doubtsOf } from '../../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../../ui/controls/written.ts'
import { useStale } from '../../../../ui/controls/use-stale.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import { SelectField, TextField, type Choice } from '../../../../ui/marks/field.tsx'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'
import './agenda.css'

export interface FormLine {
  /** Its name in the contract. */
  name: string
  label: string
  hint?: string
  type?: 'time' | 'date'
  numeric?: boolean
  short?: boolean
  choices?: readonly Choice[]
  /** The column of the record, where somebody else may have written it meanwhile. */
  column?: string
}

type Values = Record<string, string>

export type PlanFormProps<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType> = {
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
  /** After it was saved; without it the page is read again. */
  onDone?: (answer: z.output<Output>, act: string) => Promise<void>
  /** What is said of a value that is asked again, by its path. */
  why?: (path: string, values: Values) => string | undefined
  children?: (values: Values) => ReactNode
}

/** A short form of the plan: what was typed survives a reload, a doubt is asked, and whoever was faster is shown. */
export function PlanForm<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType>(
  props: PlanFormProps<Input, Output>,
) {
  const { id, endpoint, lines, base, rev, input, save, said, onClose, onDone, why, children } = props
  const language = useLanguage()
  const w = words[language]
  const saved = useSaved()
  const [sure, setSure] = useState<string[]>([])
  const first = useFocusOnMount<HTMLDivElement>(true)
  const draft = useDraft(`rencana/${id}`, { base, rev })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const acting = useAct(endpoint, {
    key: id,
    async done(answer, act) {
      close()
      if (onDone === undefined) await saved(said, act)
      else await onDone(answer, act)
    },
  })
  const { failure } = acting
  const stale = useStale(failure)
  const send = async (at: number) =>
    await acting.send({
      ...input(values, { rev: at, base: draft.base }),
      ...(sure.length > 0 && { sure }),
    })
  const changes = stale ?? []
  if (changes.length > 0 && rev > 0) {
    const rows = changes.map(({ field, now, by, at }) => {
      const line = lines.find(({ column, name }) => (column ?? name) === field)
      const mine = line === undefined ? undefined : values[line.name]
      return {
        label: line?.label ?? field,
        ...(mine !== undefined && { mine }),
        theirs: typeof now === 'string' || typeof now === 'number' ? String(now) : '',
        by,
        at: writeInstant(at, language),
      }
    })
    return <Conflict rows={rows} busy={acting.busy} onMine={() => void send(rev)} onTheirs={close} />
  }
  const details = failure?.code === 'invalid' ? failure.details : undefined
  const fields = Object.fromEntries(lines.map(({ name, label }) => [name, { id: `${id}-${name}`, label }]))
  const errors = formErrors(details ?? {}, { language, fields })
  const doubted = doubtsOf(details)
  const reasons = [...new Set([...doubted, ...sure])].flatMap((path) => {
    const text = why?.(path, values)
    return text === undefined ? [] : [[path, text] as const]
  })
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(draft.rev)
      }}
    >
      <div className="plan-head" ref={first} tabIndex={-1}>
        <ErrorSummary title={w.fix} errors={errors} />
        {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
        {stale !== undefined && <p role="alert">{failure?.message}</p>}
        {children?.(values)}
      </div>
      {lines.map(({ name, label, hint, type, numeric, short, choices }) => {
        const to = {
          id: `${id}-${name}`,
          label,
          ...(hint !== undefined && { hint }),
          error: errors.find(({ field }) => field === `${id}-${name}`)?.fault,
          value: values[name] ?? '',
          short: short ?? (type !== undefined || numeric === true),
          onChange: (event: { currentTarget: { value: string } }) => {
            draft.set({ [name]: event.currentTarget.value })
            setSure([])
          },
        }
        if (choices !== undefined) return <SelectField key={name} {...to} choices={choices} />
        return (
          <TextField
            key={name}
            {...to}
            {...(type !== undefined && { type })}
            {...(numeric === true && { inputMode: 'numeric' as const })}
            maxLength={500}
            autoComplete="off"
          />
        )
      })}
      <Doubts
        details={details}
        labels={Object.fromEntries(lines.map(({ name, label }) => [name, label]))}
        why={Object.fromEntries(reasons)}
        sure={sure}
        onSure={setSure}
      />
      {stale === undefined && <FailureNotice acting={acting} />}
      <div className="acts">
        <SaveButton label={save} busy={acting.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {w.cancelForm}
        </button>
      </div>
    </form>
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

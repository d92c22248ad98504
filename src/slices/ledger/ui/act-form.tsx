import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { Doubts, doubtsOf } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { FormLineField, type FormLine } from './form-line.tsx'
import { useSaved } from './use-saved.ts'
import { words } from './messages/words.gen.ts'

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
  /** Once the page has let go of the draft: leaving it earlier would ask about what is saved. */
  onDone?: (answer: z.output<Output>) => Promise<void> | void
  /** What exactly is doubted, by its path. */
  why?: (values: Values) => Record<string, string>
  /** What stands above the lines. */
  children?: (values: Values) => ReactNode
}

/** The address under which the draft of a form is kept. */
export const draftOf = (id: string): string => `isian/${id}`

/** A short form: what was typed survives a reload, a doubt is asked, and whoever was faster is shown. */
export function ActForm<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType>(
  props: ActFormProps<Input, Output>,
) {
  const { id, endpoint, lines, base, rev, input, save, said, onClose, onDone, why, children } = props
  const language = useLanguage()
  const { form: w } = words[language]
  const saved = useSaved()
  const [sure, setSure] = useState<string[]>([])
  const head = useFocusOnMount<HTMLDivElement>(true)
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
      await onDone?.(answer)
    },
  })
  const { failure } = acting
  const stale = useStale(failure)
  const send = async (at: number) =>
    await acting.send({ ...input(values, { rev: at, base: draft.base }), ...(sure.length > 0 && { sure }) })
  if (stale !== undefined && stale.length > 0 && rev > 0) {
    const rows = stale.map(({ field, now, by, at }) => {
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
    lines.flatMap(({ name, path = name, label }) => {
      const control = { id: `${id}-${name}`, label }
      return [
        [name, control],
        [path, control],
      ]
    }),
  )
  const errors = formErrors(details ?? {}, { language, fields })
  const asked = [...new Set([...doubtsOf(details), ...sure])]
  const reasons = Object.entries(why?.(values) ?? {}).filter(([path]) => asked.includes(path))
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(draft.rev)
      }}
    >
      <div className="form-head" ref={head} tabIndex={-1}>
        <ErrorSummary title={w.fix} errors={errors} />
        {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
        {stale !== undefined && <p role="alert">{failure?.message}</p>}
        {children?.(values)}
      </div>
      {lines.map((line) => (
        <FormLineField
          key={line.name}
          line={line}
          id={`${id}-${line.name}`}
          error={errors.find(({ field }) => field === `${id}-${line.name}`)?.fault}
          values={values}
          onSet={(change) => {
            draft.set(change)
            setSure([])
          }}
        />
      ))}
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
          {w.cancel}
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

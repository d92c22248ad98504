import type { ReactNode } from 'react'
import type { Acting } from '../../../ui/controls/act.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors, type FieldError } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import type { Draft, DraftValues } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { SelectField, TextField, type Choice } from '../../../ui/marks/field.tsx'
import { words } from './messages/words.gen.ts'

export type SmallFormProps<Values extends DraftValues> = {
  /** Distinguishes the controls of several forms on one page. */
  id: string
  draft: Draft<Values>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  label: string
  /** What each value is called, by its name in the contract. */
  labels: Partial<Record<keyof Values & string, string>> & Record<string, string>
  onSave: () => void
  onCancel: () => void
  children: (field: SmallField<Values>) => ReactNode
}

export interface SmallField<Values extends DraftValues> {
  text(name: keyof Values & string, more?: { hint?: string; short?: boolean }): ReactNode
  /** A day as far as it is known, in one line. */
  day(name: keyof Values & string, more?: { hint?: string }): ReactNode
  choice(name: keyof Values & string, choices: readonly Choice[]): ReactNode
  errorOf(name: string): string | undefined
}

/** A few lines of text over a draft, with their faults: what the parts of a partner's page are entered with. */
export function SmallForm<Values extends DraftValues>(props: SmallFormProps<Values>) {
  const { id, draft, acting, label, labels, onSave, onCancel, children } = props
  const language = useLanguage()
  const w = words[language].form
  const { failure } = acting
  const fields = Object.fromEntries(
    Object.entries(labels).map(([name, said]) => [name, { id: `${name}-${id}`, label: said }]),
  )
  const errors: FieldError[] = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const errorOf = (name: string) => errors.find(({ field }) => field === `${name}-${id}`)?.fault
  const control = (name: keyof Values & string) => ({
    id: `${name}-${id}`,
    label: labels[name] ?? '',
    error: errorOf(name),
    value: draft.values[name] ?? '',
  })
  const set = (name: string, text: string) => draft.set({ [name]: text } as Partial<Values>)
  return (
    <form
      className="form lined"
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      {children({
        day: (name, more = {}) => <DayField {...control(name)} {...more} onDay={(day) => set(name, day)} />,
        text: (name, more = {}) => (
          <TextField {...control(name)} {...more} onChange={(event) => set(name, event.currentTarget.value)} />
        ),
        choice: (name, choices) => (
          <SelectField
            {...control(name)}
            choices={choices}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ),
        errorOf,
      })}
      {failure?.code === 'stale' && <p role="alert">{failure.message}</p>}
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={label} busy={acting.busy} small />
        <button type="button" className="btn sm" onClick={onCancel}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

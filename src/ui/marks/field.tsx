import type { ComponentProps, ReactNode } from 'react'

type Labelled = {
  id: string
  label: ReactNode
  hint?: ReactNode
  /** Stays beside the field that it is about, with everything that was typed. */
  error?: string | undefined
}

/** What a control must carry so that a screen reader says its hint and its error. */
export type FieldLink = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

export type FieldProps = Labelled & { children: (link: FieldLink) => ReactNode }

/** Label, hint and error around any control; the control takes the link. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const hintId = hint === undefined ? undefined : `${id}-h`
  const errorId = error === undefined ? undefined : `${id}-e`
  const describedBy = [hintId, errorId].filter((part) => part !== undefined).join(' ')
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {hintId !== undefined && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      {errorId !== undefined && (
        <p className="err" id={errorId}>
          {error}
        </p>
      )}
      {children({
        id,
        ...(describedBy !== '' && { 'aria-describedby': describedBy }),
        ...(error !== undefined && { 'aria-invalid': true }),
      })}
    </div>
  )
}

type Short = { short?: boolean }

/** One line of text; the other attributes of an input pass through. */
export function TextField({ id, label, hint, error, short, ...input }: Labelled & Short & ComponentProps<'input'>) {
  return (
    <Field {...{ id, label, hint, error }}>
      {(link) => <input className={classOf(short)} type="text" {...input} {...link} />}
    </Field>
  )
}

/** Several lines of text. */
export function LongTextField({ id, label, hint, error, ...area }: Labelled & ComponentProps<'textarea'>) {
  return (
    <Field {...{ id, label, hint, error }}>{(link) => <textarea className="in" rows={3} {...area} {...link} />}</Field>
  )
}

export type Choice = { value: string; label: string }

/** One of a short list. */
export function SelectField({
  id,
  label,
  hint,
  error,
  short,
  choices,
  ...select
}: Labelled & Short & { choices: readonly Choice[] } & ComponentProps<'select'>) {
  return (
    <Field {...{ id, label, hint, error }}>
      {(link) => (
        <select className={classOf(short)} {...select} {...link}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function classOf(short: boolean | undefined): string {
  return short ? 'in short' : 'in'
}

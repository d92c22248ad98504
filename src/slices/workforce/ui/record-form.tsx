import type { ReactNode } from 'react'
import type { Acting } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { PartialDateField } from '../../../ui/controls/partial-date-field.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import type { Draft, DraftValues } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField, type Choice } from '../../../ui/marks/field.tsx'
import { keepFile } from '../../files/contract.ts'
import { RelationField } from '../../relations/ui/relation-field.tsx'
import type { Obstacle } from '../model.ts'
import { obstacleText, type CountObstacle } from '../embed.tsx'
import { words } from './messages/words.gen.ts'

/** One control of a form; its name is that of the value in the contract. */
export interface Control {
  as: 'line' | 'long' | 'number' | 'select' | 'day' | 'file' | 'relation' | 'partner'
  name: string
  label: string
  hint?: string | undefined
  choices?: readonly Choice[]
  /** Said beside the field before it is sent, by the rule that the server asks too. */
  warning?: string | undefined
}

export type RecordFormProps<Values extends DraftValues> = {
  id: string
  draft: Draft<Values>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  controls: readonly Control[]
  sure?: { paths: readonly string[]; why: Record<string, string>; set: (paths: string[]) => void }
  onSave: () => void
  onClose: () => void
  children?: ReactNode
}

/** A form of this part over a draft: its lines, what the server refused beside each, and why with where it is written. */
export function RecordForm<Values extends DraftValues>(props: RecordFormProps<Values>) {
  const { id, draft, acting, controls, sure, onSave, onClose, children } = props
  const language = useLanguage()
  const { form: w } = words[language]
  const { failure } = acting
  const fields = Object.fromEntries(controls.map(({ name, label }) => [name, { id: `${name}-${id}`, label }]))
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const set = (change: Record<string, string>) => draft.set(change as Partial<Values>)
  const draw = ({ as, name, label, hint, choices = [], warning }: Control) => {
    const error = errors.find(({ field }) => field === `${name}-${id}`)?.fault ?? warning
    const value = draft.values[name] ?? ''
    const line = { id: `${name}-${id}`, label, error, ...(hint !== undefined && { hint }) }
    const typed = (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value })
    switch (as) {
      case 'line':
        return <TextField key={name} {...line} value={value} maxLength={200} onChange={typed} />
      case 'number':
        return <TextField key={name} {...line} value={value} short inputMode="decimal" onChange={typed} />
      case 'long':
        return <LongTextField key={name} {...line} value={value} maxLength={2000} onChange={typed} />
      case 'select':
        return <SelectField key={name} {...line} value={value} choices={choices} onChange={typed} />
      case 'day':
        return <PartialDateField key={name} {...line} value={value} onChange={(day) => set({ [name]: day })} />
      case 'file': {
        const bytes = Number(draft.values[`${name}Bytes`] ?? 0)
        const file = value === '' ? undefined : { id: value, name: draft.values[`${name}Name`] ?? '', bytes }
        return (
          <FileDrop
            key={name}
            {...line}
            keep={keepFile}
            file={file}
            onFile={(kept) =>
              set({
                [name]: kept?.id ?? '',
                [`${name}Name`]: kept?.name ?? '',
                [`${name}Bytes`]: String(kept?.bytes ?? 0),
              })
            }
          />
        )
      }
      case 'relation':
      case 'partner':
        // Words that name none go as they are, so that they are refused beside the field.
        return (
          <RelationField
            key={name}
            {...line}
            hint={hint ?? w.choiceHint}
            of={as}
            text={draft.values[`${name}Name`] ?? ''}
            onWho={({ text, relation }) => set({ [name]: relation ?? text.trim(), [`${name}Name`]: text })}
          />
        )
    }
  }
  const obstacles = obstaclesIn(failure?.details)
  return (
    <form
      className="form lined"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {obstacles.map((obstacle) => (
        <div key={obstacle.what} className="refuse" role="alert">
          <p>{obstacleText(language, obstacle)}</p>
          {'sources' in obstacle &&
            obstacle.sources?.map(({ name, url }) => (
              <p key={url} className="s">
                <a href={url} rel="noopener" target="_blank">
                  {name}
                </a>
              </p>
            ))}
        </div>
      ))}
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      {controls.map(draw)}
      {children}
      {sure !== undefined && (
        <Doubts
          details={failure?.details}
          labels={Object.fromEntries(controls.map(({ name, label }) => [name, label]))}
          why={sure.why}
          sure={sure.paths}
          onSure={sure.set}
        />
      )}
      {failure?.code !== 'not_yet' && <FailureNotice acting={acting} />}
      <div className="acts">
        <SaveButton label={w.save} busy={acting.busy} small />
        <button
          type="button"
          className="btn sm"
          onClick={() => {
            draft.clear()
            onClose()
          }}
        >
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

type Told = Obstacle | CountObstacle

/** What stands against it, as the server said: in `missing` or in `by`. */
function obstaclesIn(details: { missing?: unknown[]; by?: unknown } | undefined): Told[] {
  return [...(details?.missing ?? []), details?.by].filter(
    (one): one is Told => typeof one === 'object' && one !== null && 'what' in one,
  )
}

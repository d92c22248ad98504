import type { ReactNode } from 'react'
import type { Acting } from '../../../ui/controls/act.ts'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { SelectField } from '../../../ui/marks/field.tsx'
import { words as relationWords } from '../messages/words.gen.ts'
import { standings } from '../model.ts'
import { FieldMapping } from './field-mapping.tsx'
import { type FieldValues, sectorChoices } from './field-text.ts'
import { words } from './messages/words.gen.ts'

export type FieldFormProps = {
  /** Distinguishes the controls of several forms on one page. */
  id: string
  draft: Draft<FieldValues>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  label: string
  /** Whether the first control takes the focus: the form was opened by a press. */
  isFocused?: boolean
  onSave: () => void
  onCancel?: () => void
  children?: ReactNode
}

/** Name and standing of a field, for a new one and for one that is mended. */
export function FieldForm({ id, draft, acting, label, isFocused = false, onSave, onCancel, children }: FieldFormProps) {
  const language = useLanguage()
  const w = words[language].fields
  const first = useFocusOnMount<HTMLInputElement>(isFocused)
  const [text, standing] = [`text-${id}`, `standing-${id}`]
  const name = { id: text, label: w.name }
  const fields = { name, sector: name, standing: { id: standing, label: w.standing } }
  const errors = acting.failure?.code === 'invalid' ? formErrors(acting.failure.details, { language, fields }) : []
  return (
    <form
      className="form lined"
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <ErrorSummary title={words[language].fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{words[language].restored}</p>}
      <ChoiceBox
        id={text}
        label={w.name}
        hint={w.nameHint}
        error={errors.find((error) => error.field === text)?.fault}
        ref={first}
        text={draft.values.text}
        choices={sectorChoices(language)}
        onText={(typed) => draft.set({ text: typed })}
      />
      <SelectField
        id={standing}
        label={w.standing}
        short
        value={draft.values.standing}
        choices={standings.map((value) => ({ value, label: relationWords[language].standing[value] }))}
        onChange={(event) => draft.set({ standing: event.currentTarget.value })}
      />
      <FieldMapping id={id} draft={draft} />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={label} busy={acting.busy} small quiet={onCancel === undefined} />
        {onCancel !== undefined && (
          <button type="button" className="btn sm" onClick={onCancel}>
            {words[language].cancel}
          </button>
        )}
        {children}
      </div>
    </form>
  )
}

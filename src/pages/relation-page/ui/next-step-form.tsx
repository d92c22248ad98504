import { useState } from 'react'
import type { z } from 'zod'
import { NextStepFields } from '../../../slices/followup/ui/next-step-fields.tsx'
import { blankStep, stepOf } from '../../../slices/followup/ui/next-step-values.ts'
import type { setNextStep } from '../../../slices/relations/contract.ts'
import type { Acting } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { faultWord } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

export type NextStepFormProps = {
  /** The step on screen that this one replaces. */
  instead: string | null
  setting: Acting<Omit<z.input<typeof setNextStep.input>, 'act'>>
  onCancel: () => void
}

export const nextStepDraft = (relation: string) => `next/${relation}`

/** Writes a next step of one's own: what, which body and who, until when. */
export function NextStepForm({ instead, setting, onCancel }: NextStepFormProps) {
  const { relation } = useRelationPage()
  const { language } = useVisitor()
  const w = words[language].next
  const draft = useDraft(nextStepDraft(relation.id), { base: { ...blankStep, choice: 'something' }, rev: 0 })
  const [sure, setSure] = useState<string[]>([])
  const details = setting.failure?.code === 'invalid' ? setting.failure.details : undefined
  const faultOf = (name: string) => details?.fields?.find(({ path }) => path === name)?.fault
  return (
    <form
      className="form gap"
      onSubmit={(event) => {
        event.preventDefault()
        const said = stepOf(draft.values)
        void setting.send({ id: relation.id, instead, ...said, ...(sure.length > 0 && { sure }) } as never)
      }}
    >
      <NextStepFields
        id="next"
        values={draft.values}
        onChange={draft.set}
        errorOf={(name) => {
          const fault = faultOf(name)
          return fault === undefined ? undefined : faultWord(language, fault)
        }}
      />
      <Doubts details={details} labels={{ dueOn: w.dueOn }} sure={sure} onSure={setSure} />
      <div className="acts">
        <SaveButton label={w.save} busy={setting.busy} small />
        <button
          type="button"
          className="btn sm"
          onClick={() => {
            draft.clear()
            onCancel()
          }}
        >
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

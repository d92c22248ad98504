import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { words as procedureWords } from '../../procedures/messages/words.gen.ts'
import { cooperationTypes } from '../../procedures/model.ts'
import { mendRelation } from '../contract.ts'
import { PartnerConsequence } from './partner-consequence.tsx'
import { RelationConflict } from './relation-conflict.tsx'
import { mendOf, type RelationValues } from './relation-values.ts'
import type { RelationView } from './view.ts'
import { words } from './messages/words.gen.ts'

export const relationDraftKey = (id: string) => `relation/${id}`

export type MendRelationProps = {
  relation: RelationView
  /** The field that takes the focus, where the form was opened by a press. */
  focus: 'purpose' | 'type' | undefined
  onClose: () => void
}

/** Purpose and type of a cooperation. Only what was changed is sent, so that two people may mend different values. */
export function MendRelation({ relation, focus, onClose }: MendRelationProps) {
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const first = useFocusOnMount<HTMLTextAreaElement>(focus === 'purpose')
  const type = useFocusOnMount<HTMLSelectElement>(focus === 'type')
  const base: RelationValues = { purpose: relation.purpose ?? '', cooperationType: relation.cooperationType ?? '' }
  const draft = useDraft(relationDraftKey(relation.id), { base, rev: relation.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendRelation, {
    key: relation.id,
    async done(_, act) {
      close()
      sayDone(w.relation.saved, act)
      await queries.invalidateQueries()
    },
  })
  const save = async (rev: number) => {
    const mend = mendOf(draft.values, draft.base)
    if (Object.keys(mend).length > 0) return await mending.send({ id: relation.id, rev, ...mend })
    say({ text: w.unchanged })
    close()
  }
  const { failure, busy } = mending
  if (failure?.code === 'stale') {
    const changes = failure.details.changes ?? []
    const onMine = () => void save(relation.rev)
    const mine = mendOf(draft.values, draft.base)
    return <RelationConflict changes={changes} mine={mine} busy={busy} onMine={onMine} onTheirs={close} />
  }
  const fields = {
    purpose: { id: 'purpose', label: w.value.purpose },
    cooperationType: { id: 'cooperation-type', label: w.value.cooperationType },
  }
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const errorOf = (id: string) => errors.find((error) => error.field === id)?.fault
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev)
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <LongTextField
        {...fields.purpose}
        hint={w.relation.purposeHint}
        error={errorOf('purpose')}
        ref={first}
        rows={5}
        value={draft.values.purpose}
        onChange={(event) => draft.set({ purpose: event.currentTarget.value })}
      />
      <SelectField
        {...fields.cooperationType}
        hint={w.relation.typeHint}
        ref={type}
        error={errorOf('cooperation-type')}
        value={draft.values.cooperationType}
        choices={[
          { value: '', label: w.relation.undecided },
          ...cooperationTypes.map((value) => ({ value, label: procedureWords[language].type[value] })),
        ]}
        onChange={(event) => draft.set({ cooperationType: event.currentTarget.value })}
      />
      {relation.partner !== null && (
        <PartnerConsequence
          partner={relation.partner}
          type={cooperationTypes.find((type) => type === draft.values.cooperationType)}
        />
      )}
      <FailureNotice acting={mending} />
      <div className="acts">
        <SaveButton label={w.relation.save} busy={busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { words as procedureWords } from '../../procedures/ui/messages/words.gen.ts'
import { planElements, type PlanElement } from '../../procedures/model.ts'
import { writePlan } from '../contract.ts'
import { PlanConflict } from './plan-conflict.tsx'
import { words } from './messages/words.gen.ts'

export type PlanView = { rev: number; elements: Partial<Record<PlanElement, string>> }

/** The plan's seven elements (PP 28/2018 Ps 30(3)); only what was changed is sent. */
export function PlanForm({ relation, plan, onClose }: { relation: string; plan: PlanView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language].plan
  const element = procedureWords[language].planElement
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const base = Object.fromEntries(planElements.map((id) => [id, plan.elements[id] ?? '']))
  const draft = useDraft(`plan/${relation}`, { base, rev: plan.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const writing = useAct(writePlan, {
    key: relation,
    async done({ dprdAgain }, act) {
      close()
      sayDone(dprdAgain ? w.savedAgain : w.saved, act)
      await queries.invalidateQueries()
    },
  })
  const changed = Object.fromEntries(
    planElements.flatMap((id) => (draft.values[id] === draft.base[id] ? [] : [[id, draft.values[id] || null]])),
  )
  const save = async (rev: number) => {
    if (Object.keys(changed).length > 0) return await writing.send({ id: relation, rev, elements: changed })
    say({ text: words[language].unchanged })
    close()
  }
  const { failure, busy } = writing
  if (failure?.code === 'stale') {
    return (
      <PlanConflict
        changes={failure.details.changes ?? []}
        mine={draft.values}
        busy={busy}
        onMine={() => void save(plan.rev)}
        onTheirs={close}
      />
    )
  }
  const fields = Object.fromEntries(
    planElements.map((id) => [`elements.${id}`, { id: `plan-${id}`, label: element[id] }]),
  )
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev)
      }}
    >
      <ErrorSummary title={words[language].fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{words[language].restored}</p>}
      {planElements.map((id) => (
        <LongTextField
          key={id}
          id={`plan-${id}`}
          label={element[id]}
          error={errors.find(({ field }) => field === `plan-${id}`)?.fault}
          value={draft.values[id] ?? ''}
          onChange={(event) => draft.set({ [id]: event.currentTarget.value })}
        />
      ))}
      <FailureNotice acting={writing} />
      <div className="acts">
        <SaveButton label={w.save} busy={busy} />
        <button type="button" className="btn" onClick={close}>
          {words[language].cancel}
        </button>
      </div>
    </form>
  )
}

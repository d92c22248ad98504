import { useState } from 'react'
import { changeFollowUp } from '../../../slices/followup/contract.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { TaskFields, taskFieldNames, taskValues, type TaskValues } from './task-fields.tsx'
import { useSaved } from '../../../slices/ledger/ui/use-saved.ts'
import type { TaskView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Hands a task over, or changes its words or day. Somebody faster is shown beside what was typed. */
export function ChangeTask({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { language } = useVisitor()
  const w = words[language]
  const draft = useDraft(`tindak-lanjut/${task.root}`, { base: taskValues(task), rev: task.rev })
  const [sure, setSure] = useState<string[]>([])
  const settled = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const changing = useAct(changeFollowUp, {
    key: task.root,
    async done(_, act) {
      close()
      await settled(w.changed, act)
    },
  })
  const save = async ({ id, rev }: Pick<TaskView, 'id' | 'rev'>) => {
    const { values, base } = draft
    const changed = (Object.keys(values) as (keyof TaskValues)[]).filter((name) => values[name] !== base[name])
    if (changed.length === 0) {
      say({ text: w.unchanged })
      return close()
    }
    const said = changed.map((name) => {
      const value = values[name].trim()
      // Its words cannot be taken away: the server says that they are wanted.
      return [name, value === '' && name !== 'what' ? null : value] as const
    })
    await changing.send({ id, rev, ...Object.fromEntries(said), ...(sure.length > 0 && { sure }) })
  }
  const { failure, busy } = changing
  const changes = useStale(failure)
  const fields = taskFieldNames(language)
  if (changes !== undefined) {
    const labels: Record<string, string> = { what: w.field.what, due_on: w.field.dueOn, ended_on: w.ended, outcome: w.ended, state: w.stateLabel } // prettier-ignore
    const rows = changes
      .filter(({ field }) => labels[field] !== undefined)
      .map(({ field, now, by, at }) => ({
        label: labels[field] ?? '',
        ...(field === 'what' && { mine: draft.values.what }),
        ...(field === 'due_on' && { mine: draft.values.dueOn }),
        theirs: typeof now === 'string' ? now : '',
        by,
        at: writeInstant(at, language),
      }))
    return <Conflict rows={rows} busy={busy} onMine={() => void save(task)} onTheirs={close} />
  }
  const details = failure?.code === 'invalid' ? failure.details : undefined
  const errors = formErrors(details ?? {}, { language, fields })
  return (
    <form
      className="form gap3"
      noValidate
      aria-label={w.change}
      onSubmit={(event) => {
        event.preventDefault()
        void save({ id: task.id, rev: draft.rev })
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <TaskFields
        draft={{
          ...draft,
          set(change) {
            draft.set(change)
            setSure([])
          },
        }}
        errors={errors}
        holder={task.member}
      />
      <Doubts details={details} labels={{ dueOn: w.field.dueOn }} sure={sure} onSure={setSure} />
      <FailureNotice acting={changing} />
      <div className="acts">
        <SaveButton label={w.save} busy={busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

import { endFollowUp } from '../../../slices/followup/contract.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { useSaved } from '../../../slices/ledger/ui/use-saved.ts'
import type { TaskView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Ends a task: done with what came of it, or not pursued. The toast opens it again. */
export function EndTask({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const w = words[useLanguage()]
  const draft = useDraft(`tindak-lanjut/${task.root}/akhir`, { base: { note: task.last?.note ?? '' }, rev: task.rev })
  const settled = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const ending = useAct(endFollowUp, {
    key: task.id,
    async done(_, act) {
      close()
      await settled(w.closed, act)
    },
  })
  const isStale = useStale(ending.failure) !== undefined
  const end = async (outcome: 'done' | 'dropped') => {
    const note = draft.values.note.trim()
    await ending.send({ id: task.id, rev: task.rev, outcome, ...(note !== '' && { note }) })
  }
  return (
    <form
      className="form gap3"
      aria-label={w.end}
      onSubmit={(event) => {
        event.preventDefault()
        void end('done')
      }}
    >
      {isStale && (
        <p className="err" role="alert">
          {w.stale}
        </p>
      )}
      <LongTextField
        id="end-note"
        label={w.field.note}
        hint={w.field.noteHint}
        maxLength={2000}
        rows={3}
        value={draft.values.note}
        onChange={(event) => draft.set({ note: event.currentTarget.value })}
      />
      <FailureNotice acting={ending} />
      <div className="acts">
        <SaveButton label={w.done} busy={ending.busy} />
        <button type="button" className="btn" aria-busy={ending.busy} onClick={() => void end('dropped')}>
          {w.drop}
        </button>
        <button type="button" className="btn text" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

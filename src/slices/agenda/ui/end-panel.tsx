import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { endTask } from '../contract.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export type EndPanelProps = {
  task: { id: string; rev: number }
  what: string
  onClose: () => void
}

/** Ends a task: done, with what came of it, or not pursued. The toast brings it back. */
export function EndPanel({ task, what, onClose }: EndPanelProps) {
  const { points: w, ...common } = words[useLanguage()]
  const draft = useDraft(`tugas/${task.id}/akhir`, { base: { note: '' }, rev: task.rev })
  const saved = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const ending = useAct(endTask, {
    key: task.id,
    async done(_, act) {
      close()
      await saved(w.ended, act)
    },
  })
  const isStale = useStale(ending.failure) !== undefined
  const end = async (outcome: 'done' | 'dropped') => {
    const note = draft.values.note.trim()
    await ending.send({ id: task.id, rev: task.rev, outcome, ...(note !== '' && { note }) })
  }
  return (
    <form
      className="form"
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
        id={`note-${task.id}`}
        label={w.answer({ point: what })}
        hint={w.answerHint}
        maxLength={2000}
        rows={2}
        value={draft.values.note}
        onChange={(event) => draft.set({ note: event.currentTarget.value })}
      />
      <FailureNotice acting={ending} />
      <div className="acts">
        <SaveButton label={w.done} busy={ending.busy} small />
        <button type="button" className="btn sm" aria-busy={ending.busy} onClick={() => void end('dropped')}>
          {w.drop}
        </button>
        <button type="button" className="btn sm text" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}

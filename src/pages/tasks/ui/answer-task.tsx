import { useState } from 'react'
import { keepFile } from '../../../slices/files/contract.ts'
import { answerFollowUp } from '../../../slices/followup/contract.ts'
import { words as followWords } from '../../../slices/followup/messages/words.gen.ts'
import { type Said, sayings } from '../../../slices/followup/model.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import type { KeptFile } from '../../../ui/controls/use-upload.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { useSaved } from '../../../slices/ledger/ui/use-saved.ts'
import type { TaskView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Sudah, berjalan or terkendala, with a note and a file: by whoever has it, or by an officer who was told. */
export function AnswerTask({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { language } = useVisitor()
  const [w, of] = [words[language], followWords[language].page]
  const draft = useDraft(`tindak-lanjut/${task.root}/jawab`, { base: { said: '', note: '' }, rev: task.rev })
  const [file, setFile] = useState<KeptFile>()
  const [isMissing, setMissing] = useState(false)
  const settled = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const answering = useAct(answerFollowUp, {
    key: task.id,
    async done(_, act) {
      close()
      await settled(w.answered, act)
    },
  })
  const { said, note } = draft.values
  const send = async () => {
    setMissing(said === '')
    if (said === '') return
    const more = { ...(note.trim() !== '' && { note: note.trim() }), ...(file && { file: file.id }) }
    await answering.send({ id: task.id, said: said as Said, ...more })
  }
  return (
    <form
      className="form gap3"
      noValidate
      aria-label={w.answer}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <fieldset className="f plain">
        <legend>{of.question}</legend>
        {isMissing && (
          <p className="err" role="alert">
            {w.chooseOne}
          </p>
        )}
        {sayings.map((value) => (
          <label key={value} className="pick">
            <input type="radio" name="said" checked={said === value} onChange={() => draft.set({ said: value })} />{' '}
            {of[value]}
          </label>
        ))}
      </fieldset>
      <LongTextField
        id="answer-note"
        label={of.note}
        hint={of.noteHint}
        maxLength={2000}
        rows={3}
        value={note}
        onChange={(event) => draft.set({ note: event.currentTarget.value })}
      />
      <FileDrop id="answer-file" label={w.field.file} keep={keepFile} file={file} onFile={setFile} />
      {answering.failure?.code === 'stale' && (
        <p className="err" role="alert">
          {w.stale}
        </p>
      )}
      <FailureNotice acting={answering} />
      <div className="acts">
        <SaveButton label={of.send} busy={answering.busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

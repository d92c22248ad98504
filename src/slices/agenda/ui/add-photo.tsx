import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import type { KeptFile } from '../../../ui/controls/use-upload.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { TextField } from '../../../ui/marks/field.tsx'
import { keepFile } from '../../files/contract.ts'
import { addPhoto } from '../contract.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** A photograph: the file first, then what it shows. A phone may take it on the spot. */
export function AddPhoto({ id, onClose }: { id: string; onClose: () => void }) {
  const language = useLanguage()
  const { photos: w, cancel } = words[language]
  const saved = useSaved()
  const [file, setFile] = useState<KeptFile>()
  const [isAsked, setIsAsked] = useState(false)
  const key = `kegiatan/${id}/foto`
  const draft = useDraft(key, { base: { caption: '' }, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addPhoto, {
    key,
    async done(_, act) {
      close()
      await saved(w.added, act)
    },
  })
  const fields = { file: { id: 'photo', label: w.choose }, caption: { id: 'caption', label: w.caption } }
  const details = adding.failure?.code === 'invalid' ? adding.failure.details : {}
  const errors = formErrors(details, { language, fields })
  const errorOf = (at: string) => errors.find(({ field }) => field === at)?.fault
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsAsked(file === undefined)
        if (file !== undefined) void adding.send({ id, file: file.id, caption: draft.values.caption })
      }}
    >
      <FileDrop
        {...fields.file}
        keep={keepFile}
        picture
        file={file}
        onFile={setFile}
        error={isAsked && file === undefined ? w.missing : errorOf('photo')}
      />
      <TextField
        {...fields.caption}
        error={errorOf('caption')}
        maxLength={500}
        value={draft.values.caption}
        onChange={(event) => draft.set({ caption: event.currentTarget.value })}
      />
      <FailureNotice acting={adding} />
      <div className="acts">
        <SaveButton label={w.add} busy={adding.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {cancel}
        </button>
      </div>
    </form>
  )
}

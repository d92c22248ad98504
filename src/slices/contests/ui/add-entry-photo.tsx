import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import type { KeptFile } from '../../../ui/controls/use-upload.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { keepFile } from '../../files/contract.ts'
import { addEntryPhoto } from '../contract.ts'
import { words as contestWords } from '../messages/words.gen.ts'
import { moments, type Moment } from '../model.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { SmallForm } from './small-form.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** A photograph before, after, or when looking back; what the world shall see says what it shows. */
export function AddEntryPhoto({ entry }: { entry: string }) {
  const w = words[useLanguage()]
  return <Opened label={w.addPhoto}>{(close) => <PhotoForm entry={entry} close={close} />}</Opened>
}

function PhotoForm({ entry, close }: { entry: string; close: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const saved = useSaved()
  const [file, setFile] = useState<KeptFile>()
  const [caption, setCaption] = useState('')
  const [moment, setMoment] = useState<Moment>('after')
  const [isPublic, setPublic] = useState(false)
  const [isAsked, setIsAsked] = useState(false)
  const adding = useAct(addEntryPhoto, {
    key: entry,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const isCaptionless = adding.failure?.code === 'invalid'
  return (
    <SmallForm
      label={w.addPhoto}
      acting={adding}
      onCancel={close}
      onSave={() => {
        setIsAsked(file === undefined)
        if (file !== undefined) void adding.send({ id: entry, file: file.id, moment, isPublic, ...(caption.trim() !== '' && { caption }) }) // prettier-ignore
      }}
    >
      <FileDrop
        id={`photo-${entry}`}
        label={w.photo}
        keep={keepFile}
        picture
        file={file}
        onFile={setFile}
        error={isAsked && file === undefined ? w.photoMissing : undefined}
      />
      <SelectField
        id={`moment-${entry}`}
        label={w.moment}
        short
        value={moment}
        choices={moments.map((value) => ({ value, label: contestWords[language].moment[value] }))}
        onChange={(event) => setMoment(moments.find((one) => one === event.currentTarget.value) ?? 'after')}
      />
      <TextField
        id={`caption-${entry}`}
        label={w.caption}
        error={isCaptionless ? w.captionNeeded : undefined}
        maxLength={500}
        value={caption}
        onChange={(event) => setCaption(event.currentTarget.value)}
      />
      <label className="pick">
        <input type="checkbox" checked={isPublic} onChange={(event) => setPublic(event.currentTarget.checked)} />{' '}
        {w.showPublic}
      </label>
    </SmallForm>
  )
}

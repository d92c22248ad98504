import { useState } from 'react'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { TextField } from '../../../../ui/marks/field.tsx'
import { mendPhoto } from '../../contract.ts'
import type { ActivityView } from '../use-activity.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

type Photo = ActivityView['photos'][number]

/** A photograph's place among the others, by keyboard, and its caption. */
export function PhotoActs({ photo, at, of }: { photo: Photo; at: number; of: number }) {
  const { photos: w, save, cancel } = words[useLanguage()]
  const saved = useSaved()
  const [caption, setCaption] = useState<string>()
  const { id, rev } = photo
  const mending = useAct(mendPhoto, {
    key: id,
    async done(_, act) {
      setCaption(undefined)
      await saved(caption === undefined ? w.moved : w.mended, act)
    },
  })
  if (caption !== undefined) {
    return (
      <form
        className="form gap"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void mending.send({ id, rev, caption })
        }}
      >
        <TextField
          id={`caption-${id}`}
          label={w.captionShort}
          maxLength={500}
          value={caption}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
        <FailureNotice acting={mending} />
        <div className="acts">
          <SaveButton label={save} busy={mending.busy} small />
          <button type="button" className="btn sm" onClick={() => setCaption(undefined)}>
            {cancel}
          </button>
        </div>
      </form>
    )
  }
  const move = (label: string, place: number) => (
    <button type="button" className="btn sm text" onClick={() => void mending.send({ id, rev, place })}>
      {label}
      <span className="vh">: {photo.caption}</span>
    </button>
  )
  return (
    <>
      {at > 0 && move(w.before, at)}
      {at < of - 1 && move(w.after, at + 2)}
      <button type="button" className="btn sm text" onClick={() => setCaption(photo.caption)}>
        {w.mend}
        <span className="vh">: {photo.caption}</span>
      </button>
      <FailureNotice acting={mending} />
    </>
  )
}

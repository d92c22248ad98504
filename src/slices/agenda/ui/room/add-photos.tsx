import { useState } from 'react'
import { fileMost } from '../../../../shared/file-limits.ts'
import { newId } from '../../../../shared/ids.ts'
import { formatDate } from '../../../../shared/format.ts'
import { call } from '../../../../ui/controls/call.ts'
import { sendFile } from '../../../../ui/controls/send-file.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { TextField } from '../../../../ui/marks/field.tsx'
import { keepFile } from '../../../files/contract.ts'
import { addPhoto } from '../../contract.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import type { ActivityView } from '../use-activity.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** At most so many at once; an activity holds fifty. */
const atOnce = 20

type Chosen = { key: string; file: string; caption: string; act: string }

/** Several photographs at once: sent one after another, then each gets its caption. What was refused is named. */
export function AddPhotos({ activity, onClose }: { activity: ActivityView; onClose: () => void }) {
  const language = useLanguage()
  const { photos: w, cancel } = words[language]
  const saved = useSaved()
  const [under, setUnder] = useState<{ at: number; n: number }>()
  const [chosen, setChosen] = useState<Chosen[]>([])
  const [refused, setRefused] = useState<string[]>([])
  const [isSaving, setIsSaving] = useState(false)
  const { place, occurredOn } = activity
  const caption = [place, formatDate(occurredOn, language)].filter((part) => part !== undefined).join(agendaWords[language].comma) // prettier-ignore

  const take = async (files: readonly File[]) => {
    const failed: string[] = []
    for (const [at, file] of files.slice(0, atOnce).entries()) {
      setUnder({ at: at + 1, n: Math.min(files.length, atOnce) })
      try {
        if (file.size > fileMost) throw new Error('too large')
        const sending = { act: newId(), file, onProgress: () => {}, signal: new AbortController().signal }
        const kept = await sendFile(keepFile, sending)
        setChosen((before) => [...before, { key: newId(), file: kept.id, caption, act: newId() }])
      } catch {
        failed.push(file.name)
      }
    }
    setUnder(undefined)
    setRefused(failed)
  }

  const save = async () => {
    setIsSaving(true)
    let last = ''
    try {
      // Under the same acts when it is pressed again: what was saved before stands once.
      for (const { file, caption: said, act } of chosen) {
        await call(addPhoto, { act, id: activity.id, file, caption: said })
        last = act
      }
      onClose()
      await saved(w.save({ n: chosen.length }), last)
    } catch {
      setRefused(chosen.filter(({ caption: said }) => said.trim() === '').map(({ key }) => captionLabel(key)))
    } finally {
      setIsSaving(false)
    }
  }
  const captionLabel = (key: string) => w.caption({ n: chosen.findIndex((one) => one.key === key) + 1 })
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSaving && chosen.length > 0) void save()
      }}
    >
      <div className="f">
        <label htmlFor="photos-several">{w.choose}</label>
        <input
          id="photos-several"
          className="in"
          type="file"
          multiple
          accept=".jpg,.jpeg,.png"
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </div>
      <p className="s q" role="status">
        {under === undefined ? '' : w.sending(under)}
      </p>
      {refused.map((name) => (
        <p className="st-wait" role="alert" key={name}>
          {w.failed({ name })}
        </p>
      ))}
      {chosen.map(({ key, caption: said }, at) => (
        <TextField
          key={key}
          id={`photo-${key}`}
          label={w.caption({ n: at + 1 })}
          maxLength={500}
          value={said}
          onChange={({ currentTarget: { value } }) =>
            setChosen((before) =>
              before.map((one) => (one.key === key ? { ...one, caption: value, act: newId() } : one)),
            )
          }
        />
      ))}
      <div className="acts">
        <button type="submit" className="btn go sm" aria-busy={isSaving || under !== undefined}>
          {w.save({ n: chosen.length })}
        </button>
        <button type="button" className="btn sm" onClick={onClose}>
          {cancel}
        </button>
      </div>
    </form>
  )
}

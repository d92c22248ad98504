import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { mendSource } from '../contract.ts'
import type { SourceView } from './view.ts'
import { words } from './messages/words.gen.ts'

const names = ['title', 'outlet', 'author', 'editor', 'photo', 'publishedOn', 'url'] as const

/** Opens the form for what a source is and who made it. */
export function MendSource({ source }: { source: SourceView }) {
  const w = words[useLanguage()]
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <MendForm source={source} onClose={() => setOpen(false)} />
  return (
    <p className="gap">
      <button type="button" className="btn sm" onClick={() => setOpen(true)}>
        {w.mend}
      </button>
    </p>
  )
}

function MendForm({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const first = useFocusOnMount<HTMLInputElement>(true)
  const [isOther, setOther] = useState(source.otherOutlet)
  const base = Object.fromEntries(names.map((name) => [name, source[name] ?? ''])) as Record<Name, string>
  const draft = useDraft(`source/${source.id}`, { base, rev: source.rev })
  const { values, set } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendSource, {
    key: `source/${source.id}`,
    async done(_, act) {
      close()
      sayDone(w.mended, act)
      await queries.invalidateQueries()
    },
  })
  const save = async () => {
    const changed = names.filter((name) => values[name].trim() !== draft.base[name])
    const given = Object.fromEntries(changed.map((name) => [name, values[name].trim() || null]))
    const flag = isOther === source.otherOutlet ? {} : { otherOutlet: isOther }
    await mending.send({ id: source.id, rev: draft.rev, ...given, ...flag })
  }
  const labels = {
    title: w.headline,
    outlet: w.outlet,
    author: w.author,
    editor: w.editor,
    photo: w.photo,
    publishedOn: w.published,
    url: w.url,
  }
  const hints: Partial<Record<Name, string>> = { publishedOn: w.dateHint, url: w.urlHint }
  const fields = Object.fromEntries(names.map((name) => [name, { id: `mend-${name}`, label: labels[name] }]))
  const { failure } = mending
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  return (
    <form
      className="form gap3"
      aria-label={w.mend}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {names.map((name, index) => {
        const line = {
          id: `mend-${name}`,
          label: labels[name],
          hint: hints[name],
          error: errors.find(({ field }) => field === `mend-${name}`)?.fault,
          value: values[name],
        }
        if (name === 'publishedOn') return <DayField key={name} {...line} onDay={(day) => set({ [name]: day })} />
        return (
          <TextField
            key={name}
            {...line}
            ref={index === 0 ? first : undefined}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
          />
        )
      })}
      <label className="pick">
        <input type="checkbox" checked={isOther} onChange={(event) => setOther(event.currentTarget.checked)} />
        <span>
          {w.otherOutlet}
          <span className="hint">{w.otherOutletHint}</span>
        </span>
      </label>
      {failure?.code === 'stale' && <p role="alert">{w.stale}</p>}
      <FailureNotice acting={mending} />
      <div className="acts">
        <SaveButton label={w.mendSave} busy={mending.busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

type Name = (typeof names)[number]

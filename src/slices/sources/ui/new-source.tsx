import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { addSource } from '../contract.ts'
import { sourceKinds, type SourceKind } from '../model.ts'
import { sourceLabel } from './view.ts'
import { words } from './messages/words.gen.ts'

export type NewSourceProps = {
  title: string
  /** The source that links to the new one. */
  relatedTo?: string
  onAdded: (source: { id: string; label: string }) => void
  onClose: () => void
}

/** Files a source inside another form: a group of fields with its own button, not a form of its own. */
export function NewSource({ title, relatedTo, onAdded, onClose }: NewSourceProps) {
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const first = useFocusOnMount<HTMLSelectElement>(true)
  const [sure, setSure] = useState(false)
  const [isOther, setOther] = useState(false)
  const base = {
    kind: 'news',
    outlet: '',
    title,
    author: '',
    editor: '',
    photo: '',
    publishedOn: '',
    url: '',
    text: '',
  }
  const draft = useDraft('source/new', { base, rev: 0 })
  const { values, set } = draft
  const adding = useAct(addSource, {
    key: 'source/new',
    async done({ id }, act) {
      const known = (name: 'title' | 'outlet' | 'publishedOn' | 'url') => values[name].trim() || null
      const label = sourceLabel({
        title: known('title'),
        outlet: known('outlet'),
        publishedOn: known('publishedOn'),
        url: known('url'),
      })
      draft.clear()
      sayDone(w.sourceAdded, act)
      onAdded({ id, label })
      await queries.invalidateQueries()
    },
  })
  const send = async () => {
    const { kind, ...said } = values
    const filled = Object.fromEntries(Object.entries(said).filter(([, text]) => text.trim() !== ''))
    await adding.send({
      kind: kind as SourceKind,
      ...filled,
      ...(isOther && { otherOutlet: true }),
      ...(relatedTo !== undefined && { relatedTo }),
      ...(sure && { sure: ['title'] }),
    })
  }
  const labels = {
    title: w.headline,
    outlet: w.outlet,
    author: w.author,
    editor: w.editor,
    photo: w.photo,
    publishedOn: w.published,
    url: w.url,
    text: w.text,
  }
  const fields = Object.fromEntries(
    Object.entries(labels).map(([name, label]) => [name, { id: `source-${name}`, label }]),
  )
  const errors = adding.failure?.code === 'invalid' ? formErrors(adding.failure.details, { language, fields }) : []
  const isDoubtful = adding.failure?.details.fields?.some(({ fault }) => fault === 'doubtful') === true
  const line = (name: keyof typeof labels, hint?: string) => ({
    id: `source-${name}`,
    label: labels[name],
    ...(hint !== undefined && { hint }),
    error: errors.find(({ field }) => field === `source-${name}`)?.fault,
    value: values[name],
  })
  return (
    <fieldset className="form lined">
      <legend>
        <b>{w.newSource}</b>
      </legend>
      <SelectField
        id="source-kind"
        label={w.kind}
        short
        ref={first}
        value={values.kind}
        choices={sourceKinds.map((value) => ({ value, label: w.kinds[value] }))}
        onChange={(event) => set({ kind: event.currentTarget.value })}
      />
      <TextField {...line('title')} onChange={(event) => set({ title: event.currentTarget.value })} />
      <TextField {...line('outlet')} onChange={(event) => set({ outlet: event.currentTarget.value })} />
      <TextField {...line('author')} onChange={(event) => set({ author: event.currentTarget.value })} />
      <details open={values.editor !== '' || values.photo !== ''}>
        <summary>{w.morePeople}</summary>
        <div className="form">
          <TextField {...line('editor')} onChange={(event) => set({ editor: event.currentTarget.value })} />
          <TextField {...line('photo')} onChange={(event) => set({ photo: event.currentTarget.value })} />
        </div>
      </details>
      <DayField {...line('publishedOn', w.dateHint)} onDay={(publishedOn) => set({ publishedOn })} />
      <TextField
        {...line('url', w.urlHint)}
        inputMode="url"
        onChange={(event) => set({ url: event.currentTarget.value })}
      />
      <LongTextField {...line('text', w.textHint)} onChange={(event) => set({ text: event.currentTarget.value })} />
      <label className="pick">
        <input type="checkbox" checked={isOther} onChange={(event) => setOther(event.currentTarget.checked)} />
        <span>
          {w.otherOutlet}
          <span className="hint">{w.otherOutletHint}</span>
        </span>
      </label>
      {isDoubtful && (
        <div role="alert">
          <p>{w.twin}</p>
          <label className="pick">
            <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
            {w.sure}
          </label>
        </div>
      )}
      <FailureNotice acting={adding} />
      <div className="acts">
        <button type="button" className="btn sm" aria-busy={adding.busy} onClick={() => void send()}>
          {w.saveSource}
        </button>
        <button
          type="button"
          className="btn sm"
          onClick={() => {
            draft.clear()
            onClose()
          }}
        >
          {w.cancel}
        </button>
      </div>
    </fieldset>
  )
}

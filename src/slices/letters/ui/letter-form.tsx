import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '../../../shared/failure.ts'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate, formatTime } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft, type Draft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { mendLetter } from '../contract.ts'
import { contentOf, controlOf, fieldsOf, valuesOf } from './letter-values.ts'
import type { LetterView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The typed values of a letter, over what is saved; kept in the browser until they are. */
export function useLetterDraft({ id, content, rev }: LetterView): Draft<Record<string, string>> {
  return useDraft(`letter/${id}`, { base: valuesOf(content), rev })
}

export type LetterFormProps = { letter: LetterView; draft: Draft<Record<string, string>> }

/** Every part of a draft, each in a field of its own. */
export function LetterForm({ letter, draft }: LetterFormProps) {
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const mending = useAct(mendLetter, {
    key: letter.id,
    async done(_, act) {
      draft.clear()
      sayDone(w.mended, act)
      await queries.invalidateQueries()
    },
  })
  const save = async (rev: number) => {
    // Only what was changed here: a part that somebody else mended meanwhile stays theirs.
    const touched = Object.entries(draft.values).filter(([path, value]) => value !== draft.base[path])
    const content = contentOf({ ...valuesOf(letter.content), ...Object.fromEntries(touched) }, letter.content)
    if (draft.dirty) return await mending.send({ id: letter.id, rev, content })
    say({ text: w.unchanged })
  }
  const { failure, busy } = mending
  if (failure?.code === 'stale') {
    const theirs = () => {
      draft.clear()
      mending.dismiss()
    }
    const changes = failure.details.changes ?? []
    const mine = () => void save(letter.rev)
    return (
      <LetterConflict changes={changes} letter={letter} draft={draft} busy={busy} onMine={mine} onTheirs={theirs} />
    )
  }
  const fields = fieldsOf(letter.content, language)
  const controls = Object.fromEntries(
    fields.map(({ path, label }) => [`content.${path}`, { id: controlOf(path), label }]),
  )
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields: controls }) : []
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev)
      }}
    >
      <ErrorSummary title={w.form.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.form.restored}</p>}
      {fields.map(({ path, rows, ...field }) => {
        const props = {
          ...field,
          id: controlOf(path),
          error: errors.find((error) => error.field === controlOf(path))?.fault,
          value: draft.values[path] ?? '',
        }
        const set = (value: string) => draft.set({ [path]: value })
        return rows === 1 ? (
          <TextField key={path} {...props} onChange={(event) => set(event.currentTarget.value)} />
        ) : (
          <LongTextField key={path} {...props} rows={rows} onChange={(event) => set(event.currentTarget.value)} />
        )
      })}
      <FailureNotice acting={mending} />
      <div className="acts">
        <SaveButton label={w.form.save} busy={busy} />
        {draft.dirty && (
          <button type="button" className="btn" onClick={draft.clear}>
            {w.form.undo}
          </button>
        )}
      </div>
    </form>
  )
}

type LetterConflictProps = LetterFormProps & {
  changes: readonly Change[]
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

/** Somebody saved this letter meanwhile; it is read again, so that the next try names the new revision. */
function LetterConflict({ letter, draft, changes, ...choice }: LetterConflictProps) {
  const language = useLanguage()
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries(), [queries, changes])
  const last = changes.at(-1)
  if (last === undefined) return null
  const { date, time } = toLocalTime(last.at, 'WIB')
  const at = `${formatDate(date, language)} ${formatTime(time, 'WIB', language)}`
  const theirs = valuesOf(letter.content)
  const rows = fieldsOf(letter.content, language)
    .filter(({ path }) => theirs[path] !== draft.base[path])
    .map(({ path, label }) => ({
      label,
      theirs: theirs[path],
      by: last.by,
      at,
      ...(draft.values[path] !== draft.base[path] && { mine: draft.values[path] }),
    }))
  return <Conflict rows={rows} {...choice} />
}

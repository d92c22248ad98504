import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { dropField, mendField } from '../contract.ts'
import { FieldConflict } from './field-conflict.tsx'
import { FieldForm } from './field-form.tsx'
import { fieldMendOf, fieldText, mappingOf, type FieldValues } from './field-text.ts'
import type { FieldView } from './view.ts'
import { words } from './messages/words.gen.ts'

export const fieldDraftKey = (id: string) => `field/${id}`

export type MendFieldProps = { field: FieldView; isFocused: boolean; onClose: () => void }

/** Names, moves on or removes one field. What is typed is kept until it is saved. */
export function MendField({ field, isFocused, onClose }: MendFieldProps) {
  const language = useLanguage()
  const w = words[language].fields
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const base: FieldValues = { text: fieldText(language, field), standing: field.standing, ...mappingOf(field) }
  const draft = useDraft(fieldDraftKey(field.id), { base, rev: field.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const settle = (said: string) => async (_: unknown, act: string) => {
    close()
    sayDone(said, act)
    await queries.invalidateQueries()
  }
  const mending = useAct(mendField, { key: field.id, done: settle(w.mended) })
  const dropping = useAct(dropField, { key: field.id, done: settle(w.dropped) })
  const mend = fieldMendOf(language, draft)
  const save = async (rev: number) => {
    if (Object.keys(mend).length > 0) return await mending.send({ id: field.id, rev, ...mend })
    say({ text: words[language].unchanged })
    close()
  }
  const stale = [mending, dropping].find(({ failure }) => failure?.code === 'stale')
  if (stale !== undefined) {
    return (
      <FieldConflict
        changes={stale.failure?.details.changes ?? []}
        mine={stale === mending ? mend : {}}
        busy={stale.busy}
        onMine={() => void (stale === mending ? save(field.rev) : dropping.send({ id: field.id, rev: field.rev }))}
        onTheirs={close}
      />
    )
  }
  return (
    <FieldForm
      id={field.id}
      draft={draft}
      acting={mending}
      label={w.save}
      isFocused={isFocused}
      onSave={() => void save(draft.rev)}
      onCancel={close}
    >
      <button
        type="button"
        className="btn sm loss"
        aria-busy={dropping.busy}
        onClick={() => void dropping.send({ id: field.id, rev: draft.rev })}
      >
        {w.drop}
      </button>
      <FailureNotice acting={dropping} />
    </FieldForm>
  )
}

import { useState } from 'react'
import type { z } from 'zod'
import { type listUnits, mendUnit, removeUnit } from '../../../slices/reference/contract.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { ConfirmDialog } from '../../../ui/controls/confirm-dialog.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { changedIn } from './changed.ts'
import { SettingsConflict } from './settings-conflict.tsx'
import type { RowOpening } from './settings-table.tsx'
import { UnitForm, unitDraftKey, type UnitValues } from './unit-form.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

export type UnitRow = z.output<(typeof listUnits)['output']>['rows'][number]

/** Mends or removes a body of the region; one that something stands on stays, and it is said what. */
export function MendUnit({ row, isFocused, onClose }: RowOpening & { row: UnitRow }) {
  const language = useLanguage()
  const w = words[language]
  const [asked, setAsked] = useState(false)
  const base: UnitValues = { name: row.name, shortName: row.shortName ?? '', kind: row.kind, mail: row.mail ?? '' }
  const draft = useDraft(unitDraftKey(row.id), { base, rev: row.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useSettledAct(mendUnit, { key: row.id, said: w.units.mended, after: close })
  const removing = useSettledAct(removeUnit, { key: row.id, said: w.units.removed, after: close })
  const { name, kind, shortName, mail } = changedIn(draft)
  const save = async (rev: number) => {
    const mend = {
      ...(name !== undefined && { name: name ?? '' }),
      ...(shortName !== undefined && { shortName }),
      ...(mail !== undefined && { mail }),
      ...(kind !== undefined && kind !== null && { kind }),
    }
    if (Object.keys(mend).length > 0) return await mending.send({ id: row.id, rev, ...mend })
    say({ text: w.unchanged })
    close()
  }
  const stale = [mending, removing].find(({ failure }) => failure?.code === 'stale')
  if (stale !== undefined) {
    const kinds: Record<string, string> = referenceWords[language].unitKind
    return (
      <SettingsConflict
        changes={stale.failure?.details.changes ?? []}
        labels={{ name: w.units.name, short_name: w.units.shortName, kind: w.units.kind, mail: w.units.mail }}
        mine={{
          name: draft.values.name,
          short_name: draft.values.shortName,
          kind: kinds[draft.values.kind],
          mail: draft.values.mail,
        }}
        write={(field, value) => {
          const text = typeof value === 'string' ? value : ''
          return field === 'kind' ? (kinds[text] ?? text) : text
        }}
        busy={stale.busy}
        onMine={() => void (stale === mending ? save(row.rev) : removing.send({ id: row.id, rev: row.rev }))}
        onTheirs={close}
      />
    )
  }
  return (
    <>
      <UnitForm
        id={row.id}
        draft={draft}
        acting={mending}
        label={w.save}
        isFocused={isFocused}
        onSave={() => void save(draft.rev)}
        onCancel={close}
        acts={
          <button type="button" className="btn sm loss" aria-busy={removing.busy} onClick={() => setAsked(true)}>
            {w.units.remove}
          </button>
        }
      />
      {removing.failure?.code === 'not_yet' ? (
        <p role="alert">{w.units.usedBy({ what: usersOf(language, removing.failure.details.missing) })}</p>
      ) : (
        <FailureNotice acting={removing} />
      )}
      {asked && (
        <ConfirmDialog
          title={w.units.removeTitle({ name: row.name })}
          text={w.units.removeText}
          stay={w.cancel}
          go={w.units.remove}
          onStay={() => setAsked(false)}
          onGo={() => {
            setAsked(false)
            void removing.send({ id: row.id, rev: draft.rev })
          }}
        />
      )}
    </>
  )
}

/** What stands on a body, in the reader's words; a table without words of its own is "catatan lain". */
function usersOf(language: keyof typeof words, missing: readonly unknown[] | undefined): string {
  const { users, otherUsers } = words[language].units
  const known: Record<string, string> = {
    'identity.memberships': users.members,
    'reference.officials': users.officials,
    'reference.affairs': users.affairs,
  }
  const [first] = missing ?? []
  const table = typeof first === 'object' && first !== null && 'usedBy' in first ? String(first.usedBy) : ''
  return known[table] ?? otherUsers
}

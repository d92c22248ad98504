import type { z } from 'zod'
import { endTerm, type listOfficials, mendOfficial } from '../../../slices/reference/contract.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { changedIn } from './changed.ts'
import { OfficialForm, officialDraftKey, type OfficialValues } from './official-form.tsx'
import { SettingsConflict } from './settings-conflict.tsx'
import type { RowOpening } from './settings-table.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

export type OfficialRow = z.output<(typeof listOfficials)['output']>['rows'][number]

/** Corrects who held an office, or ends the term on the day this person looks at. */
export function MendOfficial({ row, isFocused, onClose }: RowOpening & { row: OfficialRow }) {
  const { language, on } = useVisitor()
  const w = words[language]
  const { name, office, capacity, unit = '', fromOn = '', toOn = '', seenOn } = row
  const base: OfficialValues = { name, office, capacity, unit, fromOn, toOn, seenOn }
  const draft = useDraft(officialDraftKey(row.id), { base, rev: row.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useSettledAct(mendOfficial, { key: row.id, said: w.officials.mended, after: close })
  const ending = useSettledAct(endTerm, { key: row.id, said: w.officials.ended, after: close })
  const save = async (rev: number, sure: string[]) => {
    const { name, office, capacity, seenOn, ...rest } = changedIn(draft)
    const mend = {
      ...rest,
      ...(name !== undefined && { name: name ?? '' }),
      ...(seenOn !== undefined && { seenOn: seenOn ?? '' }),
      ...(typeof office === 'string' && { office }),
      ...(typeof capacity === 'string' && { capacity }),
    }
    if (Object.keys(mend).length > 0) return await mending.send({ id: row.id, rev, ...mend, sure })
    say({ text: w.unchanged })
    close()
  }
  const stale = [mending, ending].find(({ failure }) => failure?.code === 'stale')
  if (stale !== undefined) {
    const catalogue: Record<string, string> = {
      ...referenceWords[language].office,
      ...referenceWords[language].capacity,
    }
    const { values } = draft
    const { name, office, capacity, fromOn, toOn, seenOn } = w.officials
    return (
      <SettingsConflict
        changes={stale.failure?.details.changes ?? []}
        labels={{ name, office, capacity, from_on: fromOn, to_on: toOn, seen_on: seenOn }}
        mine={{
          name: values.name,
          office: catalogue[values.office],
          capacity: catalogue[values.capacity],
          from_on: values.fromOn,
          to_on: values.toOn,
          seen_on: values.seenOn,
        }}
        write={(_, value) => (typeof value === 'string' ? (catalogue[value] ?? value) : '')}
        busy={stale.busy}
        onMine={() =>
          void (stale === mending ? save(row.rev, []) : ending.send({ id: row.id, rev: row.rev, toOn: on }))
        }
        onTheirs={close}
      />
    )
  }
  return (
    <OfficialForm
      id={row.id}
      draft={draft}
      acting={mending}
      label={w.save}
      isFocused={isFocused}
      onSave={(sure) => void save(draft.rev, sure)}
      onCancel={close}
      acts={
        <>
          {row.toOn === undefined && (
            <button
              type="button"
              className="btn sm"
              aria-busy={ending.busy}
              onClick={() => void ending.send({ id: row.id, rev: draft.rev, toOn: draft.values.toOn || on })}
            >
              {w.officials.end}
            </button>
          )}
          {ending.failure?.code === 'invalid' ? (
            <p role="alert">{w.officials.endsBeforeItBegan}</p>
          ) : (
            <FailureNotice acting={ending} />
          )}
        </>
      }
    />
  )
}

import type { z } from 'zod'
import { type listAffairs, mendAffair } from '../../../slices/reference/contract.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { isSector } from '../../../slices/reference/model.ts'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { AffairForm, affairDraftKey, type AffairValues, readSectors, writeSectors } from './affair-form.tsx'
import { changedIn } from './changed.ts'
import { SettingsConflict } from './settings-conflict.tsx'
import type { RowOpening } from './settings-table.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

export type AffairRow = z.output<(typeof listAffairs)['output']>['rows'][number]

/** Mends an affair: its name, the body in charge, the fields that belong to it. */
export function MendAffair({ row, isFocused, onClose }: RowOpening & { row: AffairRow }) {
  const language = useLanguage()
  const w = words[language]
  const { name, heading, unit } = row
  const base: AffairValues = { name, heading, unit: unit ?? '', sectors: writeSectors(row.sectors) }
  const draft = useDraft(affairDraftKey(row.id), { base, rev: row.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useSettledAct(mendAffair, { key: row.id, said: w.affairs.mended, after: close })
  const save = async (rev: number) => {
    const { name, unit, sectors } = changedIn(draft)
    const mend = {
      ...(name !== undefined && { name: name ?? '' }),
      ...(unit !== undefined && { unit }),
      ...(sectors !== undefined && { sectors: readSectors(sectors ?? '') }),
    }
    if (Object.keys(mend).length > 0) return await mending.send({ id: row.id, rev, ...mend })
    say({ text: w.unchanged })
    close()
  }
  const { failure, busy } = mending
  if (failure?.code === 'stale') {
    const { sector } = referenceWords[language]
    const listed = (value: unknown) =>
      Array.isArray(value)
        ? value
            .filter(isSector)
            .map((id) => sector[id])
            .join(', ')
        : ''
    return (
      <SettingsConflict
        changes={failure.details.changes ?? []}
        labels={{ name: w.affairs.name, sectors: w.affairs.sectors, unit: w.affairs.unit }}
        mine={{ name: draft.values.name, sectors: listed(readSectors(draft.values.sectors)) }}
        write={(field, value) => (field === 'name' ? String(value) : field === 'sectors' ? listed(value) : w.otherUnit)}
        busy={busy}
        onMine={() => void save(row.rev)}
        onTheirs={close}
      />
    )
  }
  return (
    <AffairForm
      id={row.id}
      draft={draft}
      acting={mending}
      label={w.save}
      isFocused={isFocused}
      onSave={() => void save(draft.rev)}
      onCancel={close}
    />
  )
}

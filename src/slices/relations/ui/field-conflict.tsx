import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '../../../shared/failure.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words as relationWords } from '../messages/words.gen.ts'
import { conflictRows } from './changes.ts'
import { fieldText, type fieldMendOf } from './field-text.ts'

export type FieldConflictProps = {
  changes: readonly Change[]
  /** Only what this person changed; nothing when the field was to be removed. */
  mine: ReturnType<typeof fieldMendOf>
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

/** Somebody changed this field meanwhile. The page is read again, so that [Pakai punya saya] names the new revision. */
export function FieldConflict({ changes, mine, busy, onMine, onTheirs }: FieldConflictProps) {
  const language = useLanguage()
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries(), [queries, changes])
  const { sector, name, standing } = mine
  const typed = {
    ...(sector !== undefined && name !== undefined && { name: fieldText(language, { sector, name }) }),
    ...(standing !== undefined && { standing: relationWords[language].standing[standing] }),
  }
  const rows = conflictRows(changes, { language, mine: typed })
  return <Conflict rows={rows} busy={busy} onMine={onMine} onTheirs={onTheirs} />
}

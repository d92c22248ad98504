import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '../../../shared/failure.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { words } from './messages/words.gen.ts'

export type SettingsConflictProps = {
  changes: readonly Change[]
  /** What each column is called on screen; one that no form holds is told as another value. */
  labels: Record<string, string>
  /** What this person typed, by the same names, already written out. */
  mine: Record<string, string | undefined>
  /** A stored value as it is read on screen. */
  write?: (field: string, value: unknown) => string
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

const plainly = (_: string, value: unknown) => (typeof value === 'string' ? value : '')

/** Somebody changed this row meanwhile. The page is read again, so that [Pakai punya saya] names the new revision. */
export function SettingsConflict(props: SettingsConflictProps) {
  const { changes, labels, mine, write = plainly, busy, onMine, onTheirs } = props
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries(), [queries])
  const rows = changes.map(({ field, now, by, at }) => ({
    label: labels[field] ?? w.otherValue,
    ...(mine[field] !== undefined && { mine: mine[field] || w.empty }),
    theirs: write(field, now) || w.empty,
    by,
    at: writeInstant(at, language),
  }))
  return <Conflict rows={rows} busy={busy} onMine={onMine} onTheirs={onTheirs} />
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '../../../shared/failure.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words as procedureWords } from '../../procedures/messages/words.gen.ts'
import { conflictRows } from './changes.ts'
import type { RelationMend } from './relation-values.ts'

export type RelationConflictProps = {
  changes: readonly Change[]
  /** Only what this person changed. */
  mine: RelationMend
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

/** Somebody changed this cooperation meanwhile. The page is read again, so that the next try names the new revision. */
export function RelationConflict({ changes, mine, busy, onMine, onTheirs }: RelationConflictProps) {
  const language = useLanguage()
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries(), [queries, changes])
  const { purpose, cooperationType: type } = mine
  const typed = {
    ...(purpose !== undefined && { purpose: purpose ?? '' }),
    ...(type !== undefined && { cooperationType: type === null ? '' : procedureWords[language].type[type] }),
  }
  const rows = conflictRows(changes, { language, mine: typed })
  return <Conflict rows={rows} busy={busy} onMine={onMine} onTheirs={onTheirs} />
}

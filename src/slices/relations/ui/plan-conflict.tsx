import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Change } from '../../../shared/failure.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { words as procedureWords } from '../../procedures/ui/messages/words.gen.ts'
import { planElements } from '../../procedures/model.ts'
import { words } from './messages/words.gen.ts'

export type PlanConflictProps = {
  changes: readonly Change[]
  mine: Record<string, string>
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

/** Somebody wrote the plan meanwhile: each element that changed, both texts side by side. */
export function PlanConflict({ changes, mine, busy, onMine, onTheirs }: PlanConflictProps) {
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries(), [queries, changes])
  const rows = planElements.flatMap((element) => {
    const change = changes.findLast(({ field }) => field === element)
    if (change === undefined) return []
    return [
      {
        label: procedureWords[language].planElement[element],
        mine: mine[element] === '' ? w.empty : mine[element],
        theirs: typeof change.now === 'string' && change.now !== '' ? change.now : w.empty,
        by: change.by,
        at: writeInstant(change.at, language),
      },
    ]
  })
  return <Conflict rows={rows} busy={busy} onMine={onMine} onTheirs={onTheirs} />
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isPartialDate } from '../../../shared/dates.ts'
import type { Change } from '../../../shared/failure.ts'
import { formatDate } from '../../../shared/format.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import type { FactValues } from './fact-values.ts'
import { words } from './messages/words.gen.ts'

export type FactConflictProps = {
  changes: readonly Change[]
  mine: FactValues
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

/** Somebody changed this statement meanwhile: both texts. The page is read again for the next try's revision. */
export function FactConflict({ changes, mine, ...rest }: FactConflictProps) {
  const language = useLanguage()
  const w = words[language].form
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries(), [queries, changes])
  const columns: Readonly<Record<string, { label: string; mine: string }>> = {
    number: { label: w.number, mine: mine.number },
    words: { label: w.words, mine: mine.words },
    occurred_on: { label: w.day, mine: mine.occurredOn },
    voided_reason: { label: w.voided, mine: '' },
  }
  const write = (value: unknown) => {
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string' || value === '') return w.empty
    return isPartialDate(value) && value.length > 4 ? formatDate(value, language) : value
  }
  const rows = changes.flatMap(({ field, now, by, at }) => {
    const column = columns[field]
    if (column === undefined) return []
    return [{ label: column.label, mine: write(column.mine), theirs: write(now), by, at: writeInstant(at, language) }]
  })
  return <Conflict rows={rows} {...rest} />
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isPartialDate } from '../../../shared/dates.ts'
import type { Change } from '../../../shared/failure.ts'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { words } from './messages/words.gen.ts'

export type RowConflictProps = {
  changes: readonly Change[]
  /** What this person changed, by the name in the contract. */
  mine: Readonly<Record<string, unknown>>
  labels: Readonly<Record<string, string>>
  /** Words for values that are ids. */
  catalogue?: Readonly<Record<string, Readonly<Record<string, string>>>>
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

/** Somebody changed this step, paper or text meanwhile: both values of each, side by side. */
export function RowConflict({ changes, mine, labels, catalogue = {}, busy, onMine, onTheirs }: RowConflictProps) {
  const language = useLanguage()
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries(), [queries, changes])
  const rows = changes.map(({ field, now, by, at }) => {
    const name = nameOfColumn(field)
    const write = (value: unknown) => writeValue(language, { value, catalogue: catalogue[name] })
    return {
      label: labels[name] ?? words[language].otherValue,
      ...(mine[name] !== undefined && { mine: write(mine[name]) }),
      theirs: write(now),
      by,
      at: writeInstant(at, language),
    }
  })
  // A value that no form holds is told once.
  const shown = rows.filter(({ label }, index) => rows.findIndex((row) => row.label === label) === index)
  return <Conflict rows={shown} busy={busy} onMine={onMine} onTheirs={onTheirs} />
}

/** 'signed_on' → 'signedOn'. */
export function nameOfColumn(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

type Writing = { value: unknown; catalogue: Readonly<Record<string, string>> | undefined }

function writeValue(language: Language, { value, catalogue = {} }: Writing): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '') return words[language].empty
  if (Object.hasOwn(catalogue, value)) return catalogue[value] ?? value
  return isPartialDate(value) ? formatDate(value, language) : value
}

import type { Change } from '../../../shared/failure.ts'
import type { Language } from '../../../shared/languages.ts'
import type { ConflictRow } from '../../../ui/controls/conflict.tsx'
import { writeInstant } from '../../../ui/controls/written.ts'
import { columnLabel, writeColumn } from './tell-activity.ts'
import { words } from './messages/words.gen.ts'

/** What others changed of an activity since, beside what this person typed. */
export function conflictRows(
  changes: readonly Change[],
  { language, mine }: { language: Language; mine: Record<string, unknown> },
): ConflictRow[] {
  const typed = (field: string) => mine[field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]
  return changes.map(({ field, now, by, at }) => ({
    label: columnLabel(language, field) ?? words[language].title,
    ...(typed(field) !== undefined && { mine: writeColumn(language, { field, value: typed(field) }) }),
    theirs: writeColumn(language, { field, value: now }),
    by,
    at: writeInstant(at, language),
  }))
}

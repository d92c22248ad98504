import { foldForSearch } from '../../shared/text.ts'

/**
 * What a picker lists while the answer for the typed text is still on its way: of the answer before it only what the
 * typed text is part of. Arrow and Enter, pressed at once, then never take a row that was found for other words.
 */
export function foundFor<Row extends { label: string }>(
  rows: readonly Row[],
  { typed, isAnswered }: { typed: string; isAnswered: boolean },
): Row[] {
  const sought = foldForSearch(typed)
  return rows.filter((row) => isAnswered || foldForSearch(row.label).includes(sought))
}

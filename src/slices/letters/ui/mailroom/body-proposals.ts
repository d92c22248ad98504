/** Whom the words of a letter mean among the bodies on record. */
import { foldForSearch } from '../../../../shared/text.ts'

/** The name in what was typed or what a mail says of its writer: without the address behind it. */
export function nameTyped(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\S+@\S+/g, ' ')
    .replace(/["']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
}

/** Agencies that hold every word that was typed, in name or short name. */
export function agenciesLike<Unit extends { name: string; shortName: string | null }>(
  typed: string,
  units: readonly Unit[],
): Unit[] {
  const sought = foldForSearch(typed)
    .split(' ')
    .filter((word) => word !== '')
  if (sought.length === 0) return []
  return units.filter(({ name, shortName }) => {
    const own = foldForSearch(`${name} ${shortName ?? ''}`)
    return sought.every((word) => own.includes(word))
  })
}

/** The kind of correspondent that a chosen body is; one that was chosen by hand already stays. */
export function kindOfBody(kind: string, body: string | null): string {
  if (kind !== 'lain') return kind
  if (body === 'unit') return 'perangkat_daerah'
  return body === 'embassy' ? 'kedutaan' : 'mitra'
}

import { foldForSearch } from '../../../shared/text.ts'
import { affairsOfTheme, type Theme } from '../model.ts'

interface Unit {
  id: string
  name: string
}

interface Known {
  units: readonly Unit[]
  affairs: readonly { code: string; name: string; unit: string | null }[]
}

const most = 4

/**
 * The bodies that usually answer for a theme, the likeliest first (at most four): those that the region put in charge
 * of its affairs, then those that carry an affair's name. Only proposed: nobody is in charge before somebody says so.
 */
export function proposeUnits(theme: Theme | undefined, { units, affairs }: Known): Unit[] {
  if (theme === undefined) return []
  const wanted = affairsOfTheme[theme].flatMap((code) => affairs.find((affair) => affair.code === code) ?? [])
  const inCharge = wanted.flatMap(({ unit }) => units.find(({ id }) => id === unit) ?? [])
  const byName = wanted.flatMap(({ name }) => units.filter((unit) => closed(unit.name).includes(closed(name))))
  return [...new Set([...inCharge, ...byName])].slice(0, most)
}

/** Without blanks: "Tenaga kerja" is in "Dinas Ketenagakerjaan". */
const closed = (text: string): string => foldForSearch(text).replaceAll(' ', '')

import { createHash } from 'node:crypto'
import type { Normalisation, Outside, TieRule } from './judging-model.ts'

/** A sheet: marks in the order of the criteria. */
export interface Sheet {
  juror: string
  entry: number
  marks: readonly number[]
}

export interface Ranking {
  scale: number
  normalisation: Normalisation
  tieRule: TieRule
  /** For a draw; made before the first sheet. */
  seed: string
  /** In their order; weights in percent. */
  criteria: readonly { weight: number }[]
  /** Sheets of what stands outside give no place; they go on telling how lenient a juror is. */
  entries: readonly { number: number; category: string; outside?: Exclude<Outside, 'no_sheet'> | undefined }[]
  sheets: readonly Sheet[]
}

export interface Place {
  entry: number
  category: string
  place: number | null
  /** Exact text with four decimals. */
  points: string | null
  /** The mean mark of each criterion, with four decimals. */
  criteria: string[]
  /** How many sheets it rests on. */
  sheets: number
  settledBy: TieRule | null
  outside: Outside | null
}

export interface Leniency {
  juror: string
  sheets: number
  /** Out of 100, with two decimals. */
  mean: string
  /** What she gives above the others for the same entries, out of 100; null where nobody else judged them. */
  difference: string | null
}

// Fractions are kept as whole ten-thousandths: what is compared is what is published.
const micro = 10_000
const rounded = (value: number): number => Math.round(value * micro)
const textOf = (value: number, digits = 4): string => {
  const text = (Math.abs(value) / micro).toFixed(digits)
  return value < 0 && Number(text) !== 0 ? `-${text}` : text
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length

interface Scored {
  number: number
  category: string
  points: number
  criteria: number[]
  totals: Map<string, number>
}

/**
 * The places of a contest in each category, from its sheets alone. Neither the order of sheets nor that of entries
 * matters: everything is summed in one order. Equal points are parted by the rule, else they share a place and the next
 * one is left out (1, 1, 3).
 */
export function rank(ranking: Ranking): Place[] {
  const sheets = inOrder(ranking)
  const sheetsOf = byEntry(sheets)
  const pointsOf = pointsBy(ranking, sheets)
  const entries = ranking.entries.toSorted((one, other) => one.number - other.number)
  const scored = entries.flatMap(({ number, category, outside }) => {
    const own = sheetsOf(number)
    if (own.length === 0 || outside !== undefined) return []
    const criteria = meansOf(ranking, own)
    const totals = new Map(own.map(({ juror, total }) => [juror, total]))
    return [{ number, category, points: rounded(pointsOf(own)), criteria, totals }]
  })
  const placed = new Map<number, Place>()
  for (const category of new Set(scored.map((entry) => entry.category))) {
    for (const place of placeAll(
      ranking,
      scored.filter((entry) => entry.category === category),
    )) {
      placed.set(place.entry, place)
    }
  }
  return entries.map(({ number, category, outside }) => {
    const own = sheetsOf(number)
    return (
      placed.get(number) ?? {
        entry: number,
        category,
        place: null,
        points: null,
        criteria: own.length === 0 ? [] : meansOf(ranking, own).map((value) => textOf(value)),
        sheets: own.length,
        settledBy: null,
        outside: outside ?? 'no_sheet',
      }
    )
  })
}

type Totalled = Sheet & { total: number }

/** Sheets in one order, each with its total: whole numbers, out of 100 times the scale. */
function inOrder({ sheets, criteria }: Pick<Ranking, 'sheets' | 'criteria'>): Totalled[] {
  return sheets
    .toSorted((one, other) => one.entry - other.entry || (one.juror < other.juror ? -1 : 1))
    .map((sheet) => ({ ...sheet, total: sum(criteria.map(({ weight }, at) => weight * (sheet.marks[at] ?? 0))) }))
}

function byEntry(sheets: readonly Totalled[]): (number: number) => readonly Totalled[] {
  const found = Map.groupBy(sheets, ({ entry }) => entry)
  return (number) => found.get(number) ?? []
}

const meansOf = ({ criteria }: Pick<Ranking, 'criteria'>, own: readonly Totalled[]): number[] =>
  criteria.map((_, at) => rounded(mean(own.map(({ marks }) => marks[at] ?? 0))))

/** Points out of 100; by z around 50, ten to one spread of a juror. */
function pointsBy(
  { scale, normalisation }: Pick<Ranking, 'scale' | 'normalisation'>,
  sheets: readonly Totalled[],
): (own: readonly Totalled[]) => number {
  if (normalisation === 'none') return (own) => sum(own.map(({ total }) => total)) / (own.length * scale)
  const spread = new Map<string, { centre: number; width: number }>()
  for (const juror of new Set(sheets.map((sheet) => sheet.juror))) {
    const totals = sheets.filter((sheet) => sheet.juror === juror).map(({ total }) => total)
    const centre = mean(totals)
    spread.set(juror, { centre, width: Math.sqrt(mean(totals.map((total) => (total - centre) ** 2))) })
  }
  const zOf = ({ juror, total }: Totalled): number => {
    const { centre, width } = spread.get(juror) ?? { centre: 0, width: 0 }
    return width === 0 ? 0 : (total - centre) / width
  }
  return (own) => 50 + 10 * mean(own.map(zOf))
}

function placeAll(ranking: Ranking, scored: readonly Scored[]): Place[] {
  const places: Place[] = []
  let before = 0
  for (const group of groupsBy(scored, (one, other) => other.points - one.points)) {
    const parts = group.length === 1 ? [group] : part(ranking, group)
    for (const same of parts) {
      for (const { number, category, points, criteria, totals } of same) {
        places.push({
          entry: number,
          category,
          place: before + 1,
          points: textOf(points),
          criteria: criteria.map((value) => textOf(value)),
          sheets: totals.size,
          settledBy: group.length === 1 ? null : same.length > 1 ? 'shared' : ranking.tieRule,
          outside: null,
        })
      }
      before += same.length
    }
  }
  return places
}

/** Entries of equal points in groups, parted by the rule of the contest as far as it goes. */
function part({ tieRule, seed }: Pick<Ranking, 'tieRule' | 'seed'>, group: readonly Scored[]): Scored[][] {
  if (tieRule === 'shared') return [[...group]]
  if (tieRule === 'criterion_order') {
    return groupsBy(group, (one, other) => {
      const at = one.criteria.findIndex((value, position) => value !== other.criteria[position])
      return at < 0 ? 0 : (other.criteria[at] ?? 0) - (one.criteria[at] ?? 0)
    })
  }
  if (tieRule === 'more_jurors') {
    const wins = new Map(group.map((entry) => [entry.number, preferences(entry, group)]))
    return groupsBy(group, (one, other) => (wins.get(other.number) ?? 0) - (wins.get(one.number) ?? 0))
  }
  return groupsBy(group, (one, other) => (lot(seed, one.number) < lot(seed, other.number) ? -1 : 1))
}

/** In how many comparisons with the others of the group a juror who judged both gave this entry more. */
function preferences(entry: Scored, group: readonly Scored[]): number {
  return sum(
    group.map(({ number, totals }) =>
      number === entry.number
        ? 0
        : [...entry.totals].filter(([juror, total]) => total > (totals.get(juror) ?? Infinity)).length,
    ),
  )
}

const lot = (seed: string, number: number): string => createHash('sha256').update(`${seed}:${number}`).digest('hex')

/** Sorted, with what compares equal together. */
function groupsBy<Item extends { number: number }>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Item[][] {
  const groups: Item[][] = []
  for (const item of items.toSorted((one, other) => compare(one, other) || one.number - other.number)) {
    const last = groups.at(-1)
    const like = last?.[0]
    if (last !== undefined && like !== undefined && compare(like, item) === 0) last.push(item)
    else groups.push([item])
  }
  return groups
}

/** How much each juror gives, and how much more than the others for the same entries. */
export function leniencyOf({ sheets, criteria, scale }: Pick<Ranking, 'sheets' | 'criteria' | 'scale'>): Leniency[] {
  const all = inOrder({ sheets, criteria })
  const sheetsOf = byEntry(all)
  const jurors = [...new Set(all.map(({ juror }) => juror))].toSorted()
  return jurors.map((juror) => {
    const own = all.filter((sheet) => sheet.juror === juror)
    const differences = own.flatMap(({ entry, total }) => {
      const others = sheetsOf(entry).filter((sheet) => sheet.juror !== juror)
      return others.length === 0 ? [] : [total - mean(others.map((sheet) => sheet.total))]
    })
    return {
      juror,
      sheets: own.length,
      mean: textOf(rounded(mean(own.map(({ total }) => total)) / scale), 2),
      difference: differences.length === 0 ? null : textOf(rounded(mean(differences) / scale), 2),
    }
  })
}

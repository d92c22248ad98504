/** The highest mark of a criterion; marks are whole numbers from 0. */
export const scales = [5, 10, 100] as const
export type Scale = (typeof scales)[number]

/** none: marks as given · z: each juror's totals by their own mean and spread, so that nobody's leniency counts. */
export const normalisations = ['none', 'z'] as const
export type Normalisation = (typeof normalisations)[number]

/** How equal points are parted; chosen before judging begins. What a rule cannot part shares its place. */
export const tieRules = ['criterion_order', 'more_jurors', 'shared', 'draw'] as const
export type TieRule = (typeof tieRules)[number]

export const conflictKinds = ['village', 'company', 'sponsor', 'kin', 'declared'] as const
export type ConflictKind = (typeof conflictKinds)[number]

export const judgingLimits = {
  criteria: 20,
  jurors: 50,
  kin: 20,
  backers: 20,
  winners: 20,
  note: 2000,
  /** Entries on one page of a juror, and in one answer about sheets. */
  page: 50,
  /** Entries of a contest that can be judged and ranked. */
  entries: 2000,
} as const

/** Why an entry that stands has no place. */
export const outsides = ['last_winner', 'no_sheet', 'disqualified'] as const
export type Outside = (typeof outsides)[number]

/** What a place is given; null for none, or where nothing was promised. */
export function prizeOf(
  { winners, prizes }: { winners: number; prizes: readonly string[] },
  place: number | null,
): string | null {
  return place === null || place > winners ? null : (prizes[place - 1] ?? null)
}

/** Weights are whole percents. */
export function sumOfWeights(criteria: readonly { weight: number }[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0)
}

/** Why a table of criteria cannot stand: none at all, a name twice, or weights that are not exactly 100. */
export function criteriaFault(
  criteria: readonly { name: string; weight: number }[],
): { fault: 'none' } | { fault: 'twice'; name: string } | { fault: 'sum'; sum: number } | undefined {
  if (criteria.length === 0) return { fault: 'none' }
  const names = criteria.map(({ name }) => name.toLowerCase())
  const twice = criteria.find((_, at) => names.indexOf(names[at] ?? '') !== at)
  if (twice !== undefined) return { fault: 'twice', name: twice.name }
  const sum = sumOfWeights(criteria)
  return sum === 100 ? undefined : { fault: 'sum', sum }
}

export type MarkFault = 'required' | 'wrong'

/** What is wrong with one typed mark; an empty one is required, never a zero. */
export function markFault(typed: string, scale: number): MarkFault | undefined {
  const text = typed.trim()
  if (text === '') return 'required'
  return /^\d{1,3}$/.test(text) && Number(text) <= scale ? undefined : 'wrong'
}

/** How far judging is. none: no table of criteria yet. */
export type JudgingStage = 'none' | 'rules' | 'judging' | 'unsealed' | 'decided' | 'announced'

export interface JudgingDays {
  frozenOn: string | null
  unsealedOn: string | null
  decidedOn: string | null
  announcedOn: string | null
}

export function stageOf(judging: JudgingDays | undefined): JudgingStage {
  if (judging === undefined) return 'none'
  if (judging.announcedOn !== null) return 'announced'
  if (judging.decidedOn !== null) return 'decided'
  if (judging.unsealedOn !== null) return 'unsealed'
  return judging.frozenOn === null ? 'rules' : 'judging'
}

/** What judging cannot begin without. */
export type OpeningObstacle = 'criteria' | 'jurors' | 'entries' | 'window'

export function obstaclesToOpening(found: {
  stage: JudgingStage
  jurors: number
  entries: number
  windowOpen: boolean
}): OpeningObstacle[] {
  return [
    ...(found.stage === 'none' ? (['criteria'] as const) : []),
    ...(found.jurors === 0 ? (['jurors'] as const) : []),
    ...(found.windowOpen ? (['window'] as const) : found.entries === 0 ? (['entries'] as const) : []),
  ]
}

/** What becomes of a sheet that comes in, beside the one that is there. */
export type Settled = 'kept' | 'same' | 'older' | 'conflict'

/**
 * A phone may send late, twice and in another order: the newest version holds; an older one is told and not taken; the
 * same version with other marks was written on two phones, and its juror decides.
 */
export function settleSheet(
  there: { version: number; same: boolean } | undefined,
  coming: { version: number },
): Settled {
  if (there === undefined || coming.version > there.version) return 'kept'
  if (there.same) return 'same'
  return coming.version === there.version ? 'conflict' : 'older'
}

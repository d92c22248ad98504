import { foldPlace, type NeedField } from './model.ts'
import { solve, type Candidates } from './matching-search.ts'

/** A need without a match, as the computed proposal looks at it. */
export interface OpenNeed {
  id: string
  village: string
  district: string
  field: NeedField
  /** Whole rupiah; undefined: not worked out yet. */
  cost: number | undefined
  year: number
  musrenbang: boolean
  apbd: boolean
}

/** An offer with what is left of it. */
export interface OpenOffer {
  id: string
  fields: readonly string[]
  places: readonly string[]
  /** Whole rupiah of the ceiling that nothing was promised of; undefined for what is offered in kind. */
  left: number | undefined
  /** For how many needs more. */
  slots: number
}

/** Why a pair is proposed; `waiting` with the years, as `waiting:3`. */
export const grounds = [
  'field_wanted',
  'any_field',
  'village_named',
  'district_named',
  'anywhere',
  'cost_fits',
  'cost_unknown',
  'in_kind',
  'waiting',
  'musrenbang',
  'overlap',
] as const
export type Ground = (typeof grounds)[number]

/** Why a need stays without: no offer at all, none of its field, none for its place, none large enough, or all used. */
export const lacks = ['no_offer', 'no_field', 'no_place', 'too_costly', 'used'] as const
export type Lack = (typeof lacks)[number]

export interface ProposedPair {
  need: string
  offer: string
  score: number
  grounds: string[]
}

export interface Proposal {
  pairs: ProposedPair[]
  without: { need: string; lack: Lack; /** The most that is left for it, in rupiah. */ most?: number | undefined }[]
  value: number
  /** No choice of pairs is worth more than this. */
  bound: number
  /** Whether nothing better exists for certain. */
  exact: boolean
}

/** Worth of each ground; a need that is met at all counts most, so that many are. */
const worth = {
  met: 500,
  field_wanted: 300,
  any_field: 150,
  village_named: 250,
  district_named: 180,
  anywhere: 100,
  cost_fits: 200,
  cost_unknown: 60,
  in_kind: 100,
  waiting: 40, // a year, at most five
  musrenbang: 100,
  overlap: -150,
} as const

const mostYears = 5

/** Places in the form in which they are compared, made once and not for each pair. */
interface Folded {
  need: OpenNeed
  village: string
  district: string
}
interface Placed {
  offer: OpenOffer
  places: ReadonlySet<string>
}

const folded = (need: OpenNeed): Folded => ({
  need,
  village: foldPlace(need.village),
  district: foldPlace(need.district),
})
const placed = (offer: OpenOffer): Placed => ({ offer, places: new Set(offer.places.map(foldPlace)) })

type NoFit = Exclude<Lack, 'no_offer' | 'used'>

/** The score of a pair, whole and positive, or why they do not go together; `told` gathers the reasons. */
function weigh({ need, village, district }: Folded, { offer, places }: Placed, at: Weighing): number | NoFit {
  const { year, told } = at
  let score: number = worth.met
  const give = (ground: Ground, times = 1) => {
    told?.push(ground === 'waiting' ? `waiting:${times}` : ground)
    score += worth[ground] * times
  }
  if (offer.fields.length === 0) give('any_field')
  else if (offer.fields.includes(need.field)) give('field_wanted')
  else return 'no_field'
  if (places.size === 0) give('anywhere')
  else if (places.has(village)) give('village_named')
  else if (places.has(district)) give('district_named')
  else return 'no_place'
  if (offer.left === undefined) give('in_kind')
  else if (need.cost === undefined) give('cost_unknown')
  else if (need.cost <= offer.left) give('cost_fits')
  else return 'too_costly'
  const years = Math.min(mostYears, Math.max(0, year - need.year))
  if (years > 0) give('waiting', years)
  if (need.musrenbang) give('musrenbang')
  if (need.apbd) give('overlap')
  return score
}

interface Weighing {
  year: number
  told?: string[]
}

/** A pair with its score and the reasons for it; undefined where they do not go together. */
export function pairOf(need: OpenNeed, offer: OpenOffer, year: number): ProposedPair | undefined {
  const told: string[] = []
  const score = weigh(folded(need), placed(offer), { year, told })
  return typeof score === 'number' ? { need: need.id, offer: offer.id, score, grounds: told } : undefined
}

/**
 * The best way in which offers meet needs: the sum of the scores is as large as it can be found to be, with a bound that
 * no choice exceeds. The same question always has the same answer, in whatever order it is asked.
 */
export function propose({ needs, offers, year }: { needs: OpenNeed[]; offers: OpenOffer[]; year: number }): Proposal {
  const asked = needs.toSorted(byId).map(folded)
  const open = offers
    .filter(({ slots, left }) => slots > 0 && left !== 0)
    .toSorted(byId)
    .map(placed)
  const { chosen, value, bound, exact } = solve(candidatesOf(asked, open, year))
  const pairs: ProposedPair[] = []
  const without: Proposal['without'] = []
  for (const [at, one] of asked.entries()) {
    const offer = open[chosen[at] ?? -1]
    const pair = offer && pairOf(one.need, offer.offer, year)
    if (pair !== undefined) pairs.push(pair)
    else without.push({ need: one.need.id, ...lackOf(one, open, year) })
  }
  return { pairs: pairs.toSorted((a, b) => b.score - a.score || byNeed(a, b)), without, value, bound, exact }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const byNeed = (a: { need: string }, b: { need: string }) => (a.need < b.need ? -1 : 1)

/** Every pair that goes together, need by need. */
function candidatesOf(needs: readonly Folded[], offers: readonly Placed[], year: number): Candidates {
  const from = new Int32Array(needs.length + 1)
  const [to, score, load]: [number[], number[], number[]] = [[], [], []]
  for (const [at, one] of needs.entries()) {
    for (let which = 0; which < offers.length; which++) {
      const other = offers[which]
      const weighed = other && weigh(one, other, { year })
      if (typeof weighed !== 'number') continue
      to.push(which)
      score.push(weighed)
      load.push(other?.offer.left === undefined ? 0 : (one.need.cost ?? 0))
    }
    from[at + 1] = to.length
  }
  return {
    needs: needs.length,
    from,
    to: Int32Array.from(to),
    score: Int32Array.from(score),
    load: Float64Array.from(load),
    room: Float64Array.from(offers, ({ offer }) => offer.left ?? 0),
    slots: Int32Array.from(offers, ({ offer }) => offer.slots),
  }
}

/** The reason that came nearest to an offer: one that is too small is nearer than one for another place. */
function lackOf(one: Folded, offers: readonly Placed[], year: number): { lack: Lack; most?: number } {
  let nearest: Lack = 'no_offer'
  let most = 0
  for (const other of offers) {
    const weighed = weigh(one, other, { year })
    const lack: Lack = typeof weighed === 'number' ? 'used' : weighed
    if (lacks.indexOf(lack) > lacks.indexOf(nearest)) nearest = lack
    if (lack === 'too_costly') most = Math.max(most, other.offer.left ?? 0)
  }
  return nearest === 'too_costly' ? { lack: nearest, most } : { lack: nearest }
}

import { auctionPlaces } from './matching-auction.ts'
import { emptyChoice, fill, improve, type Choice } from './matching-choice.ts'

/**
 * Which need goes to which offer: a generalised assignment problem (each need once, each offer up to its ceiling and its
 * number). Prices on ceilings and places (Lagrangian relaxation, begun by an auction, made better by the volume algorithm of
 * Barahona and Anbil) give a bound that nothing exceeds and good choices on the way; those are improved by moving and
 * replacing. Small questions are searched through. No clock and no chance decides: the same question, the same answer.
 */
export interface Candidates {
  needs: number
  /** Where the pairs of a need begin; one more entry at the end. */
  from: Int32Array
  /** Offer, worth (positive, whole) and load in rupiah of each pair. */
  to: Int32Array
  score: Int32Array
  load: Float64Array
  /** What is left of each offer in rupiah (0 where nothing loads it), and for how many needs. */
  room: Float64Array
  slots: Int32Array
}

/** What a place of each offer costs, and the part of its ceiling that falls to one place. */
export interface Prices {
  money: Float64Array
  place: Float64Array
}

export interface Solved {
  /** The offer of each need, or −1. */
  chosen: Int32Array
  value: number
  bound: number
  exact: boolean
}

const rounds = 500
const weight = 0.08 // of the newest round in the mean of all
const rise = 24 // in the auction, of scores between 500 and 1,500
const searched = { needs: 16, steps: 2_000_000 }
const aim = 0.98 // a little below what is known, so that steps do not die out
const slack = 1e-6 // what sums of prices may be off by

export function solve(asked: Candidates): Solved {
  const offers = asked.room.length
  const none = (): Prices => ({ money: new Float64Array(offers), place: new Float64Array(offers) })
  const kept = none() // the prices of the best bound
  kept.place.set(auctionPlaces(asked, rise))
  let best = attempt(asked, kept)
  let { value: bound, ...mean } = relax(asked, kept)
  let step = 0.4
  for (let round = 1; round <= rounds && Math.floor(bound + slack) > best.value; round++) {
    const prices = none()
    reprice(asked, { from: kept, to: prices, mean, far: step * (bound - aim * best.value) })
    const relaxed = relax(asked, prices)
    for (let at = 0; at < offers; at++) {
      mean.money[at] = (1 - weight) * mean.money[at]! + weight * relaxed.money[at]!
      mean.place[at] = (1 - weight) * mean.place[at]! + weight * relaxed.place[at]!
    }
    if (relaxed.value < bound) {
      bound = relaxed.value
      kept.money.set(prices.money)
      kept.place.set(prices.place)
      step = Math.min(2, step * 1.1)
    } else step = Math.max(0.01, step * 0.94)
    if (round % 100 === 0) best = better(best, attempt(asked, kept))
  }
  best = better(best, attempt(asked, kept))
  const whole = Math.max(best.value, Math.floor(bound + slack))
  if (best.value < whole && asked.needs <= searched.needs) {
    const found = searchThrough(asked, best)
    if (found !== undefined) return { ...found, bound: found.value, exact: true }
  }
  return { chosen: best.chosen, value: best.value, bound: whole, exact: best.value === whole }
}

const better = (one: Choice, other: Choice): Choice => (other.value > one.value ? other : one)

function attempt(asked: Candidates, prices: Prices): Choice {
  const choice = emptyChoice(asked)
  fill(asked, choice, prices)
  improve(asked, choice)
  return choice
}

interface Relaxed {
  value: number
  /** Places of each offer, and ceilings in parts of a place, that would be taken if only prices kept them. */
  money: Float64Array
  place: Float64Array
}

/** Every need takes what is worth most to it at these prices. The worth of that is a bound on every choice. */
function relax({ needs, from, to, score, load, room, slots }: Candidates, prices: Prices): Relaxed {
  const money = new Float64Array(room.length)
  const share = room.map((all, offer) => all / slots[offer]!)
  const place = new Float64Array(room.length)
  let value = 0
  for (let offer = 0; offer < room.length; offer++)
    value += (prices.money[offer]! + prices.place[offer]!) * slots[offer]!
  for (let need = 0; need < needs; need++) {
    let most = 0
    let taken = -1
    for (let pair = from[need]!; pair < from[need + 1]!; pair++) {
      const offer = to[pair]!
      const weight = load[pair]!
      const worth =
        score[pair]! - prices.place[offer]! - (weight === 0 ? 0 : (prices.money[offer]! * weight) / share[offer]!)
      if (worth > most) {
        most = worth
        taken = pair
      }
    }
    if (taken < 0) continue
    value += most
    const offer = to[taken]!
    place[offer]! += 1
    if (load[taken]! > 0) money[offer]! += load[taken]! / share[offer]!
  }
  return { value, money, place }
}

/** Makes dearer what too many want on the whole, and cheaper what is left over. */
function reprice(
  { room, slots }: Candidates,
  { from, to, mean, far }: { from: Prices; to: Prices; mean: Omit<Relaxed, 'value'>; far: number },
): void {
  let norm = 0
  const overs = (at: number): [number, number] => [
    room[at]! > 0 ? mean.money[at]! - slots[at]! : 0,
    mean.place[at]! - slots[at]!,
  ]
  for (let at = 0; at < room.length; at++) {
    const [money, place] = overs(at)
    if (money > 0 || from.money[at]! > 0) norm += money * money
    if (place > 0 || from.place[at]! > 0) norm += place * place
  }
  const step = norm === 0 ? 0 : far / norm
  for (let at = 0; at < room.length; at++) {
    const [money, place] = overs(at)
    to.money[at] = Math.max(0, from.money[at]! + step * money)
    to.place[at] = Math.max(0, from.place[at]! + step * place)
  }
}

/** Every choice of a small question, the better first; undefined when there are too many after all. */
function searchThrough(asked: Candidates, known: Choice): { chosen: Int32Array; value: number } | undefined {
  const { needs, from, to, score, load } = asked
  const room = asked.room.slice()
  const slots = asked.slots.slice()
  const rest = new Float64Array(needs + 1) // the most that the needs from here on can be worth
  for (let need = needs - 1; need >= 0; need--) {
    rest[need] = rest[need + 1]! + Math.max(0, ...score.subarray(from[need], from[need + 1]))
  }
  const chosen = new Int32Array(needs).fill(-1)
  let found = { chosen: known.chosen, value: known.value }
  let steps = 0
  const look = (need: number, value: number): void => {
    if (++steps > searched.steps || value + rest[need]! <= found.value) return
    if (need === needs) {
      found = { chosen: chosen.slice(), value }
      return
    }
    for (let pair = from[need]!; pair < from[need + 1]!; pair++) {
      const offer = to[pair]!
      if (slots[offer]! < 1 || room[offer]! < load[pair]!) continue
      slots[offer]! -= 1
      room[offer]! -= load[pair]!
      chosen[need] = offer
      look(need + 1, value + score[pair]!)
      slots[offer]! += 1
      room[offer]! += load[pair]!
    }
    chosen[need] = -1
    look(need + 1, value)
  }
  look(0, 0)
  return steps > searched.steps ? undefined : found
}

import type { Candidates, Prices } from './matching-search.ts'

/** A choice that can stand: the pair and offer of each need (−1: none), and what of each offer is used. */
export interface Choice {
  pair: Int32Array
  chosen: Int32Array
  /** The needs that each offer meets. */
  members: number[][]
  used: Float64Array
  value: number
}

export const emptyChoice = ({ needs, room }: Candidates): Choice => ({
  pair: new Int32Array(needs).fill(-1),
  chosen: new Int32Array(needs).fill(-1),
  members: Array.from(room, () => []),
  used: new Float64Array(room.length),
  value: 0,
})

function put({ to, load, score }: Candidates, choice: Choice, need: number, pair: number): void {
  const offer = to[pair]!
  choice.pair[need] = pair
  choice.chosen[need] = offer
  choice.members[offer]!.push(need)
  choice.used[offer]! += load[pair]!
  choice.value += score[pair]!
}

function take({ to, load, score }: Candidates, choice: Choice, need: number): void {
  const pair = choice.pair[need]!
  if (pair < 0) return
  const offer = to[pair]!
  const members = choice.members[offer]!
  members.splice(members.indexOf(need), 1)
  choice.pair[need] = -1
  choice.chosen[need] = -1
  choice.used[offer]! -= load[pair]!
  choice.value -= score[pair]!
}

/** Whether an offer has room for a pair, once `less` rupiah and places were given back. */
function fits(
  { to, load, room, slots }: Candidates,
  choice: Choice,
  pair: number,
  less = { load: 0, places: 0 },
): boolean {
  const offer = to[pair]!
  return (
    choice.members[offer]!.length - less.places < slots[offer]! &&
    choice.used[offer]! - less.load + load[pair]! <= room[offer]! + (load[pair]! === 0 ? Infinity : 0)
  )
}

/** Gives each need what is worth most at these prices; who would lose most by waiting is asked first. */
export function fill(asked: Candidates, choice: Choice, prices: Prices): void {
  const { needs, from, to, score, load, room, slots } = asked
  const worthOf = (pair: number) => {
    const offer = to[pair]!
    return (
      score[pair]! -
      prices.place[offer]! -
      (load[pair]! === 0 ? 0 : (prices.money[offer]! * load[pair]! * slots[offer]!) / room[offer]!)
    )
  }
  const regret = new Float64Array(needs)
  for (let need = 0; need < needs; need++) {
    let [first, second] = [0, 0]
    for (let pair = from[need]!; pair < from[need + 1]!; pair++) {
      const worth = worthOf(pair)
      if (worth > first) [first, second] = [worth, first]
      else if (worth > second) second = worth
    }
    regret[need] = first - second
  }
  const order = Array.from({ length: needs }, (_, need) => need).toSorted((a, b) => regret[b]! - regret[a]! || a - b)
  for (const need of order) {
    let best = -1
    let most = -Infinity
    for (let pair = from[need]!; pair < from[need + 1]!; pair++) {
      const worth = worthOf(pair)
      if (worth <= most || !fits(asked, choice, pair)) continue
      best = pair
      most = worth
    }
    if (best >= 0) put(asked, choice, need, best)
  }
}

const steps = 12_000_000

/** Moves needs to what is worth more, and lets one make room for another, until nothing is gained or it took long. */
export function improve(asked: Candidates, choice: Choice): void {
  const { needs, from, to, score, load } = asked
  let left = steps
  for (let gained = true; gained && left > 0;) {
    gained = false
    for (let need = 0; need < needs && left > 0; need++) {
      for (let pair = from[need]!; pair < from[need + 1]!; pair++) {
        left -= 1
        const held = choice.pair[need]!
        const gain = score[pair]! - (held < 0 ? 0 : score[held]!)
        if (gain <= 0) continue
        if (fits(asked, choice, pair)) {
          take(asked, choice, need)
          put(asked, choice, need, pair)
          gained = true
          continue
        }
        const moved = makeRoom(pair, gain)
        if (moved === undefined) continue
        take(asked, choice, need)
        take(asked, choice, moved.need)
        put(asked, choice, need, pair)
        if (moved.pair >= 0) put(asked, choice, moved.need, moved.pair)
        gained = true
      }
    }
  }

  /** Who in an offer may go elsewhere, or go without, so that more is gained than lost. */
  function makeRoom(pair: number, gain: number): { need: number; pair: number } | undefined {
    for (const need of choice.members[to[pair]!]!) {
      const held = choice.pair[need]!
      left -= 1
      if (!fits(asked, choice, pair, { load: load[held]!, places: 1 })) continue
      const lost = score[held]! - gain
      if (lost < 0) return { need, pair: elsewhere(need, held) }
      const other = elsewhere(need, held)
      if (other >= 0 && score[other]! > lost) return { need, pair: other }
    }
    return undefined
  }

  /** The best other pair of a need that has room now; −1 for none. */
  function elsewhere(need: number, held: number): number {
    let best = -1
    for (let pair = from[need]!; pair < from[need + 1]!; pair++) {
      left -= 1
      if (to[pair] === to[held] || (best >= 0 && score[pair]! <= score[best]!)) continue
      if (fits(asked, choice, pair)) best = pair
    }
    return best
  }
}

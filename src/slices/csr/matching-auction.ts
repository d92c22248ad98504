import type { Candidates } from './matching-search.ts'

/**
 * What a place of each offer is worth when needs bid for places and nobody looks at money (an auction, Bertsekas 1979):
 * prices at which, up to `rise` a place, everybody has what she wants most.
 */
export function auctionPlaces({ needs, from, to, score, slots }: Candidates, rise: number): Float64Array {
  const prices = new Float64Array(slots.length)
  const held: { need: number; bid: number }[][] = Array.from(slots, () => [])
  const waiting = Array.from({ length: needs }, (_, at) => needs - 1 - at)
  for (let need = waiting.pop(); need !== undefined; need = waiting.pop()) {
    let [best, most, second] = [-1, 0, 0]
    for (let pair = from[need]!; pair < from[need + 1]!; pair++) {
      const worth = score[pair]! - prices[to[pair]!]!
      if (worth > most) [best, second, most] = [pair, most, worth]
      else if (worth > second) second = worth
    }
    if (best < 0) continue // everything costs more than it is worth to her
    const offer = to[best]!
    const bids = held[offer]!
    bids.push({ need, bid: prices[offer]! + most - second + rise })
    if (bids.length > slots[offer]!) {
      const lowest = bids.reduce((low, each, at) => (each.bid < bids[low]!.bid ? at : low), 0)
      waiting.push(...bids.splice(lowest, 1).map((each) => each.need))
    }
    if (bids.length === slots[offer]!) prices[offer] = Math.min(...bids.map(({ bid }) => bid))
  }
  return prices
}

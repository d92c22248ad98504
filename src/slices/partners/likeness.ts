import type { Named } from '../../shared/names.ts'
import { foldForSearch } from '../../shared/text.ts'

/** What of a partner is compared: every form of its name, and what would tell two of one name apart. */
export interface Likable extends Named {
  nativeName?: string | undefined
  aliases?: readonly string[] | undefined
  country?: string | undefined
  kind?: string | undefined
}

/** From here on a partner is proposed as the same, and from there on a new one is asked about ("Benar begitu"). */
export const proposedFrom = 0.65
export const askedFrom = 0.85

type Rank = 'region' | 'regency' | 'city' | 'ward' | 'town'

// "Kota Bekasi" and "Kabupaten Bekasi" share everything but this word. The suffixes are those of Japan and Korea.
const ranks: readonly [Rank, RegExp][] = [
  ['regency', /^(?:kabupaten|kab\.?|pemkab)\s+(?=\p{L})|\s+regency$/u],
  ['region', /^(?:provinsi|prov\.?|prefektur|pemprov)\s+(?=\p{L})|[\s-](?:ken|prefecture|province|do)$|(?<=\p{scx=Han}{2})[県縣省]$|(?<=\p{scx=Hang}{2})도$/u],
  ['city', /^(?:kota|pemkot)\s+(?=\p{L})|[\s-](?:shi|si|city)$|(?<=\p{scx=Han})市$|(?<=\p{scx=Hang})시$/u],
  ['ward', /[\s-](?:ku|gu|ward)$|(?<=\p{scx=Han}{2})[区區]$|(?<=\p{scx=Hang}{2})구$/u],
  ['town', /[\s-](?:cho|machi|mura|gun|town|village|county)$|(?<=\p{scx=Han})[町村郡]$|(?<=\p{scx=Hang}{2})군$/u],
] // prettier-ignore

const office = /^(?:pemerintah|pemda)\s+(?:daerah\s+)?/u
const legalForm =
  /(?<!\p{L})(?:p\.?\s?t|tbk|persero|c\.?v|ltd|limited|inc|incorporated|co|corp|corporation|company|gmbh|k\.?k|llc|sdn|bhd)(?!\p{L})\.?|株式会社|有限会社|\(株\)|주식회사|\(주\)/gu

interface Form {
  rank: Rank | undefined
  core: string
  script: 'latin' | 'other'
}

/** One form of a name without the words that stand round it: "Pemerintah Kota Ōsaka" is the city "osaka". */
function readForm(name: string): Form {
  let core = foldForSearch(name).replace(office, '').replace(legalForm, ' ').trim()
  const found = ranks.find(([, words]) => words.test(core))
  if (found !== undefined) core = core.replace(found[1], '')
  core = core.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  // Long vowels are written in three ways: Ōsaka, Oosaka, Osaka.
  const short = core.replace(/o[ou](?=[^aeiou]|$)/g, 'o').replace(/uu/g, 'u')
  return {
    rank: found?.[0],
    core: short === '' ? foldForSearch(name) : short,
    script: isLatin(short) ? 'latin' : 'other',
  }
}

const isLatin = (text: string) => /\p{Script=Latin}/u.test(text)

const formsOf = ({ name, names, nativeName, aliases = [] }: Likable): Form[] =>
  [...new Set([name, ...Object.values(names ?? {}), nativeName, ...aliases])]
    .filter((form) => form !== undefined && form.trim() !== '')
    .map((form) => readForm(form as string))

/**
 * How alike two partners are, from 0 (never the same) to 1 (the same words). Pure and symmetric. A city and a regency of
 * one name, a city and its prefecture, and partners of two countries are never the same.
 */
export function likeness(one: Likable, other: Likable): number {
  if (isNeverSame(one, other)) return 0
  const [mine, theirs] = [formsOf(one), formsOf(other)]
  const found = mine.flatMap((a) => theirs.map((b) => (a.script === b.script ? likeForms(a, b) : 0)))
  const best = Math.max(0, ...found)
  // An embassy and a chamber may bear one name; the kind may also have been entered wrongly.
  const differs = one.kind !== undefined && other.kind !== undefined && one.kind !== other.kind
  return differs ? best * 0.75 : best
}

/** Whether something that was entered tells two partners apart for good: the rank in the name, or the country. */
export function isNeverSame(one: Likable, other: Likable): boolean {
  if (one.country !== undefined && other.country !== undefined && one.country !== other.country) return true
  const [mine, theirs] = [rankOf(one), rankOf(other)]
  return mine !== undefined && theirs !== undefined && mine !== theirs
}

const rankOf = (partner: Likable) => formsOf(partner).find(({ rank }) => rank !== undefined)?.rank

function likeForms(a: Form, b: Form): number {
  if (a.core === b.core) return a.rank === b.rank ? 1 : 0.95
  const length = Math.max([...a.core].length, [...b.core].length)
  // Of three letters nobody can say whether one was mistyped.
  if (Math.min([...a.core].length, [...b.core].length) < 3) return 0
  const spelled = 1 - editsBetween(a.core, b.core) / length
  return Math.max(spelled, diceOf(a.core, b.core), partOf(a.core, b.core))
}

/** "Jababeka" stands whole in "Jababeka Infrastruktur": perhaps the same, perhaps its mother. */
function partOf(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 5 && ` ${long} `.includes(` ${short} `) ? 0.7 : 0
}

/** Letters to change, add, leave out or swap with their neighbour until one text is the other. */
function editsBetween(a: string, b: string): number {
  const [from, to] = [[...a], [...b]]
  let [before, above] = [[] as number[], Array.from({ length: to.length + 1 }, (_, index) => index)]
  for (const [i, letter] of from.entries()) {
    const row = [i + 1]
    for (const [j, other] of to.entries()) {
      const changed = (above[j] ?? 0) + (letter === other ? 0 : 1)
      const swapped = letter === to[j - 1] && from[i - 1] === other ? (before[j - 1] ?? 0) + 1 : Infinity
      row.push(Math.min(changed, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, swapped))
    }
    ;[before, above] = [above, row]
  }
  return above.at(-1) ?? 0
}

/** How many trigrams two texts share: words in another order still share most of them. */
function diceOf(a: string, b: string): number {
  const [mine, theirs] = [trigramsOf(a), trigramsOf(b)]
  const shared = [...mine].filter((piece) => theirs.has(piece)).length
  return (2 * shared) / (mine.size + theirs.size)
}

function trigramsOf(text: string): Set<string> {
  return new Set(
    text.split(' ').flatMap((word) => {
      const letters = [...`  ${word} `]
      return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''))
    }),
  )
}

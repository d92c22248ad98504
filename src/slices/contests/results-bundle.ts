import { createHash } from 'node:crypto'
import type { Language } from '../../shared/languages.ts'
import type { Named } from '../../shared/names.ts'
import type { Normalisation, Outside, TieRule } from './judging-model.ts'
import type { Leniency, Place } from './ranking.ts'

export const bundleFormat = 'jembatan-contest-result/1'

/** Everything by which anybody computes the places again, and no name of a person. */
export interface Result {
  format: typeof bundleFormat
  region: Named & { slug: string }
  contest: { slug: string; title: string; titleLang: string }
  judgedFrom: string
  announcedOn: string
  /** The last day on which an announced result was changed: an entry was disqualified. */
  revisedOn?: string | undefined
  rules: {
    scale: number
    normalisation: Normalisation
    tieRule: TieRule
    /** Made when judging began; a draw takes the order of SHA-256 of "seed:number". */
    seed: string
    winners: number
    prizes: string[]
    prizesLang: Language
    criteriaVersion: number
  }
  /** Sheets that were due and missing when all were opened, and why they were opened. */
  absent: { sheets: number; reason: string | null }
  minutes: { number: string | null; decidedOn: string }
  criteria: { position: number; name: string; nameLang: Language; about: string | null; weight: number }[]
  categories: { id: string; name: string }[]
  entries: {
    number: number
    name: string
    village: string
    category: string
    outside: Exclude<Outside, 'no_sheet'> | null
    disqualified?: { on: string; reason: string } | undefined
  }[]
  /** Jurors under letters; marks in the order of the criteria. */
  sheets: { juror: string; entry: number; marks: number[] }[]
  places: Place[]
  leniency: Leniency[]
}

/** A result as it is published: with its hash and the region's signature over the same text. */
export interface Bundle {
  result: Result
  sha256: string
  signature: string
  publicKey: string
}

/** JSON in one spelling: keys in order of their code units, no blanks. Databases and programs may order keys as they like. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
  return `{${parts.join(',')}}`
}

/** Hash and signature of a result. */
export function sealResult(
  result: Result,
  { publicKey, sign }: { publicKey: string; sign: (text: string) => string },
): Bundle {
  const text = canonical(result)
  return { result, sha256: createHash('sha256').update(text).digest('hex'), signature: sign(text), publicKey }
}

import type { Language } from '../../shared/languages.ts'
import { publicLines, shippedLines, standingOn, type StandingLine } from './model.ts'
import { isShippedScheme, schemeCountries, schemeIds } from './schemes.ts'

/** A line with the programme's country, and its names where it is the region's own. */
export type KnownLine = StandingLine & {
  country: string
  names?: Partial<Record<Language, string>> | undefined
  /** The cooperation in which the programme was spoken of. */
  relation?: string | undefined
  rev?: number | undefined
}

/** What is shipped, in the same form. */
export const shippedKnown: readonly KnownLine[] = shippedLines.flatMap((line): KnownLine[] =>
  isShippedScheme(line.scheme) ? [{ ...line, country: schemeCountries[line.scheme] }] : [],
)

export interface KnownScheme {
  scheme: string
  country: string
  names?: Partial<Record<Language, string>> | undefined
  /** What is known on the day. */
  now: KnownLine | undefined
  lines: KnownLine[]
}

/** The programmes abroad in their order, each as it is known on a day; the shipped ones first. */
export function schemesOn(lines: readonly KnownLine[], on: string): KnownScheme[] {
  const ids = [...new Set([...schemeIds, ...lines.map(({ scheme }) => scheme)])]
  return ids.flatMap((scheme) => {
    const of = lines.filter((line) => line.scheme === scheme).toSorted((a, b) => b.since.localeCompare(a.since))
    const [first] = of
    if (first === undefined) return []
    const now = standingOn(of, { scheme, on }) as KnownLine | undefined
    return [{ scheme, country: first.country, names: of.find(({ names }) => names)?.names, now, lines: of }]
  })
}

/** The same as the world may read it: what a region published, beside what official sources say. */
export const publicSchemesOn = (published: readonly KnownLine[], on: string): KnownScheme[] =>
  schemesOn([...published, ...publicLines(shippedKnown, on)], on)

import { readFileSync } from 'node:fs'
import { foldForSearch } from '../../shared/text.ts'
import type { NewRegion } from './commands.ts'
import type { Tier } from './model.ts'

/** A province, regency or city as the decree on codes lists it. */
export interface CodedRegion {
  code: string
  name: string
  tier: Tier
}

/** The codes of Kemendagri, as the decree named in the first line of the file lists them: 38 provinces, 514 regions. */
export const regionCodes: readonly CodedRegion[] = readFileSync(new URL('region-codes.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(2)
  .map((line) => {
    const [code = '', name = '', tier] = line.split(',')
    return { code, name, tier: tier as Tier }
  })

// Keppres 41/1987: western time for Sumatra, Java, Kalimantan Barat and Tengah; eastern for Maluku and Papua.
const western = /^([1-3]\d|6[12])/
const eastern = /^[89]\d/

/** The zone of a region by its province. */
export function zoneOf(code: string): NewRegion['zone'] {
  if (western.test(code)) return 'WIB'
  return eastern.test(code) ? 'WIT' : 'WITA'
}

/** 3275, 32.75 and " 32.75 " are one code. */
export function findCode(typed: string): CodedRegion | undefined {
  const digits = typed.replaceAll(/[\s.]/g, '')
  return regionCodes.find(({ code }) => code.replace('.', '') === digits)
}

/** What somebody may have meant who typed a code that is none, or a name; the nearest first (at most 5). */
export function nearestCodes(typed: string): CodedRegion[] {
  const words = foldForSearch(typed).trim()
  const byName = regionCodes.filter(({ name }) => /[a-z]{3}/.test(words) && foldForSearch(name).includes(words))
  if (byName.length > 0) return byName.slice(0, 5)
  const digits = typed.replaceAll(/\D/g, '')
  if (digits === '') return []
  return regionCodes
    .map((region) => ({ region, far: distance(region.code.replace('.', ''), digits) }))
    .toSorted((a, b) => a.far - b.far || a.region.code.localeCompare(b.region.code))
    .slice(0, 5)
    .map(({ region }) => region)
}

/** How far one code is from another: two digits in the other order are nearest, then each digit that differs. */
function distance(code: string, typed: string): number {
  if (code.length === typed.length && [...code].toSorted().join('') === [...typed].toSorted().join('')) return 0
  const differing = [...code].filter((digit, at) => digit !== typed[at]).length
  return differing + Math.max(0, typed.length - code.length)
}

const ja = { provinsi: '州', kabupaten: '県', kota: '市' } as const
const ko = { provinsi: '주', kabupaten: '군', kota: '시' } as const

/**
 * How a region is called and addressed when nobody says otherwise: "Kab. Bekasi" at kab-bekasi, "Kota Bekasi" at
 * kota-bekasi, "Provinsi Jawa Barat" at jawa-barat; in the other languages by its tier, "Bekasi City", "Bekasi市". How
 * the name itself is written in Japanese and Korean cannot be derived: `region mend` says it.
 */
export function proposeRegion({ code, name, tier }: CodedRegion): Omit<NewRegion, 'tenant' | 'demonstration'> {
  const bare = name.replace(/^((Kabupaten|Kota)( Administrasi)?|Daerah (Khusus|Istimewa)( Ibukota)?) /, '')
  const called = {
    provinsi: name.startsWith('Daerah ') ? name : `Provinsi ${name}`,
    kabupaten: `Kab. ${bare}`,
    kota: name,
  }
  const english = { provinsi: `${name} Province`, kabupaten: `${bare} Regency`, kota: `${bare} City` }
  const slug = { provinsi: name, kabupaten: `kab-${bare}`, kota: `kota-${bare}` }[tier]
  return {
    code,
    slug: foldForSearch(slug).replaceAll(/[^a-z0-9]+/g, '-'),
    tier,
    zone: zoneOf(code),
    name: called[tier],
    names: { en: english[tier], ja: `${bare}${ja[tier]}`, ko: `${bare}${ko[tier]}` },
  }
}

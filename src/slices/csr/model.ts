import type { Language } from '../../shared/languages.ts'
import { foldForSearch } from '../../shared/text.ts'

/** The nine fields of needs as regional rules on corporate social responsibility list them. */
export const needFields = [
  'pendidikan_olahraga',
  'kesehatan',
  'seni_budaya_pariwisata',
  'kesejahteraan',
  'usaha',
  'keagamaan',
  'lingkungan',
  'pertanian_peternakan_perikanan',
  'infrastruktur',
] as const
export type NeedField = (typeof needFields)[number]

export const needStandings = ['usulan', 'terbuka', 'dipasangkan', 'berjalan', 'terwujud', 'ditutup'] as const
export type NeedStanding = (typeof needStandings)[number]

export const realisationStandings = ['dilaporkan', 'dikonfirmasi', 'dibantah'] as const
export type RealisationStanding = (typeof realisationStandings)[number]

/** What an officer may do with a need, by where it stands; the screen shows these, the commands hold them. */
export const needActs = {
  usulan: ['mend', 'open', 'close'],
  terbuka: ['mend', 'match', 'close', 'publish'],
  dipasangkan: ['mend', 'unmatch', 'report', 'share', 'publish'],
  berjalan: ['mend', 'unmatch', 'report', 'share', 'finish', 'publish'],
  terwujud: ['publish'],
  ditutup: ['reopen', 'publish'],
} as const satisfies Record<NeedStanding, readonly string[]>
export type NeedAct = (typeof needActs)[NeedStanding][number]

export function mayNeed(standing: NeedStanding, act: NeedAct): boolean {
  const acts: readonly NeedAct[] = needActs[standing]
  return acts.includes(act)
}

export const limits = {
  /** Whole rupiah. */
  cost: 1_000_000_000_000,
  description: 4000,
  words: 2000,
  /** Files of one realisation. */
  evidence: 20,
  /** Realisations of one match. */
  realisations: 50,
  relations: 20,
  places: 30,
  /** The largest file that comes with a form of a link, in bytes. */
  file: 10_485_760,
} as const

/** What a village need rarely costs: it is asked about, because a digit more or less is easily typed. */
const usualCost = { least: 500_000, most: 20_000_000_000 } as const

export function isDoubtfulCost(cost: number): boolean {
  return cost < usualCost.least || cost > usualCost.most
}

/**
 * "Rp 12.500.000", "12,500,000" → 12500000; undefined for nothing. What is no whole sum is 0, which no amount may be, so
 * that it is refused at its field and never read as empty.
 */
export function rupiahOf(typed: string): number | undefined {
  const digits = typed
    .trim()
    .replace(/^(rp|idr)\.?\s*/i, '')
    .replace(/[.,\s](?=\d{3}(\D|$))/g, '')
    .replace(/[.,]0{2}$/, '')
  if (digits === '') return undefined
  return /^\d{1,15}$/.test(digits) ? Number(digits) : 0
}

/** "Desa Sukamaju", "Kel. Sukamaju" → "sukamaju": how places are compared. */
export function foldPlace(place: string): string {
  return foldForSearch(place)
    .replace(/^(desa|kelurahan|kel|kecamatan|kec|kampung|kp)\.?\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether two names of parties are one: nobody hands the village's link to the company. */
export function isSameParty(one: string, other: string): boolean {
  const fold = (name: string) => foldForSearch(name).replace(/[^\p{L}\p{N}]+/gu, '') || name.trim()
  return fold(one) === fold(other)
}

/** Why an offer and a need do not go together of themselves; by hand they may, once the officer means it. */
export type Misfit = 'field' | 'place' | 'late'

export function misfitsOf(
  need: { field: NeedField; village: string; district: string },
  offer: { fields: readonly string[]; places: readonly string[]; untilOn: string | undefined },
  on: string,
): Misfit[] {
  const misfits: Misfit[] = []
  if (offer.fields.length > 0 && !offer.fields.includes(need.field)) misfits.push('field')
  if (offer.places.length > 0 && placeFit(need, offer.places) === undefined) misfits.push('place')
  if (offer.untilOn !== undefined && offer.untilOn < on) misfits.push('late')
  return misfits
}

export function placeFit(
  { village, district }: { village: string; district: string },
  places: readonly string[],
): 'village' | 'district' | undefined {
  const folded = places.map(foldPlace)
  if (folded.includes(foldPlace(village))) return 'village'
  return folded.includes(foldPlace(district)) ? 'district' : undefined
}

/** What a match was promised and what villages have confirmed of it, in whole rupiah. */
export interface Promised {
  committed: number | undefined
  reports: readonly { standing: RealisationStanding; value: number | undefined; evidence: number }[]
}

export interface Realised {
  /** Promised in rupiah, of how many matches; those promised in kind only are counted beside. */
  committed: number
  matches: number
  inKind: number
  /** Confirmed by a village and shown by a file. */
  confirmed: number
  /** Told by the company, not confirmed or not shown. */
  told: number
  /** Confirmed ÷ committed in whole percent, undefined where nothing was promised in rupiah. */
  percent?: number | undefined
  /** How many of these matches have a confirmed report with a file. */
  covered: number
}

/** What of a match was confirmed by the village and shown by a file, what is only told, and what is disputed. */
export function sumsOf(reports: Promised['reports']): { confirmed: number; told: number; disputed: number } {
  const of = (is: (report: Promised['reports'][number]) => boolean) =>
    sum(reports.filter(is).map(({ value }) => value ?? 0))
  const confirmed = of(isShown)
  const disputed = of(({ standing }) => standing === 'dibantah')
  return { confirmed, told: of(() => true) - confirmed - disputed, disputed }
}

const isShown = ({ standing, evidence }: Promised['reports'][number]) => standing === 'dikonfirmasi' && evidence > 0

/** Realisation rate: value with evidence that a village confirmed ÷ value promised, with how many matches it rests on. */
export function realisedOf(matches: readonly Promised[]): Realised {
  const inRupiah = matches.filter(({ committed }) => committed !== undefined)
  const committed = sum(inRupiah.map((match) => match.committed ?? 0))
  const sums = inRupiah.map(({ reports }) => sumsOf(reports))
  const confirmed = sum(sums.map((each) => each.confirmed))
  return {
    committed,
    matches: inRupiah.length,
    inKind: matches.length - inRupiah.length,
    confirmed,
    told: sum(sums.map(({ told }) => told)),
    percent: committed === 0 ? undefined : Math.floor((confirmed * 100) / committed),
    covered: matches.filter(({ reports }) => reports.some(isShown)).length,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** "PJU jalan desa", "Sukamaju" → "pju-jalan-desa-sukamaju"; at least "kebutuhan". */
export function slugFor({ title, village }: { title: string; village: string }): string {
  const slug = foldForSearch(`${title} ${village}`)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'kebutuhan' : slug
}

/** A photograph as the published document names it: the portal sends it without what the camera wrote into it. */
export interface PublishedPicture {
  sha256: string
  kind: 'jpeg' | 'png'
  bytes: number
  caption: string
}

export interface PublishedRealisation {
  occurredOn: string
  value?: number
  inKind?: string
  standing: RealisationStanding
  answeredOn?: string
  evidence: number
}

/** A need as the world sees it. Nobody's name, no reasons of officers, no evidence files. */
export interface PublishedNeed {
  id: string
  slug: string
  title: string
  textLang: Language
  village: string
  district: string
  field: NeedField
  description?: string
  place?: string
  cost?: number
  photo?: PublishedPicture
  musrenbang?: string
  year: number
  apbd?: { words?: string }
  standing: NeedStanding
  movedOn: string
  enteredOn: string
  company?: { name: string; names: Partial<Record<Language, string>>; committed?: number; inKind?: string }
  realisations: PublishedRealisation[]
  region: { slug: string; name: string; names: Partial<Record<Language, string>> }
  relations: { slug: string; name: string }[]
}

/** What a company did in a year, as the world sees it. */
export interface PublishedCompany {
  name: string
  names: Partial<Record<Language, string>>
  slug: string
  year: number
  on: string
  region: { slug: string; name: string; names: Partial<Record<Language, string>> }
  realised: Realised
  lines: {
    title: string
    textLang: Language
    village: string
    district: string
    field: NeedField
    slug: string
    committed?: number
    inKind?: string
    standing: NeedStanding
    confirmed: number
  }[]
  /** Needs that are not public are only counted. */
  others: number
}

import { firstDayOf, isOnOrBefore, type DateText, type PartialDate } from '../../shared/dates.ts'
import { brokerBans, shippedStandings, type SchemeSource } from './schemes.ts'

/** The way of a cohort, in order. The region trains and hands over; it never places. */
export const steps = ['pelatihan', 'lulus_bahasa', 'siap', 'diserahkan', 'berangkat', 'kembali'] as const
export type Step = (typeof steps)[number]

/** Who alone may place people abroad: UU 18/2017 Ps 49. */
export const bodyKinds = ['badan_nasional', 'p3mi', 'perusahaan_sendiri'] as const
export type BodyKind = (typeof bodyKinds)[number]

export const standings = ['dibuka', 'dihentikan_sementara', 'diumumkan', 'ditutup', 'belum_diketahui'] as const
export type Standing = (typeof standings)[number]

export const payers = ['pekerja', 'daerah', 'pemerintah_pusat', 'pemberi_kerja', 'badan_penempatan', 'lain'] as const
export type Payer = (typeof payers)[number]

/** What a worker may have to pay for herself (BPPMI 2/2020 Ps 3), and whatever else. */
export const costKinds = [
  'paspor',
  'skck',
  'jaminan_sosial',
  'tes_kesehatan',
  'transportasi_lokal',
  'akomodasi',
  'lain',
] as const
export type CostKind = (typeof costKinds)[number]

/** How many lines of costs a cohort has. */
export const costsMost = 100

/** What of a named person may be told to a placing body, as she agreed to. */
export const shareables = ['nama', 'langkah', 'tanggal_persetujuan'] as const
export type Shareable = (typeof shareables)[number]

export const figureKinds = [
  'pengangguran',
  'penempatan',
  'penempatan_warga',
  'perusahaan_terdaftar',
  'perusahaan_melapor',
] as const
export type FigureKind = (typeof figureKinds)[number]
export const figureUnits = ['persen', 'orang', 'perusahaan'] as const
export type FigureUnit = (typeof figureUnits)[number]

/** The units that make sense of a figure; its first is proposed. */
export const unitsOfFigure: Readonly<Record<FigureKind, readonly FigureUnit[]>> = {
  pengangguran: ['persen', 'orang'],
  penempatan: ['orang'],
  penempatan_warga: ['orang', 'persen'],
  perusahaan_terdaftar: ['perusahaan'],
  perusahaan_melapor: ['perusahaan'],
}

/** What is known of a programme abroad since a day: shipped, or said by the region itself (then it has an id). */
export interface StandingLine {
  id?: string | undefined
  scheme: string
  standing: Standing
  since: PartialDate
  /** Since when it holds nobody says: the day on which it was seen. */
  seenOn?: string | undefined
  startsOn?: string | undefined
  /** Of shipped lines. */
  sources?: readonly SchemeSource[] | undefined
  /** Of a region's own. */
  source?: string | undefined
  isChecked: boolean
  lookAgainOn?: string | undefined
  note?: string | undefined
}

/** The shipped lines in the form of a region's own. */
export const shippedLines: readonly StandingLine[] = shippedStandings.map((shipped) => {
  const { verified: _, ...line } = shipped
  return { ...line, isChecked: false }
})

/** Whether a line is only what another outlet says: shipped, and no official source among its own. */
export const isFromElsewhere = ({ id, sources = [] }: StandingLine): boolean =>
  id === undefined && sources.every(({ officialOn }) => officialOn === undefined)

/**
 * What of the lines the world may read on a day: a region's own, which it published, and of what is shipped the lines
 * that an official source says, with that source alone, as it was seen by then. What other outlets say stays inside
 * (docs/decisions/0023).
 */
export function publicLines<Line extends StandingLine>(lines: readonly Line[], on: DateText): Line[] {
  return lines.flatMap((line) => {
    if (line.id !== undefined) return [line]
    const sources = (line.sources ?? []).filter(({ officialOn }) => officialOn !== undefined && officialOn <= on)
    const [first] = sources
    return first === undefined ? [] : [{ ...line, sources, seenOn: first.officialOn }]
  })
}

/**
 * What is known of a programme on a day: the line with the latest beginning; of two since the same day the region's own,
 * of those the later. A line that was only seen is older than every other: nobody knows since when it holds. Nothing
 * known is undefined, and never "open".
 */
export function standingOn(
  lines: readonly StandingLine[],
  { scheme, on }: { scheme: string; on: DateText },
): StandingLine | undefined {
  const known = lines.filter((line) => line.scheme === scheme && isOnOrBefore(line.since, on))
  const beginning = ({ since, seenOn }: StandingLine) => (seenOn === since ? '' : firstDayOf(since))
  return known.toSorted(
    (a, b) =>
      beginning(b).localeCompare(beginning(a)) ||
      Number(b.id !== undefined) - Number(a.id !== undefined) ||
      (b.id ?? '').localeCompare(a.id ?? ''),
  )[0]
}

/** Whether the day has passed on which somebody wanted to look again. */
export const isToLookAgain = ({ lookAgainOn }: Pick<StandingLine, 'lookAgainOn'>, on: DateText): boolean =>
  lookAgainOn !== undefined && lookAgainOn <= on

/** Why something cannot be recorded yet, or not at all, with where that is written. `not_yet` carries it in `missing`. */
export type Obstacle =
  | {
      what: 'opinion'
      scheme: string
      standing: Standing
      since: PartialDate
      source?: string | undefined
      sources?: readonly SchemeSource[] | undefined
      lookAgainOn?: string | undefined
    }
  | { what: 'intermediary'; scheme: string; since: PartialDate; law: string; sources: readonly SchemeSource[] }
  | { what: 'licence'; law: 'UU 18/2017'; at: 'Ps 49, 51–57'; until: DateText }
  | { what: 'placement_fee'; law: 'UU 18/2017'; at: 'Ps 30' }

/** A programme that takes nobody: a cohort for it asks for a legal opinion. */
const takesNobody: readonly Standing[] = ['dihentikan_sementara', 'ditutup']

interface Asked {
  scheme?: string | undefined
  /** When the cohort begins; where that is not known, the day on which it is recorded. */
  on: DateText
}

/** What a cohort of a suspended or closed programme lacks: a legal opinion, as a file. */
export function opinionObstacle(
  lines: readonly StandingLine[],
  { scheme, on, hasOpinion }: Asked & { hasOpinion: boolean },
): Obstacle | undefined {
  if (scheme === undefined || hasOpinion) return undefined
  const line = standingOn(lines, { scheme, on })
  if (line === undefined || !takesNobody.includes(line.standing)) return undefined
  const { standing, since, source, sources, lookAgainOn } = line
  return { what: 'opinion', scheme, standing, since, source, sources, lookAgainOn }
}

/** Kinds of partners that may have no hand in choosing or hiring where brokers are banned: governments alone may. */
const privateKinds = new Set<string | undefined>(['company', 'chamber', 'estate', undefined])

/** The ban of brokers that holds for a programme on a day. */
export const brokerBanOn = ({ scheme, on }: Asked) => brokerBans.find((one) => one.scheme === scheme && one.since <= on)

/** Refuses a company or a chamber between the worker and her employer where that is a crime. */
export function intermediaryObstacle({
  scheme,
  on,
  via,
}: Asked & { via: { kind: string | undefined } }): Obstacle | undefined {
  const ban = brokerBanOn({ scheme, on })
  if (ban === undefined || !privateKinds.has(via.kind)) return undefined
  return { what: 'intermediary', scheme: ban.scheme, since: ban.since, law: ban.law, sources: ban.sources }
}

/** The same of a placing body: its own people or a licensed company are companies too. */
export const bodyObstacle = ({ scheme, on, body }: Asked & { body: BodyKind }): Obstacle | undefined =>
  body === 'badan_nasional' ? undefined : intermediaryObstacle({ scheme, on, via: { kind: 'company' } })

/** A licence that had ended on the day of handing over. */
export const licenceObstacle = ({
  until,
  on,
}: {
  until: DateText | undefined
  on: PartialDate
}): Obstacle | undefined =>
  until !== undefined && until < firstDayOf(on)
    ? { what: 'licence', law: 'UU 18/2017', at: 'Ps 49, 51–57', until }
    : undefined

/** How many stand at a step, as counted on a day. Without a number: "jumlah tidak disebut". */
export interface Count {
  id: string
  step: Step
  number: number | undefined
  countedOn: PartialDate
}

/** The newest count of each step up to a day, in the order of the steps. */
export function newestCounts<One extends Count>(counts: readonly One[], on: DateText): One[] {
  return steps.flatMap(
    (step) =>
      newestOf(
        counts.filter((count) => count.step === step),
        on,
      ) ?? [],
  )
}

/** By day; of one day the one entered earlier is before the one entered later. */
function byDay(a: Pick<Count, 'id' | 'countedOn'>, b: Pick<Count, 'id' | 'countedOn'>): number {
  const [one, other] = [a, b].map(({ id, countedOn }) => `${firstDayOf(countedOn)} ${id}`) as [string, string]
  return one < other ? -1 : one > other ? 1 : 0
}

const newestOf = <One extends Count>(counts: readonly One[], on: DateText): One | undefined =>
  counts
    .filter(({ countedOn }) => isOnOrBefore(countedOn, on))
    .toSorted(byDay)
    .at(-1)

/** The count beside which one stands that makes a fall: with the one before it, or with the one after it. */
export type Fall<One> = { what: 'fewer' | 'fewer_later'; beside: One }

/** Later than every id: a new count comes after those of its day. */
const lastOfItsDay = '~'

/**
 * The fall that a count makes among others: fewer than the stated number before it, or, entered late, more than the one
 * after it (`fewer_later`), which has no reason of its own yet. Then its reason is asked for. Numbers that are not
 * stated make none. Without an id it is a new one.
 */
export function fallOf<One extends Count & { reason?: string | undefined }>(
  counts: readonly One[],
  { id = lastOfItsDay, step, number, countedOn }: Omit<Count, 'id' | 'number'> & { id?: string; number: number | null },
): Fall<One & { number: number }> | undefined {
  if (number === null) return undefined
  const stated = counts
    .filter((one): one is One & { number: number } => one.step === step && one.number !== undefined)
    .toSorted(byDay)
  const last = stated.findLast((one) => byDay(one, { id, countedOn }) < 0)
  if (last !== undefined && number < last.number) return { what: 'fewer', beside: last }
  const next = stated.find((one) => byDay(one, { id, countedOn }) > 0)
  const falls = next !== undefined && next.number < number && !next.reason
  return falls ? { what: 'fewer_later', beside: next } : undefined
}

/** How many companies reported in a year, of how many; of how many is unknown until somebody enters the figure. */
export interface Coverage {
  year: number
  reported: number
  known?: number | undefined
}

/** The share of residents among those who were taken in, in whole percent; undefined while nobody reported both. */
export const localShare = ({ filled, local }: { filled: number; local: number }): number | undefined =>
  filled === 0 ? undefined : Math.round((local * 100) / filled)

/** Agency staff keep what is of their own agency; officers everything. */
export const isOwnAgency = (
  who: { role: string; unit: string | undefined },
  unit: string | null | undefined,
): boolean => who.role !== 'opd' || (who.unit !== undefined && who.unit === unit)

/** Names are for the agency they come from, and for nobody else. */
export const mayName = (who: { role: string; unit: string | undefined }, unit: string | null | undefined): boolean =>
  who.role === 'opd' && who.unit !== undefined && who.unit === unit

/** Whether a cohort was begun or counted by a day; one without any day is always there. */
export function isKnownOn(
  { beganOn, counts }: { beganOn?: string | undefined; counts: readonly { countedOn: string }[] },
  on: DateText,
): boolean {
  const days = [...(beganOn === undefined ? [] : [beganOn]), ...counts.map(({ countedOn }) => countedOn)]
  return days.length === 0 || days.some((day) => isOnOrBefore(day, on))
}

/**
 * What is prepared before a delegation comes or goes, and done after it (domain programmes §8.1, [M] unless an article
 * stands beside it). A region edits the list in Pengaturan; this is what it begins with.
 */
import { addDays, isDate, type DateText, type PartialDate } from '../../shared/dates.ts'
import { isWorkingDay, type Calendar } from '../procedures/model.ts'
import type { ActivityKind } from './model.ts'

export const journeys = ['masuk', 'keluar'] as const
/** Somebody comes (masuk), or we go (keluar). */
export type Journey = (typeof journeys)[number]

export const listKeys = [
  'surat_pengundang',
  'kesetaraan_jenjang',
  'data_sektor',
  'pemberitahuan_pusat',
  'rancangan_acara',
  'bahan_pertemuan',
  'penerjemah',
  'daftar_opd',
  'cendera_mata',
  'keamanan_pers',
  'kabari_tuan_rumah',
  'tata_tempat',
  'hadir_awal',
  'notulen',
  'siaran_pers',
  'ucapan_terima_kasih',
  'arsip',
  'kak_undangan',
  'anggaran',
  'izin_perjalanan',
  'paspor_dinas',
  'asuransi',
  'surat_tugas',
  'bahan_kepala_daerah',
  'catatan_harian',
  'laporan_perjalanan',
  'spj',
  'tindak_lanjut',
] as const
export type ListKey = (typeof listKeys)[number]

export interface ListItem {
  key: ListKey
  /** From the day of the visit: before it negative. */
  days: number
  /** Where a rule says so, as it is cited everywhere. */
  article?: string
  /** Whether the article was read, or is told by others. */
  verified?: 'V' | 'V2'
}

const travel = 'SE Mendagri 009/5545/SJ & 009/5546/SJ; Permendagri 59/2019'

/** The product's own lists, by the day. */
export const ownLists: Readonly<Record<Journey, readonly ListItem[]>> = {
  masuk: [
    { key: 'surat_pengundang', days: -30 },
    { key: 'kesetaraan_jenjang', days: -30 },
    { key: 'data_sektor', days: -30 },
    { key: 'pemberitahuan_pusat', days: -30 },
    { key: 'rancangan_acara', days: -7 },
    { key: 'bahan_pertemuan', days: -7 },
    { key: 'penerjemah', days: -7, article: 'UU 24/2009 Ps 32', verified: 'V' },
    { key: 'daftar_opd', days: -7 },
    { key: 'cendera_mata', days: -7 },
    { key: 'keamanan_pers', days: -7 },
    { key: 'kabari_tuan_rumah', days: -2 },
    { key: 'tata_tempat', days: -2, article: 'UU 9/2010', verified: 'V' },
    { key: 'hadir_awal', days: 0 },
    { key: 'notulen', days: 3 },
    { key: 'siaran_pers', days: 3 },
    { key: 'ucapan_terima_kasih', days: 14 },
    { key: 'arsip', days: 30 },
  ],
  keluar: [
    { key: 'kak_undangan', days: -30 },
    { key: 'anggaran', days: -30 },
    { key: 'izin_perjalanan', days: -30, article: travel, verified: 'V2' },
    { key: 'paspor_dinas', days: -7 },
    { key: 'asuransi', days: -7 },
    { key: 'surat_tugas', days: -7 },
    { key: 'bahan_kepala_daerah', days: -2 },
    { key: 'catatan_harian', days: 0 },
    { key: 'laporan_perjalanan', days: 7 },
    { key: 'spj', days: 7 },
    { key: 'tindak_lanjut', days: 14 },
  ],
}

/** Which list a kind of activity begins with. */
export function journeyOf(kind: ActivityKind | undefined): Journey {
  return kind === 'kunjungan_keluar' ? 'keluar' : 'masuk'
}

/** An item of a region's list: one of the product's, as it is or as the region words it, or one of its own. */
export interface TemplateItem {
  /** Of the row that the region wrote; absent while the product's own stands. */
  id?: string | undefined
  rev: number
  key?: ListKey | undefined
  /** In the region's words; absent: the product's, in the reader's language. */
  words?: string | undefined
  days: number
  article?: string | undefined
  verified?: 'V' | 'V2' | undefined
}

export interface TemplateRow {
  id: string
  rev: number
  key: string | null
  words: string | null
  days: number
  dropped: boolean
}

/** The list that holds in a region: the product's, with what the region replaced, took off or added; by the day. */
export function listOf(
  journey: Journey,
  rows: readonly TemplateRow[],
): { items: TemplateItem[]; dropped: TemplateItem[] } {
  const own = ownLists[journey].map(({ key, days, article, verified }) => {
    const row = rows.find((one) => one.key === key)
    const cited = { ...(article !== undefined && { article }), ...(verified !== undefined && { verified }) }
    const item: TemplateItem = { key, days: row?.days ?? days, rev: row?.rev ?? 0, ...cited }
    if (row === undefined) return { item, dropped: false }
    return { item: { ...item, id: row.id, ...(row.words !== null && { words: row.words }) }, dropped: row.dropped }
  })
  const added = rows
    .filter(({ key }) => key === null)
    .map(({ id, rev, words, days, dropped }) => ({
      item: { id, rev, words: words ?? '', days } as TemplateItem,
      dropped,
    }))
  const all = [...own, ...added]
  const byDay = (a: TemplateItem, b: TemplateItem) => a.days - b.days
  return {
    items: all.flatMap(({ item, dropped }) => (dropped ? [] : [item])).toSorted(byDay),
    dropped: all.flatMap(({ item, dropped }) => (dropped ? [item] : [])).toSorted(byDay),
  }
}

export interface ItemDay {
  day: DateText
  /** The day that was counted, where nobody works on it. */
  counted?: DateText
}

/**
 * The day of an item: counted from the visit's, before a weekend or holiday where it comes before the visit, after it
 * where it comes after. What belongs to the day itself stays there. Undefined while only a month of the visit is known.
 */
export function dayOfItem(
  { days, visitOn }: { days: number; visitOn: PartialDate },
  calendar: Calendar,
): ItemDay | undefined {
  if (!isDate(visitOn)) return undefined
  const counted = addDays(visitOn, days)
  let day = counted
  while (days !== 0 && !isWorkingDay(day, calendar)) day = addDays(day, days < 0 ? -1 : 1)
  return day === counted ? { day } : { day, counted }
}

/** Whether the day of an item has passed and nobody said that it is done. It is said inside only. */
export function isPassed(
  { day, doneOn }: { day?: DateText | undefined; doneOn?: DateText | undefined },
  on: DateText,
): boolean {
  return doneOn === undefined && day !== undefined && day < on
}

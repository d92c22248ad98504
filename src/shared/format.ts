// Everything is written from tables in this file. ICU data differs between browsers and Node builds, and a date on a
// printed letter must not change with an update.
import type { PartialDate, Zone } from './dates.ts'
import { readPartialDate, weekdayOf } from './dates.ts'
import type { Language } from './languages.ts'

const months = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

const weekdays: Record<Language, string[]> = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  ja: '日 月 火 水 木 金 土'.split(' '),
  ko: '일 월 화 수 목 금 토'.split(' '),
}

const units = {
  ja: { year: '年', month: '月', day: '日', space: '' },
  ko: { year: '년', month: '월', day: '일', space: ' ' },
}

const teensInIndonesian = 'dua tiga empat lima enam tujuh delapan sembilan'.split(' ').map((word) => `${word} belas`)
const numbers = {
  id: [
    ...'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' '),
    ...teensInIndonesian,
    'dua puluh',
  ],
  en: [
    ...'zero one two three four five six seven eight nine ten eleven twelve thirteen'.split(' '),
    ...'fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' '),
  ],
}

/**
 * A day, month or year as a reader writes it: '24 Juli 2025', '2025年7月24日', 'Juli 2023', '2023년'. The weekday is
 * added to whole dates only; `short` takes three letters of month and weekday and leaves Japanese and Korean as they are.
 * Throws RangeError when the text is no date.
 */
export function formatDate(
  date: PartialDate,
  lang: Language,
  options: { weekday?: boolean; short?: boolean } = {},
): string {
  const written = join(piecesOf(date, lang, options), lang)
  if (!options.weekday || date.length < 10) return written
  const weekday = weekdays[lang][weekdayOf(date)] ?? ''
  if (lang === 'ja') return `${written}（${weekday}）`
  if (lang === 'ko') return `${written} (${weekday})`
  return `${options.short ? weekday.slice(0, 3) : weekday}, ${written}`
}

/** From one day (month, year) to another, what they share written once: '23–25 Juli 2025', '2024年6月28日～7月2日'. */
export function formatDateRange(from: PartialDate, to: PartialDate, lang: Language): string {
  if (from === to) return formatDate(from, lang)
  let [start, end] = [piecesOf(from, lang), piecesOf(to, lang)]
  if (from.length === to.length) {
    if (lang === 'ja' || lang === 'ko') end = withoutShared(end, start)
    else start = withoutShared(start.toReversed(), end.toReversed()).toReversed()
  }
  const [left, right] = [join(start, lang), join(end, lang)]
  if (lang === 'ja') return `${left}～${right}`
  // The dash stands close between single words and gets room as soon as the piece beside it has a space of its own.
  const tight = (lang === 'ko' ? end : start).length === 1 && from.length === to.length
  if (lang === 'ko') return tight ? `${left}~${right}` : `${left} ~ ${right}`
  return tight ? `${left}–${right}` : `${left} – ${right}`
}

/** A clock time 'HH:MM' (seconds are dropped) with its zone: '23.59 WIB' in Indonesian, '23:59 WIB' elsewhere. */
export function formatTime(time: string, zone: Zone, lang: Language): string {
  const shown = time.slice(0, 5)
  return `${lang === 'id' ? shown.replace(':', '.') : shown} ${zone}`
}

/** A count as a word from 0 to 20 in Indonesian and English ('enam', 'Six'); digits beyond, and in Japanese and Korean. */
export function numberWord(n: number, lang: Language, options: { capital?: boolean } = {}): string {
  const word = lang === 'id' || lang === 'en' ? numbers[lang][n] : undefined
  if (word === undefined) return formatNumber(n, lang)
  return options.capital ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

/** Digits in groups of three with all decimals the number has: '1.234,5' in Indonesian, '1,234.5' elsewhere. */
export function formatNumber(n: number, lang: Language): string {
  const [whole = '', decimals] = String(n).split('.')
  if (!/^-?\d+$/.test(whole)) return String(n) // 1e21 and NaN have no groups
  const [group, point] = lang === 'id' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return decimals === undefined ? grouped : `${grouped}${point}${decimals}`
}

/** A size as people say it: '340 kB', '1,2 MB'. Thousands, not 1,024s, as phones count. */
export function formatBytes(bytes: number, lang: Language): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), lang)} kB`
  return `${formatNumber(Math.round(bytes / 100_000) / 10, lang)} MB`
}

/** 'a, b, dan c' · 'a, b, and c' · 'a、b、c' · 'a, b, c'; two items need no comma in Indonesian and English. */
export function formatList(items: readonly string[], lang: Language): string {
  if (lang === 'ja') return items.join('、')
  if (lang === 'ko' || items.length < 2) return items.join(', ')
  const and = lang === 'id' ? 'dan' : 'and'
  const last = items.at(-1)
  return items.length === 2 ? `${items[0]} ${and} ${last}` : `${items.slice(0, -1).join(', ')}, ${and} ${last}`
}

/** The written parts in the reader's order: day, month, year in Latin script; year, month, day in Japanese and Korean. */
function piecesOf(date: PartialDate, lang: Language, { short = false } = {}): string[] {
  const parts = readPartialDate(date)
  if (!parts) throw new RangeError(`not a date: ${date}`)
  const { year, month, day } = parts
  if (lang === 'ja' || lang === 'ko') {
    const unit = units[lang]
    return [`${year}${unit.year}`, ...numbered(month, unit.month), ...numbered(day, unit.day)]
  }
  const name = month === undefined ? '' : (months[lang][month - 1] ?? '')
  // In both languages the customary abbreviation of every month is its first three letters.
  return [...numbered(day, ''), ...(name ? [short ? name.slice(0, 3) : name] : []), String(year)]
}

function numbered(n: number | undefined, unit: string): string[] {
  return n === undefined ? [] : [`${n}${unit}`]
}

/** `pieces` without the leading ones that equal those of `other`. */
function withoutShared(pieces: string[], other: string[]): string[] {
  return pieces.slice(pieces.findIndex((piece, index) => piece !== other[index]))
}

function join(pieces: string[], lang: Language): string {
  return pieces.join(lang === 'ja' ? '' : ' ')
}

/** A Korean name with "and" after it: 과 after a final consonant, 와 after a vowel; both where the last letter is not hangul. */
export function withKoreanAnd(name: string): string {
  const last = (name.at(-1) ?? '').codePointAt(0) ?? 0
  if (last < 0xac00 || last > 0xd7a3) return `${name}와(과)`
  return (last - 0xac00) % 28 === 0 ? `${name}와` : `${name}과`
}

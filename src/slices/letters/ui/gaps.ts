import type { Language } from '../../../shared/languages.ts'
import { blank, blanksIn, type LetterContent, type Letterhead } from '../model.ts'
import { fieldsOf, valuesOf } from './letter-values.ts'

/** Something that the sheet marks as blank, how often it does, and where an officer fills it. */
export interface Gap {
  what: string
  times: number
  /** The field of the letter's own form, the region's letterhead, or what is noted when the letter goes out. */
  place: { path: string; label: string } | 'head' | 'sending'
}

export interface Gappy {
  content: LetterContent
  head: Letterhead
  number: string | null
  datedOn: string | null
}

/** Every gap of the sheet, once for each place where it is filled: the form in its order, then letterhead and sending. */
export function gapsOf({ content, head, number, datedOn }: Gappy, language: Language): Gap[] {
  const values = valuesOf(content)
  const own = fieldsOf(content, language)
    .filter(({ path }) => path !== 'annexTitle' || values['annex'] !== '') // not printed without an annex
    .flatMap(({ path, label }) => gapsIn(values[path] ?? '', { path, label }))
  if (content.layout === 'naskah') return own // has no letterhead, number or day
  const { government, unit, address, contact, place } = head
  return [
    ...own,
    ...gapsIn([government, unit, address, contact, place].join('\n'), 'head'),
    ...gapsIn(`${number ?? blank('nomor surat')}\n${datedOn ?? blank('tanggal surat')}`, 'sending'),
  ]
}

/** How many places the sheet marks. */
export function countGaps(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { times }) => sum + times, 0)
}

function gapsIn(text: string, place: Gap['place']): Gap[] {
  return blanksIn(text).map((what) => ({ what, times: text.split(blank(what)).length - 1, place }))
}

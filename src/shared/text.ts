/** Longest title or name, in code points. */
export const titleLimit = 200
/** Longest note, in code points. */
export const noteLimit = 20_000

export type NameFault = 'empty' | 'too_long' | 'direction_override' | 'control'

/**
 * What every typed text passes through before it is stored: composed (NFC), line ends as \n, no control characters but
 * \n and \t, no half surrogates (PostgreSQL could not store them), none of the code points that are no characters (one
 * U+FFFE makes a whole spreadsheet unreadable: XML forbids it), nothing blank around it.
 */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n') // \v and \f come with text pasted from Word and PDF
    .replace(/[[\p{Cc}\p{Noncharacter_Code_Point}]--[\n\t]]/gv, '')
    .normalize('NFC')
    .trim()
}

/** tidyText on one line: every run of white space becomes one space. */
export function tidyName(text: string): string {
  return tidyText(text).replace(/\p{White_Space}+/gu, ' ') // not \s, which would turn a hidden U+FEFF into a space
}

/**
 * Why a name, as tidyName leaves it, cannot stand. Direction marks can make it read as another name and zero-width
 * characters make two equal names differ. Joiners (U+200C, U+200D) stay: some scripts need them.
 */
export function nameFault(text: string): NameFault | undefined {
  if (/\p{Bidi_Control}/u.test(text)) return 'direction_override'
  if (/[\p{Cc}\p{Cs}]|\u200b|\u2060|\ufeff/u.test(text)) return 'control'
  if (!/[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u.test(text)) return 'empty'
  return lengthOf(text) > titleLimit ? 'too_long' : undefined
}

/** Length in code points, the unit of the limits: '𠮷' counts one, as a reader counts. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/**
 * The form in which texts are compared when searching: one width (NFKC), lower case, Latin letters without marks
 * ('Ōsaka' finds 'osaka'). Marks of other scripts are letters of their own (か is not が) and stay.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
}

/** A day with its year written out, standing alone: days and times together have as many figures as an identity number. */
const calendarDay = /(?<!\d[./-]?)(?:(?:19|20)\d\d([./-])\d\d\1\d\d(?!\1?\d)|\d\d([./-])\d\d\2(?:19|20)\d\d(?!\2?\d))/g
const uuid = /(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])/gi
/** An amount below a thousand trillion rupiah. */
const amount = /(?<!\p{L})Rp\.?\s?\d{1,3}(?:\.\d{3}){1,4}(?!\.?\d)/giu
/** A series of years: "2021, 2022, 2023, 2024". */
const years = String.raw`(?:(?:19|20)\d\d\D{1,2}){3}(?:19|20)\d\d(?!\d)`
/** What people set groups of figures apart with: up to two signs, or a dash between spaces. A plus begins a telephone number. */
const apart = String.raw`(?:[^\p{L}\p{N}+]{0,2}|\s[.–—-]\s)`
const sixteenFigures = new RegExp(String.raw`(?<!\d)(?!${years})\d(?:${apart}\d){15}(?!\d)`, 'u')

/**
 * Whether a text holds sixteen figures in a row, as an identity or family card number (NIK, KK) has: written in groups,
 * with marks nobody sees between them, with digits of any script. UU 27/2022 Ps 16: nothing here needs one. Days,
 * series of years, amounts and the ids of records are none; no telephone number is that long.
 */
export function hasIdentityNumber(text: string): boolean {
  const seen = text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  const plain = seen.replace(/[\p{Nd}〇一二三四五六七八九]/gu, (digit) => (/[0-9]/.test(digit) ? digit : '0'))
  return sixteenFigures.test([uuid, calendarDay, amount].reduce((left, known) => left.replace(known, 'x'), plain))
}

/** Outgoing letters: what they are made of, and the pure rules over them. Nothing here draws a page. */

export const letterKinds = ['konsultasi_mendagri', 'konsultasi_menlu', 'surat_dprd', 'rancangan_loi'] as const
export type LetterKind = (typeof letterKinds)[number]

export const letterStates = ['draft', 'sent', 'cancelled'] as const
export type LetterState = (typeof letterStates)[number]

/** How a letter left the office. */
export const channels = ['post', 'mail', 'hand', 'srikandi'] as const
export type Channel = (typeof channels)[number]

/** A letter has a head, an addressee and one body; a text of cooperation has one body per language, side by side. */
export const layouts = ['surat', 'naskah'] as const
export type Layout = (typeof layouts)[number]

export const layoutOf = {
  konsultasi_mendagri: 'surat',
  konsultasi_menlu: 'surat',
  surat_dprd: 'surat',
  rancangan_loi: 'naskah',
} as const satisfies Record<LetterKind, Layout>

/** An official letter. Several lines stand in one text; in `body` and `annex` each line is a paragraph or a numbered line. */
export interface SuratContent {
  layout: 'surat'
  nature: string
  attachment: string
  subject: string
  addressee: string
  body: string
  office: string
  signatory: string
  rank: string
  copies: string
  annexTitle: string
  annex: string
}

/** One original of a text of cooperation. */
export interface Version {
  lang: 'id' | 'en' | 'ja' | 'ko'
  title: string
  body: string
}

/** A text with two parties. The first two versions stand side by side, a third after them. */
export interface NaskahContent {
  layout: 'naskah'
  versions: Version[]
  officeOurs: string
  nameOurs: string
  officeTheirs: string
  nameTheirs: string
}

export type LetterContent = SuratContent | NaskahContent

/** What stands at the top of a region's letters. */
export interface Letterhead {
  government: string
  unit: string
  address: string
  contact: string
  place: string
}

/** Something the record does not hold, visible in the letter until an officer fills it. */
export function blank(what: string): string {
  return `[${what}]`
}

const blankShape = /\[([^[\]\n]{1,120})\]/g

/** What of a letter is still blank, in reading order, each once. */
export function blanksOf(content: LetterContent, head?: Letterhead): string[] {
  return blanksIn([...textsOf(content), ...headTexts(head)].join('\n'))
}

/** What is blank in one text, in reading order, each once. */
export function blanksIn(text: string): string[] {
  return [...new Set([...text.matchAll(blankShape)].map(([, what = '']) => what))]
}

function headTexts(head: Letterhead | undefined): string[] {
  return head === undefined ? [] : [head.government, head.unit, head.address, head.contact, head.place]
}

function textsOf(content: LetterContent): string[] {
  if (content.layout === 'naskah') {
    const { versions, officeOurs, nameOurs, officeTheirs, nameTheirs } = content
    return [...versions.flatMap(({ title, body }) => [title, body]), officeOurs, nameOurs, officeTheirs, nameTheirs]
  }
  const { layout: _, ...texts } = content
  return Object.values(texts)
}

/** A paragraph, or a line with the number that stands before it ('1.', 'a.'), as typed. */
export interface Block {
  marker: string | undefined
  text: string
}

const numbered = /^(\d{1,2}[.)]|[a-z][.)])\s+(.*)$/

/** The blocks of a body: one per line that is not empty. */
export function blocksOf(body: string): Block[] {
  return linesOf(body).map((line) => {
    const [, marker, text = line] = numbered.exec(line) ?? []
    return { marker, text }
  })
}

/** The lines of a text without the empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Two versions side by side, paragraph by paragraph; what one of them lacks is an empty cell. */
export function pairRows([left, right]: readonly Version[]): { left: string; right: string }[] {
  const [ours, theirs] = [linesOf(left?.body ?? ''), linesOf(right?.body ?? '')]
  return Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => ({
    left: ours[index] ?? '',
    right: theirs[index] ?? '',
  }))
}

/** Whether every version has as many paragraphs as the first: only then does each say the same as the others (G6). */
export function isEven(versions: readonly Version[]): boolean {
  const counts = versions.map(({ body }) => linesOf(body).length)
  return new Set(counts).size <= 1
}

/** What may happen to a letter now; screen and command ask the same. */
export function whatMay(state: LetterState, { received = false } = {}): Record<LetterVerb, boolean> {
  return {
    mend: state === 'draft',
    send: state === 'draft',
    receive: state === 'sent' && !received,
    cancel: state !== 'cancelled',
  }
}
export type LetterVerb = 'mend' | 'send' | 'receive' | 'cancel'

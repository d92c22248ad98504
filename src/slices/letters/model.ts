import type { Language } from '../../shared/languages.ts'

export {
  correspondentKinds,
  directions,
  letterLanguages,
  natures,
  securities,
  ways,
  type CorrespondentKind,
  type Direction,
  type MailFilter,
  type Way,
} from './mailroom-model.ts'

/** Outgoing letters: what they are made of, and the pure rules over them. Nothing here draws a page. */

/** Letters and texts that the law's procedure asks for. */
export const legalKinds = ['konsultasi_mendagri', 'konsultasi_menlu', 'surat_dprd', 'rancangan_loi'] as const
export type LegalKind = (typeof legalKinds)[number]

/** What an office writes from the record besides: each is a draft that is read and mended before it goes out. */
export const officeKinds = [
  'surat_mitra',
  'undangan',
  'nota_dinas',
  'telaahan_staf',
  'surat_pengantar',
  'surat_tugas',
] as const
export type OfficeKind = (typeof officeKinds)[number]

export const letterKinds = [...legalKinds, ...officeKinds] as const
export type LetterKind = (typeof letterKinds)[number]

/** Papers of a meeting that are drawn straight from the record and need no draft. */
export const drawnKinds = ['daftar_hadir', 'rekap_hadir', 'notulen', 'laporan_kegiatan'] as const
export type DrawnKind = (typeof drawnKinds)[number]

/** Papers that gather the record with its sources, composed elsewhere and printed here as they come. */
export const recordKinds = ['bahan_audiensi', 'siaran_pers', 'serah_terima'] as const
export type RecordKind = (typeof recordKinds)[number]

/** Everything that has a template. */
export const templateKinds = [...letterKinds, ...drawnKinds, ...recordKinds] as const
export type TemplateKind = (typeof templateKinds)[number]

/** What a letter to a partner is for. */
export const purposes = ['rekomendasi', 'pertanyaan', 'jawaban', 'terima_kasih', 'undangan'] as const
export type Purpose = (typeof purposes)[number]

export const letterStates = ['draft', 'sent', 'cancelled'] as const
export type LetterState = (typeof letterStates)[number]

/** How a letter left the office. */
export const channels = ['post', 'mail', 'hand', 'srikandi'] as const
export type Channel = (typeof channels)[number]

/** Papers under the letterhead, by the texts they are made of; what may hold several lines is said in content.ts. */
export const formFields = {
  /** An official letter. In `body` and `annex` each line is a paragraph or a numbered line. */
  surat: [
    'nature',
    'attachment',
    'subject',
    'addressee',
    'body',
    'office',
    'signatory',
    'rank',
    'copies',
    'annexTitle',
    'annex',
  ],
  /** A letter to a partner, in the partner's language or ours. */
  mitra: [
    'attachment',
    'subject',
    'addressee',
    'salutation',
    'body',
    'closing',
    'office',
    'signatory',
    'rank',
    'copies',
  ],
  nota: ['to', 'from', 'copies', 'nature', 'attachment', 'subject', 'body', 'office', 'signatory', 'rank'],
  telaahan: [
    'to',
    'from',
    'nature',
    'attachment',
    'subject',
    'problem',
    'assumptions',
    'facts',
    'analysis',
    'conclusion',
    'advice',
    'office',
    'signatory',
    'rank',
  ],
  /** In `items` each line is a row: what | how many | note. */
  pengantar: ['addressee', 'items', 'office', 'signatory', 'rank'],
  /** In `assigned` each line is a person: name | rank and NIP | office. */
  tugas: ['basis', 'assigned', 'body', 'office', 'signatory', 'rank', 'copies'],
} as const
export type FormLayout = keyof typeof formFields
export type FormField = (typeof formFields)[FormLayout][number]

/** A text of cooperation has one body per language, side by side; the last four are drawn from the record. */
export const layouts = [
  'surat',
  'naskah',
  'mitra',
  'nota',
  'telaahan',
  'pengantar',
  'tugas',
  'hadir',
  'notulen',
  'laporan',
  'lembar',
] as const
export type Layout = (typeof layouts)[number]

export const layoutOf = {
  konsultasi_mendagri: 'surat',
  konsultasi_menlu: 'surat',
  surat_dprd: 'surat',
  rancangan_loi: 'naskah',
  surat_mitra: 'mitra',
  undangan: 'surat',
  nota_dinas: 'nota',
  telaahan_staf: 'telaahan',
  surat_pengantar: 'pengantar',
  surat_tugas: 'tugas',
  daftar_hadir: 'hadir',
  rekap_hadir: 'hadir',
  notulen: 'notulen',
  laporan_kegiatan: 'laporan',
  bahan_audiensi: 'lembar',
  siaran_pers: 'lembar',
  serah_terima: 'lembar',
} as const satisfies Record<TemplateKind, Layout>

type Texts<Of extends FormLayout> = { layout: Of } & Record<(typeof formFields)[Of][number], string>

export type SuratContent = Texts<'surat'>
export type MitraContent = Texts<'mitra'> & { lang: Language }
export type NotaContent = Texts<'nota'>
export type TelaahanContent = Texts<'telaahan'>
export type PengantarContent = Texts<'pengantar'>
export type TugasContent = Texts<'tugas'>
export type FormContent = SuratContent | MitraContent | NotaContent | TelaahanContent | PengantarContent | TugasContent

/** One original of a text of cooperation. */
export interface Version {
  lang: Language
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

export type LetterContent = FormContent | NaskahContent

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

/**
 * A paragraph, a line with the number that stands before it ('1.', 'a.'), or a detail with its name ('hari : Kamis'),
 * as typed.
 */
export interface Block {
  marker: string | undefined
  label: string | undefined
  text: string
}

const numbered = /^(\d{1,2}[.)]|[a-z][.)])\s+(.*)$/
/** As letters write day, time and place: a short name, room, a colon, room. */
const detailed = /^(\p{L}[\p{L}\p{M}/, ]{0,24}?)\s+:\s+(.+)$/u

/** The blocks of a body: one per line that is not empty. */
export function blocksOf(body: string): Block[] {
  return linesOf(body).map((line) => {
    const [, marker, item] = numbered.exec(line) ?? []
    if (item !== undefined) return { marker, label: undefined, text: item }
    const [, label, text = line] = detailed.exec(line) ?? []
    return { marker: undefined, label, text }
  })
}

/** The rows of a table typed as lines, its cells parted by a bar; missing cells are empty. */
export function rowsOf(text: string, columns: number): string[][] {
  return linesOf(text).map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    const last = cells.slice(columns - 1).join(' | ')
    return Array.from({ length: columns }, (_, at) => (at === columns - 1 ? last : (cells[at] ?? '')))
  })
}

/** What a letter is about, for lists: its own words, or none. */
export function subjectOf(content: LetterContent): string {
  if (content.layout === 'naskah') return content.versions[0]?.title ?? ''
  return 'subject' in content ? content.subject : ''
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

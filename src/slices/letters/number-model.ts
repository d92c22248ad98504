/** Whose a letter's number is: an office gives one once per year and type of paper (domain law §4.2). */
import type { LetterKind } from './model.ts'

export const numberTypes = [
  'surat',
  'undangan',
  'nota_dinas',
  'telaahan_staf',
  'surat_pengantar',
  'surat_tugas',
  'naskah',
  'lain',
] as const
export type NumberType = (typeof numberTypes)[number]

/** In whose series the number of a letter that was written here belongs. */
export function numberTypeOf(kind: LetterKind): NumberType {
  if (kind === 'rancangan_loi') return 'naskah'
  return numberTypes.find((type) => type === kind) ?? 'surat'
}

export interface GivenNumber {
  /** The office that gave it, in words. */
  issuer?: string | null | undefined
  /** What says none is a letter. */
  type?: NumberType | null | undefined
}

/**
 * What two equal numbers of a year are: taken where one office gave both for one type of paper, doubtful where only one
 * of them says which office, and otherwise two numbers that happen to look alike.
 */
export function numberClash(mine: GivenNumber, other: GivenNumber): 'taken' | 'doubtful' | undefined {
  if ((mine.type ?? 'surat') !== (other.type ?? 'surat')) return undefined
  const [a, b] = [mine, other].map(({ issuer }) => (issuer ?? '').trim().toLowerCase())
  if (a === b) return 'taken'
  return a === '' || b === '' ? 'doubtful' : undefined
}

import type { Language } from '../../shared/languages.ts'

/** What a partner's page can show, in its order. Each part is shown whole or left out. */
export const partIds = ['kerja_sama', 'tahap', 'bidang', 'kegiatan', 'komitmen', 'surat', 'naskah'] as const
export type PartId = (typeof partIds)[number]

/** What a partner can say: a part is right, a part wants mending, or something new. */
export const sayings = ['benar', 'perbaikan', 'usulan'] as const
export type Saying = (typeof sayings)[number]

/** What became of it: nothing yet, a follow-up, noted and left at that, or not used with a reason. */
export const answerStates = ['baru', 'ditindaklanjuti', 'dicatat', 'tidak_dipakai'] as const
export type AnswerState = (typeof answerStates)[number]

/** Limits: code points of what is written, bytes of a file, answers by one link and of one relation. */
export const answerLimits = { words: 4000, file: 10 * 2 ** 20, ofLink: 200, ofRelation: 1000 } as const

/** What an answer may still become: only what nobody settled is settled. */
export function maySettle(state: AnswerState): boolean {
  return state === 'baru'
}

/** What is not used is told why; of the rest nobody asks a reason. */
export function reasonFault({ state, reason }: { state: AnswerState; reason: string }): 'required' | undefined {
  return state === 'tidak_dipakai' && reason === '' ? 'required' : undefined
}

/** The language a partner is written to first, by its country; English where we have none of its own. */
export function languageOfCountry(country: string | null | undefined): Language {
  if (country === 'JP') return 'ja'
  if (country === 'KR') return 'ko'
  return country === 'ID' || typeof country !== 'string' ? 'id' : 'en'
}

/** The zone of a partner's clocks, where we can tell it. */
export function zoneOfCountry(country: string | null | undefined): 'JST' | 'KST' | undefined {
  if (country === 'JP') return 'JST'
  return country === 'KR' ? 'KST' : undefined
}

/** The parts to show of those that were chosen, in the page's own order, each once. */
export function orderParts(chosen: readonly string[]): PartId[] {
  return partIds.filter((part) => chosen.includes(part))
}

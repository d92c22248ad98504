import { formatList, numberWord } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import type { EligibilityId, Obstacle, ParityGap, PlanElement, StepId } from '../model.ts'
import { words } from './messages/words.gen.ts'

/** "Belum bisa menyiapkan LoI, karena empat hal belum ada", or that everything is there. */
export function missingTitle(language: Language, { step, n }: { step: StepId; n: number }): string {
  const w = words[language]
  const what = w.prepared[step]
  return n === 0 ? w.missing.none({ what }) : w.missing.title({ what, n, word: numberWord(n, language) })
}

/** What is missing by name, with how far it is: "Bidang ke urusan, 0 dari 9". */
export function missingName(language: Language, { id, met, of }: Obstacle): string {
  const w = words[language]
  const name = w.requirement[id]
  return met === undefined || of === undefined || of === 0 ? name : w.missing.counted({ name, met, of })
}

/** What exactly is lacking, a sentence each: rows and elements by name, and what an answer on file says. */
export function missingDetails(language: Language, { lacking = [], notMet = [], answered }: Obstacle): string[] {
  const w = words[language]
  const named: Partial<Record<string, string>> = {
    ...(w.eligibilityName satisfies Record<EligibilityId, string>),
    ...(w.planElement satisfies Record<PlanElement, string>),
    ...(w.missing.parity satisfies Record<ParityGap, string>),
  }
  const listOf = (ids: readonly string[]) =>
    formatList(
      ids.map((id) => named[id] ?? id),
      language,
    )
  const unanswered = lacking.filter((id) => !notMet.some((row) => row === id))
  return [
    ...(unanswered.length > 0 ? [w.missing.lacking({ list: listOf(unanswered) })] : []),
    ...(notMet.length > 0 ? [w.missing.notMet({ list: listOf(notMet) })] : []),
    ...(answered === undefined ? [] : [w.missing.answered[answered]]),
  ]
}

/** The verb on the button that meets a requirement: "Buat surat ke Mendagri". */
export function remedyVerb(language: Language, { remedy, letter }: Pick<Obstacle, 'remedy' | 'letter'>): string {
  const w = words[language]
  return letter === undefined ? w.remedy[remedy] : w.letterAct[letter]
}

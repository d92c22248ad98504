import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import type { listLetters, readLetter } from '../contract.ts'
import { words } from './messages/words.gen.ts'

/** What the endpoints answer, as the screen holds it. */
export type LetterView = z.output<typeof readLetter.output>
export type LetterLine = z.output<typeof listLetters.output>['rows'][number]

/** "Dikirim 4 Agustus 2025, diterima 5 Agustus 2025". */
export function stateLine(
  language: Language,
  letter: Pick<LetterLine, 'state' | 'sentOn' | 'receivedOn' | 'cancelledOn' | 'cancelledReason'>,
): string {
  const w = words[language].stateLine
  const day = (text: string | null) => (text === null ? '' : formatDate(text, language))
  const { state, sentOn, receivedOn, cancelledOn, cancelledReason } = letter
  if (state === 'draft') return w.draft
  if (state === 'cancelled') return w.cancelled({ date: day(cancelledOn), reason: cancelledReason ?? '' })
  if (receivedOn === null) return w.sent({ date: day(sentOn) })
  return w.received({ date: day(sentOn), received: day(receivedOn) })
}

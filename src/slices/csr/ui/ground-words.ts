import type { Language } from '../../../shared/languages.ts'
import { words } from '../messages/words.gen.ts'
import type { Ground } from '../matching.ts'

/** A reason of the computed proposal as it is read: `waiting:3` → "menunggu 3 tahun". */
export function groundWord(language: Language, ground: string): string {
  const { ground: w } = words[language]
  const [id = '', n] = ground.split(':')
  if (id === 'waiting') return w.waiting({ n: Number(n) })
  const known: Record<Exclude<Ground, 'waiting'>, string> = w
  return known[id as Exclude<Ground, 'waiting'>] ?? ground
}

/** All of them in one sentence. */
export const groundWords = (language: Language, grounds: readonly string[]): string =>
  grounds.map((ground) => groundWord(language, ground)).join('; ')

import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

export { tellExchange, writeDays } from './telling.ts'

/** How many people of each side took part; that nobody said so is said too. */
export function writePeople(
  { ours, theirs }: { ours?: number | undefined; theirs?: number | undefined },
  language: Language,
): string {
  const w = words[language].people
  const parts = [
    ...(ours === undefined ? [] : [w.ours({ n: ours })]),
    ...(theirs === undefined ? [] : [w.theirs({ n: theirs })]),
  ]
  return parts.length === 0 ? w.none : parts.join(w.comma)
}

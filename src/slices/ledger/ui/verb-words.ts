import type { Language } from '../../../shared/languages.ts'
import type { ActKind } from '../model.ts'
import { words } from './messages/words.gen.ts'

/**
 * What an act did, as a sentence without its doer: "mengubah kerja sama". Verbs are the names of endpoints and, for the
 * system, of its jobs and seeds; one without words of its own still says that something was done.
 */
export function verbWord(language: Language, { verb, kind }: { verb: string; kind: ActKind }): string {
  const w = words[language]
  const [slice = '', name = ''] = verb.split('.')
  const found = own(own(w.verb, slice), name)
  if (typeof found === 'string') return found
  return kind === 'system' ? w.bySystem : w.unknown({ verb })
}

function own(tree: unknown, key: string): unknown {
  return typeof tree === 'object' && tree !== null && Object.hasOwn(tree, key)
    ? (tree as Record<string, unknown>)[key]
    : undefined
}

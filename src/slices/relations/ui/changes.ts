import type { Change } from '../../../shared/failure.ts'
import type { Language } from '../../../shared/languages.ts'
import type { ConflictRow } from '../../../ui/controls/conflict.tsx'
import { writeInstant } from '../../../ui/controls/written.ts'
import { words as procedureWords } from '../../procedures/messages/words.gen.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import { words as relationWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** What this person typed, by the name of the value in the contract and already written out. */
export type Mine = Partial<Record<'purpose' | 'cooperationType' | 'name' | 'standing', string>>

const valueOf: Record<string, keyof Mine> = {
  purpose: 'purpose',
  cooperation_type: 'cooperationType',
  sector: 'name',
  name: 'name',
  standing: 'standing',
}

/**
 * What others changed since, one row for each value on screen. A field's sector and own name are one value there; of
 * the two the one that now says something is shown. Values that no form holds are told without a counterpart.
 */
export function conflictRows(changes: readonly Change[], { language, mine }: { language: Language; mine: Mine }) {
  const w = words[language]
  const rows = new Map<string, ConflictRow>()
  for (const { field, now, by, at } of changes) {
    const name = valueOf[field]
    const label = name === undefined ? w.otherValue : w.value[name]
    if (rows.has(label) && now === null) continue
    rows.set(label, {
      label,
      ...(name !== undefined && mine[name] !== undefined && { mine: mine[name] || w.empty }),
      theirs: writeValue(language, { field, now }),
      by,
      at: writeInstant(at, language),
    })
  }
  return [...rows.values()].toSorted((a, b) => Number('mine' in b) - Number('mine' in a))
}

function writeValue(language: Language, { field, now }: { field: string; now: unknown }): string {
  if (typeof now !== 'string' || now === '') return words[language].empty
  const catalogue: Record<string, Record<string, string>> = {
    cooperation_type: procedureWords[language].type,
    sector: referenceWords[language].sector,
    standing: relationWords[language].standing,
  }
  return catalogue[field]?.[now] ?? now
}

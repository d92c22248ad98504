import { type Language, languages } from '../../../shared/languages.ts'
import { foldForSearch } from '../../../shared/text.ts'
import { words } from '../../reference/messages/words.gen.ts'
import { sectorIds, type SectorId } from '../../reference/model.ts'
import type { FieldObject, Standing } from '../model.ts'

export interface NamedField {
  sector: SectorId | null
  name: string | null
}

/** The name of a field for a reader; empty while it was counted but not named. */
export function fieldText(language: Language, { sector, name }: NamedField): string {
  return sector === null ? (name ?? '') : words[language].sector[sector]
}

/**
 * What typed words mean: the sector of that name, else a name of one's own, else nothing. The reader's language is
 * asked first, then the others, since a draft may have been typed before the language was switched.
 */
export function readFieldText(language: Language, text: string): NamedField {
  const typed = text.trim()
  if (typed === '') return { sector: null, name: null }
  const sought = foldForSearch(typed)
  for (const spoken of [language, ...languages]) {
    const sector = sectorIds.find((id) => foldForSearch(words[spoken].sector[id]) === sought)
    if (sector !== undefined) return { sector, name: null }
  }
  return { sector: null, name: typed }
}

export type FieldValues = { text: string; standing: string; affair: string; object: string }

/** Affair and object as a form holds them: nothing chosen is empty text. */
export function mappingOf({
  affair,
  object,
}: {
  affair?: string | null | undefined
  object?: string | null | undefined
}) {
  return { affair: affair ?? '', object: object ?? '' }
}

/** What was changed of a field, ready to send; what stayed is absent. */
export function fieldMendOf(language: Language, { values, base }: { values: FieldValues; base: FieldValues }) {
  return {
    ...(values.text.trim() !== base.text && readFieldText(language, values.text)),
    ...(values.standing !== base.standing && { standing: values.standing as Standing }),
    ...(values.affair !== base.affair && { affair: values.affair === '' ? null : values.affair }),
    ...(values.object !== base.object && { object: values.object === '' ? null : (values.object as FieldObject) }),
  }
}

/** The catalogue as choices, in the order of the reader's alphabet. */
export function sectorChoices(language: Language): { id: string; label: string }[] {
  return sectorIds
    .map((id) => ({ id, label: words[language].sector[id] }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
}

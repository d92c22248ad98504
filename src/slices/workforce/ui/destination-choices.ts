import type { Language } from '../../../shared/languages.ts'
import type { Choice } from '../../../ui/marks/field.tsx'
import { countryChoices } from '../../partners/ui/view.ts'

/** Every country of the catalogue but our own, in the order of the reader's alphabet. */
export const destinationChoices = (language: Language): Choice[] =>
  countryChoices(language).flatMap(({ id, label }) => (id === 'ID' ? [] : [{ value: id, label }]))

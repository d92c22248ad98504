import type { z } from 'zod'
import type { Language } from '../../../shared/languages.ts'
import type { Choice } from '../../../ui/marks/field.tsx'
import type { listOfficials } from '../../reference/contract.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

type Official = z.output<typeof listOfficials.output>['rows'][number]

/** Who may have signed for the region, with office and capacity; first that nobody knows. */
export function officialChoices(language: Language, officials: readonly Official[]): Choice[] {
  const w = words[language].record
  const office = referenceWords[language].office
  return [
    { value: '', label: w.unknownSignatory },
    ...officials.map(({ id, name, office: of, capacity }) => ({
      value: id,
      label: `${name}, ${office[of]}${capacity === 'definitif' ? '' : ` (${w.capacity[capacity]})`}`,
    })),
  ]
}

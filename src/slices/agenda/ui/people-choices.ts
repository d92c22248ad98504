import type { Language } from '../../../shared/languages.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import type { ActivityView } from './use-activity.ts'

export interface PersonChoice {
  id: string
  label: string
  as: { official: string } | { person: string }
}

/** Officials of the region and people of the partners, as one list to choose from: "Dr. Tri Adhianto · Wali Kota". */
export function peopleChoices(language: Language, { officials, people }: ActivityView): PersonChoice[] {
  const w = referenceWords[language].office
  return [
    ...officials.map(({ id, name, office }) => ({ id, label: `${name} · ${w[office]}`, as: { official: id } })),
    ...people.map(({ id, name, office }) => ({
      id,
      label: office === undefined ? name : `${name} · ${w[office]}`,
      as: { person: id },
    })),
  ]
}

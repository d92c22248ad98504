import type { z } from 'zod'
import type { Language } from '../../../shared/languages.ts'
import { nameIn } from '../../../shared/names.ts'
import { stageIds } from '../../procedures/model.ts'
import { countFields } from '../model.ts'
import type { field, listRelations, relation } from '../contract.ts'
import { words } from './messages/words.gen.ts'

/** What the endpoints answer, as the screen holds it. */
export type RelationView = z.output<typeof relation>
export type RelationRow = z.output<typeof listRelations.output>['rows'][number]
export type FieldView = z.output<typeof field>

/** The partner's name for a reader; its label while nobody knows who it is. */
export function partnerName({ partner, label }: Pick<RelationView, 'partner' | 'label'>, language: Language): string {
  return partner === null ? (label ?? words[language].unknownPartner) : nameIn(language, partner)
}

/** Place of a public stage from 1, and how many there are; undefined where no procedure runs. */
export function stagePlace(stage: string | null): { n: number; of: number } | undefined {
  const index = stageIds.findIndex((id) => id === stage)
  return index < 0 ? undefined : { n: index + 1, of: stageIds.length }
}

/** Offered, named and unnamed fields of what the endpoints answer. */
export function countShown(fields: readonly Pick<FieldView, 'sector' | 'name' | 'standing'>[]) {
  return countFields(
    fields.map(({ sector, name, standing }) => ({ sector: sector ?? undefined, name: name ?? undefined, standing })),
  )
}

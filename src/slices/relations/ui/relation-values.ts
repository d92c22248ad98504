import type { z } from 'zod'
import type { mendRelation } from '../contract.ts'

/** What the form holds; empty text stands for no value. */
export type RelationValues = { purpose: string; cooperationType: string }

export type RelationMend = Pick<z.input<typeof mendRelation.input>, 'purpose' | 'cooperationType'>

/** What was changed, ready to send: null empties a value, what stayed is absent. */
export function mendOf(values: RelationValues, base: RelationValues): RelationMend {
  const type =
    values.cooperationType === '' ? null : (values.cooperationType as NonNullable<RelationMend['cooperationType']>)
  return {
    ...(values.purpose.trim() !== base.purpose && { purpose: values.purpose.trim() || null }),
    ...(values.cooperationType !== base.cooperationType && { cooperationType: type }),
  }
}

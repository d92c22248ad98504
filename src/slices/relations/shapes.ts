/** Shapes of what is recorded: papers and texts, as a step, a filing and a text each take them. */
import { z } from 'zod'
import { id, name, note, partialDate } from '../../shared/fields.ts'
import { documentIds } from '../procedures/model.ts'
import { textKinds } from './model.ts'

export const capacities = ['definitif', 'pj', 'plt', 'plh'] as const
export const language = z.string().regex(/^[a-z]{2}(-[A-Za-z]{4})?$/)
/** Why something was given up, corrected or declared void: at most 2,000 code points, as its columns hold. */
export const reason = note
  .refine((text) => text.length > 0, { params: { fault: 'required' } })
  .refine((text) => [...text].length <= 2000, { params: { fault: 'too_long' } })
export const sure = z.array(z.string().max(60)).max(20).optional()
export const written = z.object({ id, rev: z.number().int() })

/** A paper: a file, or seen on paper and where it lies. */
export const paperShape = {
  file: id.optional(),
  seenAt: name.optional(),
  number: name.optional(),
  issuer: name.optional(),
  datedOn: partialDate.optional(),
  receivedOn: partialDate.optional(),
  lang: language.optional(),
  articles: z.number().int().min(1).max(500).optional(),
  note: note.optional(),
}
export const paper = z.object({ ...paperShape, kind: z.enum(documentIds).optional() })

const signatory = z.object({
  side: z.enum(['region', 'partner']),
  official: id.optional(),
  person: id.optional(),
  name: name.optional(),
  /** An office of the region as an id (`wali_kota`), else in words. */
  office: name.optional(),
  capacity: z.enum(capacities).optional(),
})

/** At most one of `endsOn`, `termMonths` and `isOpenEnded`; none of them says that the term is not known. */
export const textShape = {
  title: name,
  numberOurs: name.optional(),
  numberTheirs: name.optional(),
  signedOn: partialDate.optional(),
  signedAt: name.optional(),
  beginsOn: partialDate.optional(),
  termMonths: z.number().int().min(1).max(1200).optional(),
  endsOn: partialDate.optional(),
  isOpenEnded: z.boolean().optional(),
  terminatedOn: partialDate.optional(),
  originalAt: name.optional(),
  certifiedCopyOn: partialDate.optional(),
  targetMouOn: partialDate.optional(),
  replaces: id.optional(),
  signatories: z.array(signatory).max(20).optional(),
}
export const kind = z.enum(textKinds)

/** A signatory who did not hold the office in full on that day: shown, never refused. */
export const warnings = z.array(z.object({ path: z.string(), capacity: z.enum(capacities) }))

import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { name, partialDate, withoutIdentity } from '../../shared/fields.ts'
import { tidyText } from '../../shared/text.ts'

/** The shapes of what is typed here. No text of this slice takes an identity number (NIK). */

/** One line of text. */
export const line = name.refine(...withoutIdentity)

/** Text that its column holds at most 2,000 code points of. */
export const words = z
  .string()
  .max(8_000)
  .transform(tidyText)
  .refine((text) => [...text].length <= 2_000, { params: { fault: 'too_long' } })
  .refine(...withoutIdentity)

/** A whole day. */
export const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })

/** A day as far as it is known; null empties it. */
export const knownDay = partialDate.nullable().optional()

/** People, counted; null is "jumlah tidak disebut". */
export const people = z.number().int().min(0).max(1_000_000).nullable()

export const sure = z.array(z.string().max(60)).max(20).optional()

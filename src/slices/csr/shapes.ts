import { z } from 'zod'
import { withoutIdentity } from '../../shared/fields.ts'
import { tidyText } from '../../shared/text.ts'
import { limits } from './model.ts'

/** Text of at most so many code points, and of at least one. */
export const text = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform(tidyText)
    .superRefine((said, check) => {
      const length = [...said].length
      if (length === 0) check.addIssue({ code: 'custom', params: { fault: 'required' } })
      if (length > most) check.addIssue({ code: 'custom', params: { fault: 'too_long' } })
    })

/** Words about a village or its people, in which no identity number (NIK) may stand: they may become public. */
export const said = (most: number) => text(most).refine(...withoutIdentity)

/** Whole rupiah, as somebody estimated, promised or told them. */
export const rupiah = z
  .number()
  .refine((n) => Number.isSafeInteger(n) && n >= 1 && n <= limits.cost, { params: { fault: 'wrong' } })

export const year = z.number().int().min(2000).max(2100)

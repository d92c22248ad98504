import { note } from '../../shared/fields.ts'
import { hasIdentityNumber } from './model.ts'

/** Free text of at most so many characters, without an identity number. */
export const free = (most: number) =>
  note
    .refine((text) => [...text].length <= most, { params: { fault: 'too_long' } })
    // An identity number stands nowhere, whoever writes it.
    .refine((text) => !hasIdentityNumber(text), { params: { fault: 'identity_number' } })

/** The same, and not empty. */
export const said = (most: number) => free(most).refine((text) => text.trim() !== '', { params: { fault: 'required' } })

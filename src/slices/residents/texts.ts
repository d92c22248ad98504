import { note, withoutIdentity } from '../../shared/fields.ts'

/** Free text of at most so many characters, without an identity number. */
export const free = (most: number) =>
  note.refine((text) => [...text].length <= most, { params: { fault: 'too_long' } }).refine(...withoutIdentity)

/** The same, and not empty. */
export const said = (most: number) => free(most).refine((text) => text.trim() !== '', { params: { fault: 'required' } })

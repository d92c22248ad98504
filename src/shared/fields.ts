import { z } from 'zod'
import { isPartialDate, isViewDay } from './dates.ts'
import { hasIdentityNumber, nameFault, noteLimit, tidyName, tidyText, titleLimit } from './text.ts'

/** The shapes every contract is made of. Faults come out as `params.fault` in the words of Failure. */

// In one spelling: PostgreSQL reads A as a, and a rule that compares two ids would not.
export const id = z.uuid().toLowerCase()
/** The id of an act: UUIDv7, made by the client; the same id again gives the same answer. */
export const actId = z.uuidv7().toLowerCase()

/** The revision of a record that was on screen; a later one makes an edit stale. */
export const revision = z.int32()

/** 2023, 2023-01 or 2023-01-19. */
export const partialDate = z.string().refine(isPartialDate, { params: { fault: 'not_a_date' } })

/** "Keadaan per tanggal": a whole day that a reading looks at instead of the visitor's own. */
export const per = z
  .string()
  .refine(isViewDay, { params: { fault: 'not_a_date' } })
  .optional()

/** One line of text: a name or title. NFC, no line ends, no marks that turn the direction of text. */
export const name = z
  .string()
  .max(titleLimit * 4)
  .transform(tidyName)
  .superRefine((text, check) => {
    const fault = nameFault(text)
    if (fault === undefined) return
    const said = fault === 'empty' ? 'required' : fault === 'control' ? 'wrong' : fault
    check.addIssue({ code: 'custom', params: { fault: said } })
  })

/** Free text of some length; any script, shown as it was typed. */
export const note = z
  .string()
  .max(noteLimit * 2)
  .transform(tidyText)
  .refine((text) => [...text].length <= noteLimit, { params: { fault: 'too_long' } })

/** `.refine(...withoutIdentity)`: a text in which no identity number (NIK, KK) may stand, whoever writes it. */
export const withoutIdentity = [
  (text: string): boolean => !hasIdentityNumber(text),
  { params: { fault: 'identity_number' } },
] as const

export const email = z
  .string()
  .max(254)
  .transform((text) => tidyName(text).toLowerCase())
  .refine((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), { params: { fault: 'not_an_email' } })

/** How many rows a page of a list has; every list is bounded. */
export const pageSize = z.coerce.number().int().min(1).max(100).default(25)

/** What a list is given as: the address of its CSV, and the same with the endings .xlsx and .pdf (platform/table-file.ts). */
export const tableFiles = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
] as const

import { z } from 'zod'
import { withoutIdentity } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { hasIdentityNumber, lengthOf, nameFault, tidyName, tidyText } from '../../shared/text.ts'

/** The shapes of what is typed here. Nothing takes an identity number (NIK), no name a sign that nobody sees. */
export const language = z.enum(languages)

const fault = (of: string) => ({ params: { fault: of } })

/** A text of several lines; empty where nothing was said. */
export const text = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform((typed) => tidyText(typed).trim())
    .refine((typed) => lengthOf(typed) <= most, fault('too_long'))
    .refine(...withoutIdentity)

/** One line; empty where nothing was said. */
export const line = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform(tidyName)
    .superRefine((typed, check) => {
      const found = lineFault(typed, most)
      if (found !== undefined) check.addIssue({ code: 'custom', ...fault(found) })
    })

/** A line that must say something. */
export const said = (most: number) => line(most).refine((typed) => typed !== '', fault('required'))

/** The same of several lines. */
export const told = (most: number) => text(most).refine((typed) => typed !== '', fault('required'))

/** What is wrong with a line that is not empty. */
function lineFault(typed: string, most: number): string | undefined {
  if (typed === '') return undefined
  const found = nameFault(typed)
  if (found === 'empty') return 'required'
  if (found === 'control') return 'wrong'
  if (found === undefined && lengthOf(typed) > most) return 'too_long'
  return found ?? (hasIdentityNumber(typed) ? 'identity_number' : undefined)
}

import { z } from 'zod'
import { lengthOf, tidyName, tidyText } from '../../shared/text.ts'

/** The shape in which a letter is stored and edited. Marks that turn the direction of text are refused everywhere. */

interface Limits {
  required?: boolean
}

function checked(limit: number, { required = false }: Limits, tidy: (text: string) => string) {
  return z
    .string()
    .max(limit * 4)
    .transform(tidy)
    .superRefine((text, check) => {
      const say = (fault: string) => check.addIssue({ code: 'custom', params: { fault } })
      if (/\p{Bidi_Control}/u.test(text)) say('direction_override')
      else if (lengthOf(text) > limit) say('too_long')
      else if (required && text === '') say('required')
    })
}

/** One line of at most so many code points; may be empty unless required. */
export function oneLine(limit: number, limits: Limits = {}) {
  return checked(limit, limits, tidyName)
}

/** Several lines of at most so many code points. */
export function lines(limit: number, limits: Limits = {}) {
  return checked(limit, limits, tidyText)
}

const surat = z.object({
  layout: z.literal('surat'),
  nature: oneLine(60),
  attachment: oneLine(200),
  subject: oneLine(500, { required: true }),
  addressee: lines(600, { required: true }),
  body: lines(20_000, { required: true }),
  office: oneLine(200, { required: true }),
  signatory: oneLine(200, { required: true }),
  rank: lines(300),
  copies: lines(2_000),
  annexTitle: oneLine(200),
  annex: lines(150_000),
})

const naskah = z.object({
  layout: z.literal('naskah'),
  versions: z
    .array(
      z.object({
        lang: z.enum(['id', 'en', 'ja', 'ko']),
        title: oneLine(300, { required: true }),
        body: lines(20_000, { required: true }),
      }),
    )
    .min(2)
    .max(3)
    .refine((versions) => new Set(versions.map(({ lang }) => lang)).size === versions.length),
  officeOurs: lines(400, { required: true }),
  nameOurs: oneLine(200, { required: true }),
  officeTheirs: lines(400, { required: true }),
  nameTheirs: oneLine(200, { required: true }),
})

export const letterContent = z.discriminatedUnion('layout', [surat, naskah])

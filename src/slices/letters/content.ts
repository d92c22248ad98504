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

type Field = (limit: number, limits?: Limits) => z.ZodType<string, string>

const surat = (line: Field, several: Field) =>
  z.object({
    layout: z.literal('surat'),
    nature: line(60),
    attachment: line(200),
    subject: line(500, { required: true }),
    addressee: several(600, { required: true }),
    body: several(20_000, { required: true }),
    office: line(200, { required: true }),
    signatory: line(200, { required: true }),
    rank: several(300),
    copies: several(2_000),
    annexTitle: line(200),
    annex: several(150_000),
  })

const naskah = (line: Field, several: Field) =>
  z.object({
    layout: z.literal('naskah'),
    versions: z
      .array(
        z.object({
          lang: z.enum(['id', 'en', 'ja', 'ko']),
          title: line(300, { required: true }),
          body: several(20_000, { required: true }),
        }),
      )
      .min(2)
      .max(3)
      .refine((versions) => new Set(versions.map(({ lang }) => lang)).size === versions.length),
    officeOurs: several(400, { required: true }),
    nameOurs: line(200, { required: true }),
    officeTheirs: several(400, { required: true }),
    nameTheirs: line(200, { required: true }),
  })

/** A letter as somebody typed it. */
export const letterContent = z.discriminatedUnion('layout', [surat(oneLine, lines), naskah(oneLine, lines)])

const asKept: Field = () => z.string()

/**
 * A letter as it is stored. What was written from the record may be longer than anybody may type (200 fields, each with
 * a long name): it is read and printed all the same, and whoever mends it is told what is too long.
 */
export const keptContent = z.discriminatedUnion('layout', [surat(asKept, asKept), naskah(asKept, asKept)])

/** A letter from the record without the marks that turn the direction of text: a note in the record may hold them. */
export function withoutTurns<Content>(content: Content): Content {
  return JSON.parse(JSON.stringify(content).replaceAll(/\p{Bidi_Control}/gu, '')) as Content
}

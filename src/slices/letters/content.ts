import { z } from 'zod'
import { languages } from '../../shared/languages.ts'
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
    ...signedBy(line, several),
    copies: several(2_000),
    annexTitle: line(200),
    annex: several(150_000),
  })

const signedBy = (line: Field, several: Field) => ({
  office: line(200, { required: true }),
  signatory: line(200, { required: true }),
  rank: several(300),
})

const mitra = (line: Field, several: Field) =>
  z.object({
    layout: z.literal('mitra'),
    lang: z.enum(languages),
    attachment: line(200),
    subject: line(500, { required: true }),
    addressee: several(600, { required: true }),
    salutation: line(200),
    body: several(20_000, { required: true }),
    closing: line(200),
    ...signedBy(line, several),
    copies: several(2_000),
  })

/** The head of an internal paper: to whom, from whom, of what nature. */
const internalHead = (line: Field) => ({
  to: line(300, { required: true }),
  from: line(300, { required: true }),
  nature: line(60),
  attachment: line(200),
  subject: line(500, { required: true }),
})

const nota = (line: Field, several: Field) =>
  z.object({
    layout: z.literal('nota'),
    ...internalHead(line),
    copies: several(2_000),
    body: several(20_000, { required: true }),
    ...signedBy(line, several),
  })

const telaahan = (line: Field, several: Field) =>
  z.object({
    layout: z.literal('telaahan'),
    ...internalHead(line),
    problem: several(5_000, { required: true }),
    assumptions: several(5_000),
    facts: several(20_000, { required: true }),
    analysis: several(20_000),
    conclusion: several(5_000, { required: true }),
    advice: several(5_000, { required: true }),
    ...signedBy(line, several),
  })

const pengantar = (line: Field, several: Field) =>
  z.object({
    layout: z.literal('pengantar'),
    addressee: several(600, { required: true }),
    items: several(20_000, { required: true }),
    ...signedBy(line, several),
  })

const tugas = (line: Field, several: Field) =>
  z.object({
    layout: z.literal('tugas'),
    basis: several(5_000, { required: true }),
    assigned: several(20_000, { required: true }),
    body: several(20_000, { required: true }),
    ...signedBy(line, several),
    copies: several(2_000),
  })

const naskah = (line: Field, several: Field) =>
  z.object({
    layout: z.literal('naskah'),
    versions: z
      .array(
        z.object({
          lang: z.enum(languages),
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

const contents = (line: Field, several: Field) =>
  z.discriminatedUnion('layout', [
    surat(line, several),
    naskah(line, several),
    mitra(line, several),
    nota(line, several),
    telaahan(line, several),
    pengantar(line, several),
    tugas(line, several),
  ])

/** A letter as somebody typed it. */
export const letterContent = contents(oneLine, lines)

const asKept: Field = () => z.string()

/**
 * A letter as it is stored. What was written from the record may be longer than anybody may type (200 fields, each with
 * a long name): it is read and printed all the same, and whoever mends it is told what is too long.
 */
export const keptContent = contents(asKept, asKept)

/** A letter from the record without the marks that turn the direction of text: a note in the record may hold them. */
export function withoutTurns<Content>(content: Content): Content {
  return JSON.parse(JSON.stringify(content).replaceAll(/\p{Bidi_Control}/gu, '')) as Content
}

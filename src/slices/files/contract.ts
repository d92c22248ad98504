import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id } from '../../shared/fields.ts'
import { nameFault, tidyName, titleLimit } from '../../shared/text.ts'
import { fileKinds, mediaTypes } from './model.ts'

/** A file as others show it. */
export const file = z.object({
  id,
  kind: z.enum(fileKinds),
  bytes: z.number().int(),
  name: z.string(),
  sha256: z.string(),
})

/** A name as a device gives it: folders before it are taken off later, so it may be longer than what is kept. */
const typedName = z
  .string()
  .max(1000)
  .transform((text) => tidyName(text).split(/[/\\]/).at(-1) ?? '')
  .superRefine((text, check) => {
    const fault = nameFault(text)
    if (fault === undefined) return
    const said = fault === 'empty' ? 'required' : fault === 'control' ? 'wrong' : fault
    check.addIssue({ code: 'custom', params: { fault: said } })
  })

export const keepFile = endpoint({
  name: 'files.keepFile',
  method: 'POST',
  path: '/api/files',
  summary: `Keep a file of at most 25 MB: PDF, JPEG, PNG, DOCX or XLSX by its content. The body is the file; its name has at most ${titleLimit} characters. With \`bare\` a picture is kept without place, device and whatever else the camera wrote beside it.`,
  allow: 'files.keep',
  input: z.object({ act: actId, name: typedName, bare: z.literal('1').optional() }),
  output: file,
  takes: 'application/octet-stream',
})

export const readFile = endpoint({
  name: 'files.readFile',
  method: 'GET',
  path: '/api/files/:id',
  summary: 'What a file is: kind, size, name and SHA-256.',
  allow: 'files.read',
  input: z.object({ id }),
  output: file,
})

export const readContent = endpoint({
  name: 'files.readContent',
  method: 'GET',
  path: '/api/files/:id/content',
  summary: 'The file itself, to save. A picture may be shown in place with `inline=1`.',
  allow: 'files.read',
  input: z.object({ id, inline: z.literal('1').optional() }),
  output: z.unknown(),
  gives: Object.values(mediaTypes),
})

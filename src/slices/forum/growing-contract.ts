import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, note, revision, withoutIdentity } from '../../shared/fields.ts'
import { tidyName } from '../../shared/text.ts'
import { issueLimits, strategicKinds } from './model.ts'

/** Words on one line, at most so many code points. No text of this slice takes an identity number: it may become public. */
export const oneLine = (limit: number) =>
  z
    .string()
    .max(limit * 4)
    .transform(tidyName)
    .refine((text) => text !== '', { params: { fault: 'required' } })
    .refine((text) => [...text].length <= limit, { params: { fault: 'too_long' } })
    .refine(...withoutIdentity)
/** Some lines of text, at most 2,000 code points. */
export const text = z
  .string()
  .max(issueLimits.reason * 4)
  .pipe(note)
  .refine((said) => [...said].length <= issueLimits.reason, { params: { fault: 'too_long' } })
  .refine(...withoutIdentity)
/** The same, and it must say something. */
export const said = text.refine((words) => words !== '', { params: { fault: 'required' } })

export const linkStrategic = endpoint({
  name: 'forum.linkStrategic',
  method: 'POST',
  path: '/api/forum/strategic',
  summary:
    'Say which programme of the region (RPJMD, RKPD) or which part of its vision an issue or a cooperation supports, in words, with its code and document where known.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    issue: id.optional(),
    relation: id.optional(),
    kind: z.enum(strategicKinds),
    code: oneLine(60).optional(),
    words: oneLine(500),
    sourceWords: oneLine(300).optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropStrategic = endpoint({
  name: 'forum.dropStrategic',
  method: 'POST',
  path: '/api/forum/strategic/:id/drop',
  summary: 'Take such a line off that was entered by mistake; the history stays.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const openAgreement = endpoint({
  name: 'forum.openAgreement',
  method: 'POST',
  path: '/api/forum/agreements',
  summary:
    'Open a process of cooperation with a third party (KSDPK) for a cooperation, with the issues it came from. not_yet says, with the article, who cannot be in one (`jenis`), has another kind (`sudah_berjenis`), no partner (`mitra`), or one open (`sudah_dibuka`).',
  allow: 'relations.mend',
  input: z.object({ act: actId, relation: id, issues: z.array(id).min(1).max(issueLimits.points) }),
  output: z.object({ id }),
})

export const closeAgreement = endpoint({
  name: 'forum.closeAgreement',
  method: 'POST',
  path: '/api/forum/agreements/:id/close',
  summary: 'Close such a process that was opened wrongly or leads nowhere, with a reason.',
  allow: 'relations.mend',
  input: z.object({ act: actId, id, rev: revision, reason: said }),
  output: z.object({ id, rev: z.number().int() }),
})

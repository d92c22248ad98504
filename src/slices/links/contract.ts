import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, revision } from '../../shared/fields.ts'
import { linkDays, linkStates, purposes } from './model.ts'

/**
 * What an act that hands out a link says of it. The token is made where the link is handed out and never sent: `hash` is
 * its SHA-256 in hexadecimal, so that neither act nor database can open what it opens.
 */
export const newLinkShape = {
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  party: name,
  language: z.enum(['id', 'en', 'ja', 'ko']),
  /** For how many days it is good. */
  days: z.int().min(1).max(linkDays.most).default(linkDays.usual),
}

export const listLinks = endpoint({
  name: 'links.listLinks',
  method: 'GET',
  path: '/api/links',
  summary: 'The links that were handed out for a record, the newest first, at most 100; never a token.',
  allow: 'links.read',
  input: z.object({ subject: id }),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        purpose: z.enum(purposes),
        party: z.string(),
        language: z.enum(['id', 'en', 'ja', 'ko']),
        state: z.enum(linkStates),
        madeAt: z.string(),
        madeBy: z.string().nullable(),
        expiresAt: z.string().nullable(),
        uses: z.number().int(),
        usedAt: z.string().nullable(),
        rev: z.number().int(),
      }),
    ),
  }),
})

export const revokeLink = endpoint({
  name: 'links.revokeLink',
  method: 'POST',
  path: '/api/links/:id/revoke',
  summary: 'End a link at once. Ended twice is ended once.',
  allow: 'links.revoke',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id, rev: z.number().int() }),
})

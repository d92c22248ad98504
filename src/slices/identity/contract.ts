import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, email, id, name, revision } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { roles } from '../../shared/permissions.ts'

export const readSession = endpoint({
  name: 'identity.readSession',
  method: 'GET',
  path: '/api/identity/session',
  summary: 'Who is signed in, where and as what; the day the visitor looks at.',
  allow: 'signed_in',
  input: z.object({}),
  output: z.object({
    name: z.string(),
    role: z.enum(roles),
    language: z.enum(languages),
    region: z.object({
      name: z.string(),
      names: z.partialRecord(z.enum(languages), z.string()),
      slug: z.string(),
      code: z.string(),
    }),
    on: z.string(),
    /** Whether she chose it: the figures of today's register do not belong to it. */
    dayChosen: z.boolean(),
    demonstration: z.boolean(),
    /** Whether the region is new and this person prepares it. */
    preparing: z.boolean(),
    permissions: z.array(z.string()),
  }),
})

export const endEverySession = endpoint({
  name: 'identity.endEverySession',
  method: 'POST',
  path: '/api/identity/sessions/end',
  summary: 'Sign out on all devices. Ends sessions, which are not facts: no act; asking again is answered 401.',
  allow: 'signed_in',
  input: z.object({}),
  output: z.object({ ended: z.number().int() }),
})

export const listMembers = endpoint({
  name: 'identity.listMembers',
  method: 'GET',
  path: '/api/identity/members',
  summary: 'The people of the region and their roles.',
  allow: 'identity.administer',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        name: z.string(),
        email: z.string(),
        role: z.enum(roles),
        unit: id.nullable(),
        endedAt: z.string().nullable(),
        rev: z.number().int(),
        /** The reader's own membership. */
        mine: z.boolean(),
      }),
    ),
    /** Whether an invitation leaves by mail; otherwise its link has to be handed over. */
    sendsMail: z.boolean(),
  }),
})

export const listColleagues = endpoint({
  name: 'identity.listColleagues',
  method: 'GET',
  path: '/api/identity/colleagues',
  summary: 'Who works in the region now, by name, role and body: to give something to somebody (at most 500).',
  allow: 'colleagues.read',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        name: z.string(),
        role: z.enum(roles),
        unit: z.object({ id, name: z.string() }).optional(),
        /** The reader herself. */
        mine: z.boolean(),
      }),
    ),
  }),
})

export const inviteMember = endpoint({
  name: 'identity.inviteMember',
  method: 'POST',
  path: '/api/identity/members',
  summary: 'Give somebody a role in this region; a one-time link to choose a password goes to the address.',
  allow: 'identity.administer',
  input: z.object({ act: actId, email, name, role: z.enum(roles), unit: id.optional() }),
  output: z.object({ id }),
})

export const endMember = endpoint({
  name: 'identity.endMember',
  method: 'POST',
  path: '/api/identity/members/:id/end',
  summary:
    'End a membership; the person is refused from the next request on. What she had open is given to a colleague or an agency in the same act, where one is named.',
  allow: 'identity.administer',
  input: z.object({ act: actId, id, member: id.optional(), unit: id.optional() }),
  output: z.object({ id, handedOver: z.number().int() }),
})

export const mendMember = endpoint({
  name: 'identity.mendMember',
  method: 'POST',
  path: '/api/identity/members/:id',
  summary: 'Change the role or the body of somebody; a region keeps at least one administrator.',
  allow: 'identity.administer',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    role: z.enum(roles).optional(),
    unit: id.nullable().optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const makeMemberLink = endpoint({
  name: 'identity.makeMemberLink',
  method: 'POST',
  path: '/api/identity/members/:id/link',
  summary:
    'A one-time link to hand over, for somebody who has no password yet and works in this region only; else it is ' +
    'mailed and `path` is absent. No act: an act keeps its answer, and a link is kept nowhere.',
  allow: 'identity.administer',
  input: z.object({ id }),
  output: z.object({ path: z.string().optional(), minutes: z.number().int() }),
})

import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, revision } from '../../shared/fields.ts'
import { newLinkShape } from '../links/contract.ts'
import { linkStates } from '../links/model.ts'
import { invitedMost, scopes } from './model.ts'

const language = z.enum(['id', 'en', 'ja', 'ko'])
const { hash, party } = newLinkShape

export const listFeeds = endpoint({
  name: 'calendar.listFeeds',
  method: 'GET',
  path: '/api/calendar/feeds',
  summary: 'The region’s secret calendar addresses, the newest first, at most 100, with their last use; never a token.',
  allow: 'calendar.follow',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        scope: z.enum(scopes),
        relation: z.object({ id, slug: z.string(), name: z.string() }).nullable(),
        party: z.string(),
        language,
        organisations: z.boolean(),
        state: z.enum(linkStates),
        madeAt: z.string(),
        madeBy: z.string().nullable(),
        isOwn: z.boolean(),
        readAt: z.string().nullable(),
      }),
    ),
  }),
})

export const makeFeed = endpoint({
  name: 'calendar.makeFeed',
  method: 'POST',
  path: '/api/calendar/feeds',
  summary:
    'Make a secret calendar address without end. `hash` is the SHA-256 of the token, which is never sent; it shows what its maker may read.',
  allow: 'calendar.follow',
  input: z
    .object({
      act: actId,
      scope: z.enum(scopes),
      relation: id.optional(),
      /** Whether the bodies that take part are named. */
      organisations: z.boolean().default(false),
      hash,
      party,
      language,
    })
    .refine(({ scope, relation }) => (scope === 'relation') === (relation !== undefined), {
      path: ['relation'],
      params: { fault: 'required' },
    }),
  output: z.object({ id }),
})

export const revokeFeed = endpoint({
  name: 'calendar.revokeFeed',
  method: 'POST',
  path: '/api/calendar/feeds/:id/revoke',
  summary: 'End a calendar address of the region at once. Ended twice is ended once.',
  allow: 'calendar.follow',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const listInvited = endpoint({
  name: 'calendar.listInvited',
  method: 'GET',
  path: '/api/calendar/activities/:activity/invitations',
  summary:
    'Who was invited to a meeting by mail and what has left, at most 200; the people of the region to choose from; why nobody can be invited now.',
  allow: 'agenda.read',
  input: z.object({ activity: id }),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        address: z.string(),
        name: z.string().nullable(),
        language,
        withdrawn: z.boolean(),
        /** What left last, and when; null while it waits. */
        sentAt: z.string().nullable(),
        waiting: z.boolean(),
        rev: z.number().int(),
      }),
    ),
    people: z.array(z.object({ id, name: z.string() })),
    whyNot: z.enum(['no_day', 'past', 'cancelled']).nullable(),
    /** Otherwise mail is kept as files that only the operator reads. */
    sendsMail: z.boolean(),
  }),
})

export const invite = endpoint({
  name: 'calendar.invite',
  method: 'POST',
  path: '/api/calendar/activities/:activity/invitations',
  summary:
    'Invite to a planned meeting by mail: people of the region and typed addresses, one per line, together at most 200 per meeting. They are told when it moves or is called off.',
  allow: 'calendar.invite',
  input: z
    .object({
      act: actId,
      activity: id,
      members: z.array(id).max(invitedMost).default([]),
      addresses: z.string().max(60_000).default(''),
      /** Of the mail to typed addresses; people of the region get theirs in their own. */
      language,
    })
    .refine(({ members, addresses }) => members.length > 0 || addresses.trim() !== '', {
      path: ['addresses'],
      params: { fault: 'required' },
    }),
  output: z.object({ invited: z.number().int(), already: z.number().int() }),
})

export const withdrawInvitation = endpoint({
  name: 'calendar.withdrawInvitation',
  method: 'POST',
  path: '/api/calendar/invitations/:id/withdraw',
  summary: 'Tell somebody who was invited that they need not come. Withdrawn twice is withdrawn once.',
  allow: 'calendar.invite',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id, rev: z.number().int() }),
})

export const readInvitationFile = endpoint({
  name: 'calendar.readInvitationFile',
  method: 'GET',
  path: '/api/calendar/activities/:activity/file',
  summary: 'A meeting as an .ics file, to attach to a mail of one’s own or to open in a calendar.',
  allow: 'agenda.read',
  input: z.object({ activity: id }),
  output: z.unknown(),
  gives: ['text/calendar'],
})

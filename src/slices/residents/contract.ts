import { z } from 'zod'
import { isDate, zones } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, pageSize, partialDate, revision, tableFiles } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { bookingStates, limits, walkInMost } from './model.ts'
import { free, said } from './texts.ts'

export {
  answerQuestion,
  forwardQuestion,
  listQuestions,
  readContact,
  readQuestion,
  setContact,
} from './questions-contract.ts'

const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const instant = z.iso.datetime({ offset: true })
const texts = z
  .partialRecord(
    z.enum(languages),
    z.object({ title: name, about: free(limits.about).optional(), whoMay: free(1000).optional() }),
  )
  .refine((all) => Object.keys(all).length > 0, { params: { fault: 'required' } })

/** What is said of a service; mended it is given whole. */
const serviceShape = {
  texts,
  place: name.optional(),
  spoken: z.array(z.enum(languages)).max(4).default([]),
  minimum: z.int().min(2).max(10_000).optional(),
  householdMost: z.int().min(1).max(50).default(8),
  groupMost: z.int().min(2).max(500).optional(),
  opensOn: day.optional(),
  closesOn: day.optional(),
  purgeOn: day.optional(),
  unit: id.optional(),
  relations: z.array(id).max(20).default([]),
}

const serviceCard = z.object({
  id,
  slug: z.string(),
  texts: z.partialRecord(
    z.enum(languages),
    z.object({ title: z.string(), about: z.string().optional(), whoMay: z.string().optional() }),
  ),
  occurredOn: z.string(),
  opensOn: z.string().optional(),
  closesOn: z.string().optional(),
  /** Sessions from the visitor's day on, and people booked and waiting in them. */
  coming: z.object({ slots: z.number().int(), booked: z.number().int(), waiting: z.number().int() }),
  published: z.boolean(),
  unit: z.object({ id, name: z.string() }).optional(),
})

const slot = z.object({
  id,
  day: z.string(),
  starts: z.string(),
  ends: z.string(),
  capacity: z.number().int(),
  taken: z.number().int(),
  waiting: z.number().int(),
  households: z.number().int(),
  came: z.number().int(),
  calledOff: z.object({ on: z.string(), reason: z.string() }).optional(),
  rev: z.number().int(),
})

export const listServices = endpoint({
  name: 'residents.listServices',
  method: 'GET',
  path: '/api/residents/services',
  summary: 'The services for foreign residents, newest first (at most 200), narrowed by words.',
  allow: 'programmes.read',
  input: z.object({ q: z.string().max(200).optional() }),
  output: z.object({ rows: z.array(serviceCard) }),
})

export const readService = endpoint({
  name: 'residents.readService',
  method: 'GET',
  path: '/api/residents/services/:slug',
  summary: 'A service with its sessions, how many people are booked, wait and came, and what of it is public.',
  allow: 'programmes.read',
  input: z.object({ slug: z.string().max(120) }),
  output: serviceCard.extend({
    place: z.string().optional(),
    spoken: z.array(z.enum(languages)),
    minimum: z.number().int().optional(),
    householdMost: z.number().int(),
    groupMost: z.number().int().optional(),
    purgeOn: z.string().optional(),
    relations: z.array(
      z.object({ id, slug: z.string(), name: z.string(), names: z.partialRecord(z.enum(languages), z.string()) }),
    ),
    slots: z.array(slot),
    /** Of the region, by whose clock the sessions are. */
    zone: z.enum(zones),
    voided: z.object({ on: z.string(), reason: z.string() }).optional(),
    /** Whether the caller keeps it: an officer, or staff of the agency whose it is. */
    keeps: z.boolean(),
    /** How well the record is known, for the marks of its values. */
    level: z.enum(['reported', 'recorded', 'documented']),
    rev: z.number().int(),
  }),
})

export const addService = endpoint({
  name: 'residents.addService',
  method: 'POST',
  path: '/api/residents/services',
  summary:
    'Enter a service for foreign residents; without place, days or window these are not told yet. Agency staff enters it for her own agency.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, ...serviceShape, occurredOn: partialDate.optional() }),
  output: z.object({ id, slug: z.string() }),
})

export const mendService = endpoint({
  name: 'residents.mendService',
  method: 'POST',
  path: '/api/residents/services/:id',
  summary: 'Change what is said of a service, its window or the day of erasing; given whole.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, ...serviceShape }),
  output: z.object({ id, rev: z.number().int() }),
})

export const voidService = endpoint({
  name: 'residents.voidService',
  method: 'POST',
  path: '/api/residents/services/:id/void',
  summary: 'Strike a service that was entered wrongly, with the reason; nobody may be booked in it.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: said(2000) }),
  output: z.object({ id, rev: z.number().int() }),
})

export const publishService = endpoint({
  name: 'residents.publishService',
  method: 'POST',
  path: '/api/residents/services/:id/publish',
  summary: 'Show a service as it stands to the world, with its sources. Later changes stay inside until it is published again.', // prettier-ignore
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const withdrawService = endpoint({
  name: 'residents.withdrawService',
  method: 'POST',
  path: '/api/residents/services/:id/withdraw',
  summary: 'Take the page of a service back; its address answers that it was withdrawn.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const addSlot = endpoint({
  name: 'residents.addSlot',
  method: 'POST',
  path: '/api/residents/services/:id/slots',
  summary: 'Add a session: day, from and to by the region’s clock, and how many people fit in.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, day, starts: time, ends: time, capacity: z.int().min(1).max(10_000) }),
  output: z.object({ id, rev: z.number().int() }),
})

export const mendSlot = endpoint({
  name: 'residents.mendSlot',
  method: 'POST',
  path: '/api/residents/slots/:id',
  summary: 'Change how many people fit into a session: not fewer than are booked. Whoever waits first comes up.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, capacity: z.int().min(1).max(10_000) }),
  output: z.object({ id, rev: z.number().int(), promoted: z.number().int() }),
})

export const dropSlot = endpoint({
  name: 'residents.dropSlot',
  method: 'POST',
  path: '/api/residents/slots/:id/drop',
  summary: 'Take a session out in which nobody ever booked.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const callOffSlot = endpoint({
  name: 'residents.callOffSlot',
  method: 'POST',
  path: '/api/residents/slots/:id/call-off',
  summary: 'Call a session off with the reason: everybody in it reads it on her receipt, its public line says so, and nobody can book it any more. Not once somebody is in.', // prettier-ignore
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: said(500) }),
  output: z.object({ id, bookings: z.number().int() }),
})

const booking = z.object({
  id,
  slot: id,
  receipt: z.string(),
  /** Its place in the order of the session. */
  seq: z.number().int(),
  state: z.enum(bookingStates),
  origin: z.enum(['form', 'walk_in']),
  party: z.number().int(),
  body: z.string().nullable(),
  name: z.string().nullable(),
  contact: z.string().nullable(),
  language: z.enum(languages),
  bookedAt: z.string(),
  promotedAt: z.string().nullable(),
  cameAt: z.string().nullable(),
  door: z.string().nullable(),
  otherAt: z.string().nullable(),
  otherDoor: z.string().nullable(),
  purged: z.boolean(),
  rev: z.number().int(),
})

export const listBookings = endpoint({
  name: 'residents.listBookings',
  method: 'GET',
  path: '/api/residents/slots/:id/bookings',
  summary: 'Who is booked in a session, waits or cancelled, in the order it came (`after` is the last place seen).',
  allow: 'programmes.keep',
  input: z.object({
    id,
    state: z.enum(bookingStates).optional(),
    q: z.string().max(200).optional(),
    after: z.coerce.number().int().optional(),
    limit: pageSize,
  }),
  output: z.object({ rows: z.array(booking), next: z.number().int().optional() }),
})

export const exportBookings = endpoint({
  name: 'residents.exportBookings',
  method: 'GET',
  path: '/api/residents/services/:id/bookings/export.csv',
  summary: 'The bookings of a service as a file (.csv, .xlsx, .pdf), session by session in the order they came. It names who booked.', // prettier-ignore
  allow: 'programmes.take',
  input: z.object({ id }),
  output: z.unknown(),
  gives: tableFiles,
})

export const cancelBooking = endpoint({
  name: 'residents.cancelBooking',
  method: 'POST',
  path: '/api/residents/bookings/:id/cancel',
  summary: 'Give the places of a booking back; who waits first and fits whole comes up in the same act.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id, promoted: z.number().int() }),
})

export const addWalkIn = endpoint({
  name: 'residents.addWalkIn',
  method: 'POST',
  path: '/api/residents/slots/:id/walk-ins',
  summary: 'Somebody came without booking: takes free places and lets them in, also sent later. Never more than are free.', // prettier-ignore
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    party: z.int().min(1).max(walkInMost),
    /** When she was let in, by the device at the door; sent later it still counts from then. */
    cameAt: instant.optional(),
    door: name.refine((text) => [...text].length <= 60, { params: { fault: 'too_long' } }),
  }),
  output: z.object({ id, receipt: z.string(), free: z.number().int() }),
})

export const readDoor = endpoint({
  name: 'residents.readDoor',
  method: 'GET',
  path: '/api/residents/services/:slug/door',
  summary: 'What a door needs without a line: receipts, how many people each, and who came (at most 2,000 of one day); no names.', // prettier-ignore
  allow: 'programmes.keep',
  input: z.object({ slug: z.string().max(120), day: day.optional() }),
  output: z.object({
    id,
    zone: z.enum(zones),
    day: z.string(),
    days: z.array(z.string()),
    slots: z.array(
      z.object({ id, starts: z.string(), ends: z.string(), capacity: z.number().int(), taken: z.number().int() }),
    ),
    rows: z.array(
      z.object({
        id,
        slot: id,
        receipt: z.string(),
        party: z.number().int(),
        state: z.enum(['booked', 'waiting']),
        cameAt: z.string().nullable(),
        door: z.string().nullable(),
      }),
    ),
  }),
})

export const checkIn = endpoint({
  name: 'residents.checkIn',
  method: 'POST',
  path: '/api/residents/bookings/:id/arrival',
  summary: 'Somebody with a receipt came. Sent later it counts from when it was scanned; of two doors the earlier one stands and both are told.', // prettier-ignore
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    cameAt: instant,
    door: name.refine((text) => [...text].length <= 60, { params: { fault: 'too_long' } }),
  }),
  output: z.object({
    id,
    cameAt: z.string(),
    door: z.string(),
    /** The other door at which the same receipt was scanned. */
    other: z.object({ at: z.string(), door: z.string() }).optional(),
  }),
})

import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, revision } from '../../shared/fields.ts'
import { foreignCountries, holidayKinds, zones } from './model.ts'

const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const holidayNames = z.record(z.string(), z.string())

export const readDay = endpoint({
  name: 'reference.readDay',
  method: 'GET',
  path: '/api/reference/days/:day',
  summary:
    'What a day is in Indonesia as the region counts it, and in other countries (`countries`, such as JP,KR): working day, weekend, day off and its name.',
  allow: 'reference.read',
  input: z.object({
    day,
    countries: z
      .string()
      .max(20)
      .default('')
      .transform((text) => foreignCountries.filter((country) => text.split(',').includes(country))),
  }),
  output: z.object({
    countries: z.array(
      z.object({
        country: z.enum(['ID', ...foreignCountries]),
        state: z.enum(['working', 'weekend', 'off', 'unknown']),
        provisional: z.boolean(),
        holidays: z.array(
          z.object({
            name: z.string(),
            names: holidayNames,
            kind: z.enum(holidayKinds).optional(),
            certain: z.boolean(),
          }),
        ),
      }),
    ),
    zone: z.enum(zones),
  }),
})

export const listForeignHolidays = endpoint({
  name: 'reference.listForeignHolidays',
  method: 'GET',
  path: '/api/reference/foreign-holidays',
  summary:
    'The days off of Japan or Korea in a year: as delivered, with what the region changed. They count in no clock.',
  allow: 'reference.read',
  input: z.object({ country: z.enum(foreignCountries), year: z.coerce.number().int().min(1990).max(2100) }),
  output: z.object({
    rows: z.array(
      z.object({
        country: z.enum(foreignCountries),
        day: z.string(),
        name: z.string(),
        names: holidayNames,
        basis: z.string().nullable(),
        certain: z.boolean(),
        own: z.object({ id, rev: z.number().int() }).nullable(),
        dropped: z.boolean(),
      }),
    ),
  }),
})

export const setForeignHoliday = endpoint({
  name: 'reference.setForeignHoliday',
  method: 'POST',
  path: '/api/reference/foreign-holidays',
  summary:
    'Say what a day is in Japan or Korea: a day off with its name, or none (`name` null). `rev` is that of the region’s own row, 0 without one.',
  allow: 'reference.administer',
  input: z.object({ act: actId, country: z.enum(foreignCountries), day, name: name.nullable(), rev: revision }),
  output: z.object({ id, rev: z.number().int() }),
})

export const restoreForeignHoliday = endpoint({
  name: 'reference.restoreForeignHoliday',
  method: 'POST',
  path: '/api/reference/foreign-holidays/:id/restore',
  summary: 'Go back to what is delivered for a day of another country.',
  allow: 'reference.administer',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, partialDate, revision } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { tidyName } from '../../shared/text.ts'
import { capacities, headings, holidayKinds, officeIds, sectorIds, tiers, unitKinds, zones } from './model.ts'

export { listForeignHolidays, readDay, restoreForeignHoliday, setForeignHoliday } from './foreign-contract.ts'

const shortNameLimit = 60
const shortName = name.refine((text) => [...text].length <= shortNameLimit, { params: { fault: 'too_long' } })
const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const year = z.coerce.number().int().min(1990).max(2100)
const holidayKind = z.enum(holidayKinds)
const sectors = z.array(z.enum(sectorIds)).max(100)
/** Names of inputs that were doubted and are meant. */
const sure = z.array(z.string().max(60)).max(20).optional()
const kept = z.object({ id, rev: z.number().int() })
/** How far a typed row was held against its decree: by text, by two sources, or not yet. */
const verified = z.enum(['V', 'V2', 'M'])

export const readRegion = endpoint({
  name: 'reference.readRegion',
  method: 'GET',
  path: '/api/reference/region',
  summary: 'The region: its code, tier, zone, and whether its clocks count days of joint leave as working days.',
  allow: 'reference.read',
  input: z.object({}),
  output: z.object({
    code: z.string(),
    name: z.string(),
    tier: z.enum(tiers),
    zone: z.enum(zones),
    cutiBersamaCounts: z.boolean(),
    rev: z.number().int(),
  }),
})

export const mendRegion = endpoint({
  name: 'reference.mendRegion',
  method: 'POST',
  path: '/api/reference/region',
  summary:
    'Mend what a region decides itself: its zone, whether days of joint leave count, whether it is still being ' +
    'prepared. The code never changes.',
  allow: 'reference.administer',
  input: z.object({
    act: actId,
    rev: revision,
    zone: z.enum(zones).optional(),
    cutiBersamaCounts: z.boolean().optional(),
    preparing: z.boolean().optional(),
  }),
  output: z.object({ rev: z.number().int() }),
})

export const listHolidays = endpoint({
  name: 'reference.listHolidays',
  method: 'GET',
  path: '/api/reference/holidays',
  summary: 'The days off of a year, and the years about which something is known.',
  allow: 'reference.read',
  input: z.object({ year }),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        day: z.string(),
        kind: holidayKind,
        name: z.string(),
        names: z.partialRecord(z.enum(languages), z.string()),
        basis: z.string().nullable(),
        verified,
        rev: z.number().int(),
      }),
    ),
    years: z.array(
      z.object({
        year: z.number().int(),
        basis: z.string().nullable(),
        complete: z.boolean(),
        days: z.number().int(),
        /** 0 for a year of which only days are known. */
        rev: z.number().int(),
      }),
    ),
  }),
})

export const addHoliday = endpoint({
  name: 'reference.addHoliday',
  method: 'POST',
  path: '/api/reference/holidays',
  summary: 'Add a day off; a day that is off already under another kind is doubted once.',
  allow: 'reference.administer',
  input: z.object({ act: actId, day, kind: holidayKind, name, basis: name.optional(), sure }),
  output: kept,
})

export const mendHoliday = endpoint({
  name: 'reference.mendHoliday',
  method: 'POST',
  path: '/api/reference/holidays/:id',
  summary: 'Mend a day off.',
  allow: 'reference.administer',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    day: day.optional(),
    kind: holidayKind.optional(),
    name: name.optional(),
    basis: name.nullable().optional(),
    sure,
  }),
  output: kept,
})

export const removeHoliday = endpoint({
  name: 'reference.removeHoliday',
  method: 'POST',
  path: '/api/reference/holidays/:id/remove',
  summary: 'Remove a day that is not off after all; clocks count it from then on.',
  allow: 'reference.administer',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const mendHolidayYear = endpoint({
  name: 'reference.mendHolidayYear',
  method: 'POST',
  path: '/api/reference/holiday-years/:year',
  summary: 'Say whether the table of a year is complete, and by which decree. `rev` 0 where nothing was said yet.',
  allow: 'reference.administer',
  input: z.object({ act: actId, year, rev: revision, basis: name.nullable().optional(), complete: z.boolean() }),
  output: kept,
})

export const importHolidays = endpoint({
  name: 'reference.importHolidays',
  method: 'POST',
  path: '/api/reference/holiday-years/:year/import',
  summary: 'Take over the table of a year from its decree; days of the region itself stay.',
  allow: 'reference.administer',
  input: z.object({
    act: actId,
    year,
    rev: revision,
    basis: name,
    complete: z.boolean(),
    rows: z
      .array(z.object({ day, kind: holidayKind, name }))
      .min(1)
      .max(200),
  }),
  output: z.object({ added: z.number().int(), removed: z.number().int() }),
})

export const checkTable = endpoint({
  name: 'reference.checkTable',
  method: 'POST',
  path: '/api/reference/checked',
  summary: 'Say that the days off of a year, or the affairs, were held against the text of their decree.',
  allow: 'reference.administer',
  input: z.object({ act: actId, table: z.enum(['holidays', 'affairs']), year: year.optional() }),
  output: z.object({ rows: z.number().int() }),
})

export const listAffairs = endpoint({
  name: 'reference.listAffairs',
  method: 'GET',
  path: '/api/reference/affairs',
  summary: 'The affairs (urusan) of the region, the fields that belong to each, and the body in charge.',
  allow: 'reference.read',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        code: z.string(),
        name: z.string(),
        heading: z.enum(headings),
        sectors: z.array(z.enum(sectorIds)),
        unit: id.nullable(),
        verified,
        rev: z.number().int(),
      }),
    ),
  }),
})

export const addAffair = endpoint({
  name: 'reference.addAffair',
  method: 'POST',
  path: '/api/reference/affairs',
  summary: 'Add an affair that the law does not list.',
  allow: 'reference.administer',
  input: z.object({ act: actId, name, heading: z.enum(headings), sectors: sectors.optional(), unit: id.optional() }),
  output: kept,
})

export const mendAffair = endpoint({
  name: 'reference.mendAffair',
  method: 'POST',
  path: '/api/reference/affairs/:id',
  summary: 'Mend the name of an affair, the fields that belong to it, the body in charge.',
  allow: 'reference.administer',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    name: name.optional(),
    sectors: sectors.optional(),
    unit: id.nullable().optional(),
  }),
  output: kept,
})

/** A bare address: nothing that a mail head would read as more than one. */
const unitMail = z
  .string()
  .max(254)
  .transform((text) => tidyName(text).toLowerCase())
  .refine((text) => /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/.test(text), { params: { fault: 'not_an_email' } })

export const listUnits = endpoint({
  name: 'reference.listUnits',
  method: 'GET',
  path: '/api/reference/units',
  summary: 'The bodies of the region.',
  allow: 'reference.read',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        name: z.string(),
        shortName: z.string().nullable(),
        kind: z.enum(unitKinds),
        /** Its own address, for who administers. */
        mail: z.string().nullable().optional(),
        rev: z.number().int(),
      }),
    ),
  }),
})

export const addUnit = endpoint({
  name: 'reference.addUnit',
  method: 'POST',
  path: '/api/reference/units',
  summary: 'Add a body of the region; its name is unique there.',
  allow: 'reference.administer',
  input: z.object({
    act: actId,
    name,
    shortName: shortName.optional(),
    kind: z.enum(unitKinds),
    mail: unitMail.optional(),
  }),
  output: z.object({ id }),
})

export const mendUnit = endpoint({
  name: 'reference.mendUnit',
  method: 'POST',
  path: '/api/reference/units/:id',
  summary:
    'Mend the name or kind of a body, or its mail address: there it is reminded of what it has in hand while nobody of it has an account.',
  allow: 'reference.administer',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    name: name.optional(),
    shortName: shortName.nullable().optional(),
    kind: z.enum(unitKinds).optional(),
    mail: unitMail.nullable().optional(),
  }),
  output: kept,
})

export const removeUnit = endpoint({
  name: 'reference.removeUnit',
  method: 'POST',
  path: '/api/reference/units/:id/remove',
  summary: 'Remove a body that nothing stands on; else `not_yet` with what uses it.',
  allow: 'reference.administer',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const listOfficials = endpoint({
  name: 'reference.listOfficials',
  method: 'GET',
  path: '/api/reference/officials',
  summary: 'Who holds or held an office of the region, in which capacity.',
  allow: 'reference.read',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        name: z.string(),
        office: z.enum(officeIds),
        capacity: z.enum(capacities),
        fromOn: z.string().optional(),
        toOn: z.string().optional(),
        seenOn: z.string(),
        unit: id.optional(),
        rev: z.number().int(),
      }),
    ),
  }),
})

export const addOfficial = endpoint({
  name: 'reference.addOfficial',
  method: 'POST',
  path: '/api/reference/officials',
  summary: 'Record who holds an office, in which capacity, from when, or on which day a source shows it.',
  allow: 'reference.administer',
  input: z.object({
    act: actId,
    name,
    office: z.enum(officeIds),
    capacity: z.enum(capacities),
    seenOn: partialDate,
    fromOn: partialDate.optional(),
    toOn: partialDate.optional(),
    unit: id.optional(),
    sure,
  }),
  output: z.object({ id }),
})

export const mendOfficial = endpoint({
  name: 'reference.mendOfficial',
  method: 'POST',
  path: '/api/reference/officials/:id',
  summary: 'Correct who held an office, as what and when; a term that overlaps another is doubted once.',
  allow: 'reference.administer',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    name: name.optional(),
    office: z.enum(officeIds).optional(),
    capacity: z.enum(capacities).optional(),
    seenOn: partialDate.optional(),
    fromOn: partialDate.nullable().optional(),
    toOn: partialDate.nullable().optional(),
    unit: id.nullable().optional(),
    sure,
  }),
  output: kept,
})

export const endTerm = endpoint({
  name: 'reference.endTerm',
  method: 'POST',
  path: '/api/reference/officials/:id/end',
  summary: 'End a term of office on a day, month or year.',
  allow: 'reference.administer',
  input: z.object({ act: actId, id, rev: revision, toOn: partialDate }),
  output: kept,
})

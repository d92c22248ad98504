import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { tableFiles } from '../../shared/fields.ts'
import { preparationParts } from './model.ts'

export const readPreparation = endpoint({
  name: 'settings.readPreparation',
  method: 'GET',
  path: '/api/pages/preparation',
  summary:
    'What a new region needs before its first cooperation, in order, and which of it is there: computed from the record.',
  allow: 'reference.administer',
  input: z.object({}),
  output: z.object({
    /** Whether the administrator is still led through it: not put aside, and something is missing. */
    open: z.boolean(),
    /** The revision of the region, for putting the list aside. */
    rev: z.number().int(),
    parts: z.array(z.object({ part: z.enum(preparationParts), done: z.boolean() })),
  }),
})

const list = { method: 'GET', output: z.unknown(), gives: tableFiles } as const
/** Words that a row has to hold, as on the page. */
const q = z.string().max(200).optional()
const whole = { ...list, input: z.object({ q }) }

export const exportHolidays = endpoint({
  ...list,
  name: 'settings.exportHolidays',
  path: '/api/pages/settings/holidays/export.csv',
  summary: 'The days off of a year as a file (.csv, .xlsx, .pdf).',
  allow: 'reference.read',
  input: z.object({ year: z.coerce.number().int().min(1900).max(2200), q }),
})

export const exportUnits = endpoint({
  ...whole,
  name: 'settings.exportUnits',
  path: '/api/pages/settings/units/export.csv',
  summary: 'The bodies of the region as a file (.csv, .xlsx, .pdf).',
  allow: 'reference.read',
})

export const exportOfficials = endpoint({
  ...whole,
  name: 'settings.exportOfficials',
  path: '/api/pages/settings/officials/export.csv',
  summary: 'Who holds or held which office, as a file (.csv, .xlsx, .pdf).',
  allow: 'reference.take',
})

export const exportAffairs = endpoint({
  ...whole,
  name: 'settings.exportAffairs',
  path: '/api/pages/settings/affairs/export.csv',
  summary: 'The affairs of the region with their fields and the body in charge, as a file (.csv, .xlsx, .pdf).',
  allow: 'reference.read',
})

export const exportMembers = endpoint({
  ...list,
  name: 'settings.exportMembers',
  path: '/api/pages/settings/members/export.csv',
  summary: 'The people of the region and their roles, or those who left (`ended`), as a file (.csv, .xlsx, .pdf).',
  allow: 'identity.administer',
  input: z.object({ ended: z.stringbool().optional(), q }),
})

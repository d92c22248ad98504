import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, partialDate } from '../../shared/fields.ts'
import { officeIds } from './model.ts'

const unitKinds = ['bagian_kerja_sama', 'opd', 'pimpinan', 'sekretariat', 'lain'] as const
const shortNameLimit = 60
const shortName = name.refine((text) => [...text].length <= shortNameLimit, { params: { fault: 'too_long' } })
const capacities = ['definitif', 'pj', 'plt', 'plh'] as const

export const listUnits = endpoint({
  name: 'reference.listUnits',
  method: 'GET',
  path: '/api/reference/units',
  summary: 'The bodies of the region.',
  allow: 'reference.read',
  input: z.object({}),
  output: z.object({
    rows: z.array(z.object({ id, name: z.string(), shortName: z.string().nullable(), kind: z.enum(unitKinds) })),
  }),
})

export const addUnit = endpoint({
  name: 'reference.addUnit',
  method: 'POST',
  path: '/api/reference/units',
  summary: 'Add a body of the region; its name is unique there.',
  allow: 'reference.administer',
  input: z.object({ act: actId, name, shortName: shortName.optional(), kind: z.enum(unitKinds) }),
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
  }),
  output: z.object({ id }),
})

import type { z } from 'zod'
import { registerStatuses } from '../../oversight/model.ts'
import { partnerKinds } from '../../procedures/model.ts'
import type { countRelations } from '../contract.ts'

// A filter stands in the address, so that it can be kept as a bookmark and sent to a colleague. Its names there are
// Indonesian like all of the workspace's addresses.
const addressNames = {
  status: 'keadaan',
  country: 'negara',
  kind: 'jenis',
  published: 'terbit',
  silent: 'diam',
  process: 'proses',
} as const

export type FilterName = keyof typeof addressNames
export const filterNames = Object.keys(addressNames) as FilterName[]

/** What the list is asked for, as the address says it: words, and one value of each filter at most. */
export type Sought = z.input<typeof countRelations.input>

const known: Record<FilterName, (value: string) => boolean> = {
  status: (value) => (registerStatuses as readonly string[]).includes(value),
  country: (value) => /^[A-Z]{2}$/.test(value),
  kind: (value) => (partnerKinds as readonly string[]).includes(value),
  published: (value) => value === 'yes' || value === 'no',
  silent: (value) => value === 'yes',
  process: (value) => value === 'with' || value === 'without',
}

/** Reads an address. What nobody here knows is left out: an old bookmark shows more rather than an error. */
export function soughtIn(search: URLSearchParams): Sought {
  const sought: Sought = {}
  const q = search.get('q') ?? ''
  if (q !== '') sought.q = q.slice(0, 200)
  for (const name of filterNames) {
    const value = search.get(addressNames[name])
    if (value !== null && known[name](value)) Object.assign(sought, { [name]: value })
  }
  return sought
}

/** The same as an address. */
export function addressFor(sought: Sought): Record<string, string> {
  const entries = filterNames.flatMap((name) =>
    sought[name] === undefined ? [] : [[addressNames[name], sought[name]]],
  )
  return Object.fromEntries([...(sought.q === undefined ? [] : [['q', sought.q]]), ...entries])
}

/** Whether anything but words narrows the list. */
export const isFiltered = (sought: Sought): boolean => filterNames.some((name) => sought[name] !== undefined)

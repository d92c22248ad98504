import { z } from 'zod'
import { partnerKinds } from '../procedures/model.ts'
import { registerStatuses } from '../oversight/model.ts'

/** What a list of relations may be narrowed by: one value of each at a time. `none` is a relation without procedure. */
export const listFilters = {
  status: z.enum(registerStatuses).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  kind: z.enum(partnerKinds).optional(),
  published: z.enum(['yes', 'no']).optional(),
  /** No news for 180 days. */
  silent: z.literal('yes').optional(),
  process: z.enum(['with', 'without']).optional(),
}

export interface ListFilters {
  status?: (typeof registerStatuses)[number] | undefined
  country?: string | undefined
  kind?: (typeof partnerKinds)[number] | undefined
  published?: 'yes' | 'no' | undefined
  silent?: 'yes' | undefined
  process?: 'with' | 'without' | undefined
}

export const filterNames = ['status', 'country', 'kind', 'published', 'silent', 'process'] as const
export type FilterName = (typeof filterNames)[number]

/** Counts by name of the filter and value. */
export type ChipCounts = Record<FilterName, Record<string, number>>

/** How many relations share their values of everything that can be filtered by. */
export interface Group {
  status: string
  country: string | null
  kind: string | null
  published: boolean
  silent: boolean
  process: boolean
  n: number
}

/** The value of each filter that a group stands for; undefined where no chip does. */
const valueOf: Record<FilterName, (group: Group) => string | undefined> = {
  status: ({ status }) => status,
  country: ({ country }) => country ?? undefined,
  kind: ({ kind }) => kind ?? undefined,
  published: ({ published }) => (published ? 'yes' : 'no'),
  silent: ({ silent }) => (silent ? 'yes' : undefined),
  process: ({ process }) => (process ? 'with' : 'without'),
}

/** How many each chip would show: all other filters hold, its own name does not, so that one can change one's mind. */
export function countChips(groups: readonly Group[], filters: ListFilters): ChipCounts {
  const counts: ChipCounts = { status: {}, country: {}, kind: {}, published: {}, silent: {}, process: {} }
  for (const name of filterNames) {
    const others = filterNames.filter((other) => other !== name && filters[other] !== undefined)
    for (const group of groups) {
      const value = valueOf[name](group)
      if (value === undefined || others.some((other) => valueOf[other](group) !== filters[other])) continue
      counts[name][value] = (counts[name][value] ?? 0) + group.n
    }
  }
  return counts
}

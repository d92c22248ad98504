import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '../../../ui/controls/call.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { listNeeds, readCompany, readNeed } from '../contract.ts'
import { needFields, needStandings, type NeedField, type NeedStanding } from '../model.ts'

export const views = ['kebutuhan', 'usulan-pasangan', 'penawaran', 'perusahaan'] as const
export type View = (typeof views)[number]

export interface Looked {
  view: View
  q?: string
  field?: NeedField
  standing?: NeedStanding
}

/** What the address asks for: `?tampil=`, `?q=`, `?bidang=`, `?keadaan=`. */
export function lookedIn(search: URLSearchParams): Looked {
  const field = needFields.find((one) => one === search.get('bidang'))
  const standing = needStandings.find((one) => one === search.get('keadaan'))
  const q = (search.get('q') ?? '').slice(0, 200)
  return {
    view: views.find((one) => one === search.get('tampil')) ?? 'kebutuhan',
    ...(q !== '' && { q }),
    ...(field !== undefined && { field }),
    ...(standing !== undefined && { standing }),
  }
}

export function searchOf({ view, q, field, standing }: Looked): URLSearchParams {
  return new URLSearchParams({
    ...(view !== 'kebutuhan' && { tampil: view }),
    ...(q !== undefined && { q }),
    ...(field !== undefined && { bidang: field }),
    ...(standing !== undefined && { keadaan: standing }),
  })
}

/** Needs as they are narrowed, page by page. */
export function needsQuery({ q, field, standing }: Looked) {
  const sought = {
    ...(q !== undefined && { q }),
    ...(field !== undefined && { field }),
    ...(standing !== undefined && { standing }),
  }
  return infiniteQueryOptions({
    queryKey: [listNeeds.name, 'pages', sought],
    queryFn: async ({ pageParam, signal }) =>
      await call(listNeeds, { ...sought, ...(pageParam !== '' && { after: pageParam }), limit: 25 }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listNeeds.name },
  })
}

/** One need by the last part of its address. */
export const needQuery = (slug: string) => queryOf(readNeed, { slug })

/** A company's year; without a year the newest it has. */
export const companyQuery = (slug: string, year: string | null) =>
  queryOf(readCompany, { slug, ...(year !== null && /^20\d{2}$/.test(year) && { year: Number(year) }) })

import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { isId } from '../../../../shared/ids.ts'
import { call } from '../../../../ui/controls/call.ts'
import { listMail, listRegister, listThreads } from '../../contract.ts'
import type { Direction, MailFilter } from '../../model.ts'

export interface MailSought {
  direction: Direction
  q: string
  filter: MailFilter
  year: string
  /** Of one cooperation only. */
  relation?: string
}

/** A view of the page of letters, from its address. */
export const mailViews = ['in', 'out', 'threads', 'register'] as const
export type MailView = (typeof mailViews)[number]

const views: Record<string, MailView> = { masuk: 'in', keluar: 'out', utas: 'threads', agenda: 'register' }
const filters: Record<string, MailFilter> = { 'belum-dijawab': 'unanswered', 'belum-didisposisi': 'undisposed', 'menunggu': 'waiting' } // prettier-ignore
const wordFor = <Value>(of: Record<string, Value>, value: Value): string | undefined =>
  Object.keys(of).find((key) => of[key] === value)

export interface MailAddress {
  view: MailView
  /** Whose book: of the register. */
  book: Direction
  q: string
  filter: MailFilter
  year: string
  /** Settled matters too. */
  all: boolean
  /** Letters of one cooperation only; '' for all of them. */
  relation: string
}

/** What the address of the page asks for; unknown words mean nothing. */
export function readMailAddress(search: URLSearchParams): MailAddress {
  const year = search.get('tahun') ?? ''
  const relation = search.get('kerja-sama') ?? ''
  return {
    view: views[search.get('bagian') ?? ''] ?? 'in',
    book: search.get('buku') === 'keluar' ? 'out' : 'in',
    q: search.get('q') ?? '',
    filter: filters[search.get('saring') ?? ''] ?? 'all',
    year: /^\d{4}$/.test(year) ? year : '',
    all: search.get('semua') === '1',
    relation: isId(relation) ? relation : '',
  }
}

/** The address for what is asked; what is usual is left out. */
export function writeMailAddress({ view, book, q, filter, year, all, relation }: MailAddress): Record<string, string> {
  const said = {
    bagian: view === 'in' ? '' : (wordFor(views, view) ?? ''),
    buku: view === 'register' && book === 'out' ? 'keluar' : '',
    q,
    saring: filter === 'all' ? '' : (wordFor(filters, filter) ?? ''),
    tahun: year,
    semua: all ? '1' : '',
    'kerja-sama': view === 'in' || view === 'out' ? relation : '',
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
}

/** What of a view of letters is asked for, as the list and its file take it. */
export const mailInput = ({ direction, q, filter, year, relation = '' }: MailSought) => ({
  direction,
  filter,
  ...(q !== '' && { q }),
  ...(year !== '' && { year }),
  ...(relation !== '' && { relation }),
})

/** Letters in one direction, a page at a time. */
export function mailQuery(sought: MailSought) {
  const input = mailInput(sought)
  return infiniteQueryOptions({
    queryKey: [listMail.name, 'pages', input],
    queryFn: async ({ pageParam, signal }) =>
      await call(listMail, { ...input, limit: 25, ...(pageParam !== '' && { after: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listMail.name },
  })
}

/** Matters, a page at a time: those that are open, or all of them. */
export function threadsQuery({ q, all }: { q: string; all: boolean }) {
  return infiniteQueryOptions({
    queryKey: [listThreads.name, 'pages', q, all],
    queryFn: async ({ pageParam, signal }) =>
      await call(
        listThreads,
        { status: all ? ('all' as const) : ('open' as const), limit: 25, ...(q !== '' && { q }), ...(pageParam !== '' && { after: pageParam }) }, // prettier-ignore
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listThreads.name },
  })
}

/** A book of the register, a page at a time. */
export function registerBookQuery({ book, year }: { book: Direction; year: string }) {
  return infiniteQueryOptions({
    queryKey: [listRegister.name, 'pages', book, year],
    queryFn: async ({ pageParam, signal }) =>
      await call(listRegister, { book, year, limit: 50, ...(pageParam !== '' && { after: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { awaits: listRegister.name },
  })
}

import type { RouteObject } from 'react-router'
import { queryOf } from '../ui/controls/query.ts'
import { parts } from './parts.ts'
import { queryClient } from './query-client.ts'
import { onAnotherPage, wordsOf } from './reading-again.ts'

/** The pages of Program. What they read by comes with the page, not with the first one of the workspace. */
export const programmePages: RouteObject[] = [
  {
    path: 'program',
    async loader() {
      const { readProgrammes } = await import('../pages/programmes/contract.ts')
      return await queryClient.ensureQueryData(queryOf(readProgrammes, {}))
    },
    lazy: { Component: parts.programmes },
  },
  {
    path: 'program/tenaga-kerja',
    async loader({ request }) {
      const { readOverview } = await import('../slices/workforce/contract.ts')
      const { cohortsQuery } = await import('../slices/workforce/ui/cohorts-query.ts')
      await queryClient.ensureInfiniteQueryData(cohortsQuery(wordsOf(request, 'q')))
      return await queryClient.ensureQueryData(queryOf(readOverview, {}))
    },
    shouldRevalidate: onAnotherPage,
    lazy: { Component: parts.workforce },
  },
  {
    path: 'program/tenaga-kerja/:slug',
    async loader({ params }) {
      const { readCohort } = await import('../slices/workforce/contract.ts')
      return await queryClient.ensureQueryData(queryOf(readCohort, { slug: params['slug'] ?? '' }))
    },
    lazy: { Component: parts.cohort },
  },
  {
    path: 'program/lomba',
    async loader() {
      const { listContests } = await import('../slices/contests/contract.ts')
      return await queryClient.ensureQueryData(queryOf(listContests, {}))
    },
    lazy: { Component: parts.contests },
  },
  {
    path: 'program/lomba/:slug',
    async loader({ params }) {
      const { readContest } = await import('../slices/contests/contract.ts')
      return await queryClient.ensureQueryData(queryOf(readContest, { slug: params['slug'] ?? '' }))
    },
    lazy: { Component: parts.contest },
  },
  { path: 'program/lomba/:slug/berita-acara', lazy: { Component: parts.contestMinutes } },
  {
    path: 'program/layanan',
    async loader({ request }) {
      const { listServices, readContact } = await import('../slices/residents/contract.ts')
      const q = wordsOf(request, 'q')
      await queryClient.ensureQueryData(queryOf(listServices, q === '' ? {} : { q }))
      return await queryClient.ensureQueryData(queryOf(readContact, {}))
    },
    shouldRevalidate: onAnotherPage,
    lazy: { Component: parts.residentServices },
  },
  {
    path: 'program/layanan/pertanyaan',
    lazy: { Component: parts.residentQuestions },
  },
  {
    path: 'program/layanan/pertanyaan/:id',
    async loader({ params }) {
      const { readQuestion } = await import('../slices/residents/contract.ts')
      return await queryClient.ensureQueryData(queryOf(readQuestion, { id: params['id'] ?? '' }))
    },
    lazy: { Component: parts.residentQuestion },
  },
  {
    path: 'program/layanan/:slug',
    async loader({ params }) {
      const { readService } = await import('../slices/residents/contract.ts')
      return await queryClient.ensureQueryData(queryOf(readService, { slug: params['slug'] ?? '' }))
    },
    lazy: { Component: parts.residentService },
  },
  {
    // Without a loader: a door opens on its kept list while there is no line.
    path: 'program/layanan/:slug/pintu',
    lazy: { Component: parts.serviceDoor },
  },
  {
    path: 'program/tjsl',
    async loader({ request }) {
      const { lookedIn, needsQuery } = await import('../slices/csr/ui/needs-query.ts')
      return await queryClient.ensureInfiniteQueryData(needsQuery(lookedIn(new URL(request.url).searchParams)))
    },
    shouldRevalidate: onAnotherPage,
    lazy: { Component: parts.csr },
  },
  {
    path: 'program/tjsl/perusahaan/:slug',
    async loader({ params, request }) {
      const { companyQuery } = await import('../slices/csr/ui/needs-query.ts')
      const year = new URL(request.url).searchParams.get('tahun')
      return await queryClient.ensureQueryData(companyQuery(params['slug'] ?? '', year))
    },
    lazy: { Component: parts.csrCompany },
  },
  {
    path: 'program/tjsl/:slug',
    async loader({ params }) {
      const { needQuery } = await import('../slices/csr/ui/needs-query.ts')
      return await queryClient.ensureQueryData(needQuery(params['slug'] ?? ''))
    },
    lazy: { Component: parts.csrNeed },
  },
  {
    path: 'program/pertukaran',
    async loader({ request }) {
      const { exchangesQuery, lookedIn } = await import('../slices/exchange/ui/list-query.ts')
      return await queryClient.ensureInfiniteQueryData(exchangesQuery(lookedIn(new URL(request.url).searchParams)))
    },
    shouldRevalidate: onAnotherPage,
    lazy: { Component: parts.exchanges },
  },
  {
    path: 'program/pertukaran/:slug',
    async loader({ params }) {
      const { readExchange } = await import('../slices/exchange/contract.ts')
      return await queryClient.ensureQueryData(queryOf(readExchange, { slug: params['slug'] ?? '' }))
    },
    lazy: { Component: parts.exchange },
  },
  {
    path: 'program/isu',
    async loader({ request }) {
      const { issuesIn } = await import('../slices/forum/ui/issue-filter.ts')
      const { issuesQuery } = await import('../slices/forum/ui/issues-query.ts')
      return await queryClient.ensureInfiniteQueryData(issuesQuery(issuesIn(new URL(request.url).searchParams)))
    },
    shouldRevalidate: onAnotherPage,
    lazy: { Component: parts.issues },
  },
  {
    path: 'program/isu/:slug',
    async loader({ params }) {
      const { readIssue } = await import('../slices/forum/contract.ts')
      return await queryClient.ensureQueryData(queryOf(readIssue, { slug: params['slug'] ?? '' }))
    },
    lazy: { Component: parts.issue },
  },
  {
    path: 'program/isu/kawasan/:slug',
    async loader({ params, request }) {
      const { readYear } = await import('../slices/forum/contract.ts')
      const year = wordsOf(request, 'tahun')
      const asked = { slug: params['slug'] ?? '', ...(/^\d{4}$/.test(year) && { year }) }
      return await queryClient.ensureQueryData(queryOf(readYear, asked))
    },
    shouldRevalidate: onAnotherPage,
    lazy: { Component: parts.issueYear },
  },
]

import { createBrowserRouter, redirect, type ShouldRevalidateFunction } from 'react-router'
import { readRelationPage } from '../pages/relation-page/contract.ts'
import { readToday } from '../pages/today/contract.ts'
import { queryOf } from '../ui/controls/query.ts'
import { listQuery } from '../slices/relations/ui/list-query.ts'
import { ErrorPage } from './error-page.tsx'
import { FirstLoad } from './first-load.tsx'
import { Frame } from './frame.tsx'
import { firstPage } from './navigation.ts'
import { queryClient } from './query-client.ts'
import { registerQuery } from './register-query.ts'
import { getSession } from './session.ts'

/** What is read ahead of a page is kept by the query client; only another page reads again. */
const onAnotherPage: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname

const wordsOf = (request: Request, name: string) => new URL(request.url).searchParams.get(name) ?? ''

export const router = createBrowserRouter(
  [
    {
      path: '/',
      loader: getSession,
      shouldRevalidate: () => false,
      Component: Frame,
      HydrateFallback: FirstLoad,
      ErrorBoundary: ErrorPage,
      children: [
        {
          ErrorBoundary: ErrorPage,
          children: [
            {
              index: true,
              async loader() {
                const { permissions } = await getSession()
                const first = firstPage((permission) => permissions.includes(permission))
                if (first !== '/') return redirect(first)
                return await queryClient.ensureQueryData(queryOf(readToday, {}))
              },
              lazy: { Component: async () => (await import('../pages/today/ui/today-page.tsx')).TodayPage },
            },
            {
              path: 'kerja-sama',
              loader: async ({ request }) =>
                await queryClient.ensureInfiniteQueryData(listQuery(wordsOf(request, 'q'))),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: async () => (await import('../slices/relations/ui/list-page.tsx')).RelationListPage },
            },
            {
              path: 'kerja-sama/:slug',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readRelationPage, { slug: params['slug'] ?? '' })),
              lazy: {
                Component: async () => (await import('../pages/relation-page/ui/relation-page.tsx')).RelationPage,
              },
              children: [
                {
                  index: true,
                  lazy: {
                    Component: async () => (await import('../pages/relation-page/ui/summary-tab.tsx')).SummaryTab,
                  },
                },
                {
                  path: 'bidang',
                  lazy: { Component: async () => (await import('../pages/relation-page/ui/fields-tab.tsx')).FieldsTab },
                },
                {
                  path: 'kegiatan',
                  lazy: {
                    Component: async () => (await import('../pages/relation-page/ui/activities-tab.tsx')).ActivitiesTab,
                  },
                },
                {
                  path: 'orang',
                  lazy: { Component: async () => (await import('../pages/relation-page/ui/people-tab.tsx')).PeopleTab },
                },
                {
                  path: 'riwayat',
                  lazy: {
                    Component: async () => (await import('../pages/relation-page/ui/history-tab.tsx')).HistoryTab,
                  },
                },
              ],
            },
            {
              path: 'register',
              loader: async ({ request }) =>
                await queryClient.ensureInfiniteQueryData(registerQuery(wordsOf(request, 'keadaan'))),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: async () => (await import('./register-page.tsx')).RegisterPage },
            },
            {
              path: '*',
              loader() {
                throw new Response(null, { status: 404 })
              },
            },
          ],
        },
      ],
    },
  ],
  { basename: '/kerja' },
)

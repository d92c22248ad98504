import { createBrowserRouter, redirect, type ShouldRevalidateFunction } from 'react-router'
import { readRelationPage } from '../pages/relation-page/contract.ts'
import { readToday } from '../pages/today/contract.ts'
import { queryOf } from '../ui/controls/query.ts'
import { listQuery } from '../slices/relations/ui/list-query.ts'
import { ErrorPage } from './error-page.tsx'
import { FirstLoad } from './first-load.tsx'
import { Frame } from './frame.tsx'
import { firstPage } from './navigation.ts'
import { basename, parts } from './parts.ts'
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
              lazy: { Component: parts.today },
            },
            {
              path: 'kerja-sama',
              loader: async ({ request }) =>
                await queryClient.ensureInfiniteQueryData(listQuery(wordsOf(request, 'q'))),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: parts.list },
            },
            {
              path: 'kerja-sama/:slug',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readRelationPage, { slug: params['slug'] ?? '' })),
              lazy: { Component: parts.relation },
              children: [
                {
                  index: true,
                  lazy: { Component: parts.summary },
                },
                {
                  path: 'bidang',
                  lazy: { Component: parts.fields },
                },
                {
                  path: 'kegiatan',
                  lazy: { Component: parts.activities },
                },
                {
                  path: 'orang',
                  lazy: { Component: parts.people },
                },
                {
                  path: 'riwayat',
                  lazy: { Component: parts.history },
                },
              ],
            },
            {
              path: 'register',
              loader: async ({ request }) =>
                await queryClient.ensureInfiniteQueryData(registerQuery(wordsOf(request, 'keadaan'))),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: parts.register },
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
  { basename },
)

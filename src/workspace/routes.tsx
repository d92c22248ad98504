import { createBrowserRouter, redirect } from 'react-router'
import { readPartnerPage } from '../pages/partner-page/contract.ts'
import { readPer } from '../pages/relation-page/ui/use-per.ts'
import { sectionsFor } from '../pages/settings/ui/sections.ts'
import { preparationQuery } from '../pages/settings/ui/use-preparation.ts'
import { yearOf } from '../pages/settings/ui/year-of.ts'
import { readTask } from '../pages/tasks/contract.ts'
import { soughtIn as tasksIn } from '../pages/tasks/ui/task-filter.ts'
import { tasksQuery } from '../pages/tasks/ui/tasks-query.ts'
import { readToday } from '../pages/today/contract.ts'
import { listChecklists, readActivity, readPlan, readSummary } from '../slices/agenda/contract.ts'
import { lookedIn } from '../slices/agenda/ui/plan/agenda-filter.ts'
import { readAgenda } from '../slices/agenda/ui/plan/agenda-query.ts'
import { queryOf } from '../ui/controls/query.ts'
import { correctionsQuery } from '../slices/corrections/ui/corrections-query.ts'
import { listFeeds } from '../slices/calendar/contract.ts'
import { listMembers } from '../slices/identity/contract.ts'
import { listTemplates, readLetter, readLetterhead, readMail, readThread } from '../slices/letters/contract.ts'
import { listAffairs, listHolidays, listOfficials, listUnits } from '../slices/reference/contract.ts'
import { listClocks, readRelation } from '../slices/relations/contract.ts'
import { listCountries } from '../slices/partners/contract.ts'
import { partnersQuery } from '../slices/partners/ui/list-query.ts'
import { readSource } from '../slices/sources/contract.ts'
import { soughtIn } from '../slices/relations/ui/list-filter.ts'
import { listQuery } from '../slices/relations/ui/list-query.ts'
import { readKind, silenceQuery } from '../slices/relations/ui/silence-query.ts'
import { readChoice } from '../slices/notices/contract.ts'
import { ErrorPage } from './error-page.tsx'
import { FirstLoad } from './first-load.tsx'
import { Frame } from './frame.tsx'
import { firstPage } from './navigation.ts'
import { basename, parts } from './parts.ts'
import { programmePages } from './programme-pages.ts'
import { queryClient } from './query-client.ts'
import { readAhead, readCountryAhead, readMailAhead } from './read-ahead.ts'
import { onAnotherPage, wordsOf } from './reading-again.ts'
import { registerQuery } from './register-query.ts'
import { getSession } from './session.ts'

/** Whether this person still prepares a new region. */
async function isPreparing(): Promise<boolean> {
  const { preparing } = await getSession()
  return preparing && (await queryClient.fetchQuery({ ...preparationQuery, staleTime: 0 })).open
}

/** Who comes in is led to what is to be done first, once; afterwards every page is where it says. */
let hasArrived = false

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
                if (!hasArrived && (await isPreparing())) {
                  hasArrived = true
                  return redirect('/pengaturan/persiapan')
                }
                return await queryClient.ensureQueryData(queryOf(readToday, {}))
              },
              lazy: { Component: parts.today },
            },
            {
              path: 'kerja-sama',
              loader: async ({ request }) =>
                await queryClient.ensureInfiniteQueryData(listQuery(soughtIn(new URL(request.url).searchParams))),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: parts.list },
            },
            {
              path: 'kerja-sama/:slug',
              loader: async ({ params, request }) =>
                await readAhead(params['slug'] ?? '', readPer(new URL(request.url).searchParams)),
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
                  path: 'naskah',
                  lazy: { Component: parts.texts },
                },
                {
                  path: 'orang',
                  lazy: { Component: parts.people },
                },
                {
                  path: 'program',
                  lazy: { Component: parts.programmesTab },
                },
                {
                  path: 'mitra',
                  lazy: { Component: parts.partnerTab },
                },
                {
                  path: 'riwayat',
                  lazy: { Component: parts.history },
                },
              ],
            },
            {
              path: 'kerja-sama/:slug/catat',
              loader: async ({ params }) => await readAhead(params['slug'] ?? ''),
              lazy: { Component: parts.recordStep },
            },
            {
              path: 'kerja-sama/:slug/kirim',
              loader: async ({ params }) => await readAhead(params['slug'] ?? ''),
              lazy: { Component: parts.sendStep },
            },
            {
              path: 'kerja-sama/:slug/terbitkan',
              loader: async ({ params }) => await readAhead(params['slug'] ?? ''),
              lazy: { Component: parts.publish },
            },
            {
              path: 'tidak-ada-kabar',
              loader: async ({ request }) =>
                await queryClient.ensureInfiniteQueryData(silenceQuery(readKind(new URL(request.url).searchParams))),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: parts.silence },
            },
            {
              path: 'kata-pembaca',
              loader: async ({ request }) =>
                await queryClient.ensureInfiniteQueryData(correctionsQuery(wordsOf(request, 'semua') !== '1')),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: parts.corrections },
            },
            {
              path: 'pengaturan',
              lazy: { Component: parts.settings },
              children: [
                {
                  index: true,
                  async loader() {
                    const { permissions } = await getSession()
                    const preparing = await isPreparing()
                    const first = sectionsFor((permission) => permissions.includes(permission), { preparing })[0]
                    return redirect(first === undefined ? '/' : `/pengaturan/${first.to}`)
                  },
                },
                {
                  path: 'persiapan',
                  loader: async () => await queryClient.ensureQueryData(preparationQuery),
                  lazy: { Component: parts.preparation },
                },
                {
                  path: 'hari-libur',
                  async loader({ request }) {
                    const { on } = await getSession()
                    const year = yearOf(new URL(request.url).searchParams, on)
                    return await Promise.all([
                      queryClient.ensureQueryData(queryOf(listHolidays, { year })),
                      queryClient.ensureQueryData(queryOf(listClocks, {})),
                    ])
                  },
                  shouldRevalidate: onAnotherPage,
                  lazy: { Component: parts.holidays },
                },
                {
                  path: 'kalender',
                  loader: async () => await queryClient.ensureQueryData(queryOf(listFeeds, {})),
                  lazy: { Component: parts.calendarFeeds },
                },
                {
                  path: 'urusan',
                  loader: async () => await queryClient.ensureQueryData(queryOf(listAffairs, {})),
                  lazy: { Component: parts.affairs },
                },
                {
                  path: 'perangkat',
                  loader: async () => await queryClient.ensureQueryData(queryOf(listUnits, {})),
                  lazy: { Component: parts.units },
                },
                {
                  path: 'pejabat',
                  loader: async () => await queryClient.ensureQueryData(queryOf(listOfficials, {})),
                  lazy: { Component: parts.officials },
                },
                {
                  path: 'surat',
                  loader: async () =>
                    await Promise.all([
                      queryClient.ensureQueryData(queryOf(readLetterhead, {})),
                      queryClient.ensureQueryData(queryOf(listTemplates, {})),
                    ]),
                  lazy: { Component: parts.letterSettings },
                },
                {
                  path: 'pemberitahuan',
                  loader: async () => await queryClient.ensureQueryData(queryOf(readChoice, {})),
                  lazy: { Component: parts.notices },
                },
                {
                  path: 'persiapan-kunjungan',
                  loader: async () => await queryClient.ensureQueryData(queryOf(listChecklists, {})),
                  lazy: { Component: parts.checklists },
                },
                {
                  path: 'pengguna',
                  loader: async () => await queryClient.ensureQueryData(queryOf(listMembers, {})),
                  lazy: { Component: parts.members },
                },
              ],
            },
            ...programmePages,
            {
              path: 'agenda',
              loader: async ({ request }) =>
                await readAgenda(queryClient, {
                  looked: lookedIn(new URL(request.url).searchParams),
                  on: (await getSession()).on,
                }),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: parts.agenda },
            },
            {
              path: 'catat',
              lazy: { Component: parts.recordPage },
            },
            {
              path: 'catat/kalender',
              lazy: { Component: parts.takeFromFile },
            },
            {
              path: 'catat/kerja-sama',
              lazy: { Component: parts.recordRelation },
            },
            {
              path: 'catat/tindak-lanjut',
              lazy: { Component: parts.recordTask },
            },
            {
              path: 'tindak-lanjut',
              loader: async ({ request }) =>
                await queryClient.ensureInfiniteQueryData(tasksQuery(tasksIn(new URL(request.url).searchParams))),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: parts.tasks },
            },
            {
              path: 'tindak-lanjut/:id',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readTask, { id: params['id'] ?? '' })),
              lazy: { Component: parts.task },
            },
            {
              path: 'kegiatan/:slug',
              async loader({ params }) {
                const { id } = await queryClient.ensureQueryData(queryOf(readActivity, { slug: params['slug'] ?? '' }))
                return await queryClient.ensureQueryData(queryOf(readPlan, { id }))
              },
              lazy: { Component: parts.activity },
            },
            {
              path: 'kegiatan/:slug/pintu',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readActivity, { slug: params['slug'] ?? '' })),
              lazy: { Component: parts.door },
            },
            {
              path: 'kegiatan/:slug/notulen',
              async loader({ params }) {
                const { id } = await queryClient.ensureQueryData(queryOf(readActivity, { slug: params['slug'] ?? '' }))
                return await queryClient.ensureQueryData(queryOf(readSummary, { id }))
              },
              lazy: { Component: parts.minutes },
            },
            {
              path: 'mitra',
              loader: async ({ request }) =>
                await Promise.all([
                  queryClient.ensureInfiniteQueryData(partnersQuery(wordsOf(request, 'q'))),
                  queryClient.ensureQueryData(queryOf(listCountries, {})),
                ]),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: parts.partners },
            },
            {
              path: 'mitra/:slug',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readPartnerPage, { slug: params['slug'] ?? '' })),
              lazy: { Component: parts.partner },
            },
            { path: 'kerja-sama/:slug/bahan', lazy: { Component: parts.briefing } },
            { path: 'kegiatan/:slug/siaran-pers', lazy: { Component: parts.press } },
            { path: 'serah-terima', lazy: { Component: parts.handOver } },
            {
              path: 'negara/:code',
              loader: async ({ params }) => await readCountryAhead(params['code'] ?? ''),
              lazy: { Component: parts.country },
            },
            {
              path: 'negara/:code/terbitkan',
              loader: async ({ params }) => await readCountryAhead(params['code'] ?? ''),
              lazy: { Component: parts.publishCountry },
            },
            {
              path: 'surat',
              loader: async ({ request }) => await readMailAhead(new URL(request.url).searchParams),
              shouldRevalidate: onAnotherPage,
              lazy: { Component: parts.mailroom },
            },
            {
              path: 'surat/catat',
              lazy: { Component: parts.registerMail },
            },
            {
              path: 'surat/catatan/:id',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readMail, { id: params['id'] ?? '' })),
              lazy: { Component: parts.mail },
            },
            {
              path: 'surat/catatan/:id/disposisi',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readMail, { id: params['id'] ?? '' })),
              lazy: { Component: parts.dispositionSheet },
            },
            {
              path: 'surat/utas/:id',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readThread, { id: params['id'] ?? '' })),
              lazy: { Component: parts.mailThread },
            },
            {
              path: 'surat/tulis',
              async loader({ request }) {
                const relation = wordsOf(request, 'kerja-sama')
                if (relation !== '') await queryClient.ensureQueryData(queryOf(readRelation, { id: relation }))
                return null
              },
              lazy: { Component: parts.writeLetter },
            },
            {
              path: 'surat/:id',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readLetter, { id: params['id'] ?? '' })),
              lazy: { Component: parts.letter },
            },
            {
              path: 'sumber/:id',
              loader: async ({ params }) =>
                await queryClient.ensureQueryData(queryOf(readSource, { id: params['id'] ?? '' })),
              lazy: { Component: parts.source },
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

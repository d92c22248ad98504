import { createElement } from 'react'
import type { Route } from './platform/call.ts'
import type { Drawing } from './platform/drawing.ts'
import type { PortalForm } from './platform/forms.ts'
import type { PortalFile } from './platform/portal-files.ts'
import type { PortalMade } from './platform/portal-made.ts'
import type { PortalPage } from './platform/portal.ts'
import type { Preview } from './platform/preview.ts'
import type { SetTable } from './platform/table-file.ts'
import { Failure } from './shared/failure.ts'
import type { Allow } from './shared/permissions.ts'
import { pages as aboutPages } from './pages/about/portal.tsx'
import { countryPage as publicCountryPage, pages as countryPages } from './pages/country-page/portal.tsx'
import { routesWith as briefingRoutes } from './pages/briefing/routes.ts'
import { contestPage, files as contestFiles, pages as contestPages } from './pages/contest-page/portal.tsx'
import { routes as countryPage } from './pages/country-page/routes.ts'
import { files as csrFiles, needPage as publicNeedPage, pages as csrPages } from './pages/csr-pages/portal.tsx'
import { routes as csrPageRoutes } from './pages/csr-pages/routes.ts'
import { pages as storyPages } from './pages/five-stories/portal.tsx'
import { issuePage, pages as issuePages } from './pages/issue-page/portal.tsx'
import { activityPage as publicActivityPage } from './pages/portal-home/activity-page.tsx'
import { files as homeFiles, pages as homePages } from './pages/portal-home/portal.tsx'
import {
  files as relationFiles,
  pages as relationPages,
  relationPage as publicRelationPage,
} from './pages/relation-page/portal.tsx'
import { exchangePage, files as exchangeFiles, pages as exchangePages } from './pages/exchange-page/portal.tsx'
import { routes as partnerPage } from './pages/partner-page/routes.ts'
import { pages as programmePages } from './pages/programmes/portal.tsx'
import { listProgrammeIdsOf } from './pages/programmes/queries.ts'
import { routes as programmes } from './pages/programmes/routes.ts'
import { routes as relationPage } from './pages/relation-page/routes.ts'
import { madeWith, pages as sharePages } from './pages/portal-share/portal.tsx'
import { cohortPage, pages as workforcePages } from './pages/workforce-page/portal.tsx'
import { Sheet } from './pages/relation-page/source-sheet.tsx'
import { emblemFile, withEmblem } from './pages/shell/emblem.ts'
import { gonePage } from './pages/shell/gone-page.tsx'
import { pages as shellPages } from './pages/shell/portal.tsx'
import { routes as settings } from './pages/settings/routes.ts'
import { followable, subjectText } from './pages/subjects/queries.ts'
import { routes as tasks } from './pages/tasks/routes.ts'
import { routes as today } from './pages/today/routes.ts'
import { publishActivity, rehearseCommitment, refuseBareCommitments, refuseVoided } from './slices/agenda/commands.ts'
import { findPublicActivity, getActivity, listIdsOf, listNames as listActivityNames } from './slices/agenda/queries.ts'
import { rooms as agendaRooms } from './slices/agenda/portal.tsx'
import { routes as agenda } from './slices/agenda/routes.ts'
import { publishExchange, refuseStrange } from './slices/exchange/commands.ts'
import { getRow as getExchangeRow } from './slices/exchange/queries.ts'
import { routes as exchange } from './slices/exchange/routes.ts'
import { calendarFeed } from './slices/calendar/feed.ts'
import { routes as calendar } from './slices/calendar/routes.ts'
import { refuseTold } from './slices/calendar/commands.ts'
import { publishContest, refuseVoidedContest } from './slices/contests/commands.ts'
import { portalWith as contestPortalWith } from './slices/contests/portal.tsx'
import { findPublicContest, getContestId, listNames as listContestNames } from './slices/contests/queries.ts'
import { judgingRoutes } from './slices/contests/judging-routes.ts'
import { jurorRoom } from './slices/contests/jurors-portal.tsx'
import { jurorScript } from './slices/contests/jurors-script.ts'
import { resultFile } from './slices/contests/results-file.ts'
import { routes as contests } from './slices/contests/routes.ts'
import { refuseResealed } from './slices/contests/scoring.ts'
import { IsWrong } from './slices/corrections/embed.tsx'
import { formsWith as correctionForms, pagesWith as correctionPages } from './slices/corrections/portal.tsx'
import { routesWith as correctionRoutes } from './slices/corrections/routes.ts'
import { publishNeed, refuseOverpromised, refuseUnfit } from './slices/csr/commands.ts'
import { rooms as csrRooms } from './slices/csr/portal.tsx'
import { readNeed } from './slices/csr/queries.ts'
import { routes as csr } from './slices/csr/routes.ts'
import { RoleButtons } from './slices/demo/embed.tsx'
import { demoAccounts } from './slices/demo/model.ts'
import { routes as files } from './slices/files/routes.ts'
import { refuseReopened, refuseTypeless, rehearseIssue } from './slices/forum/commands.ts'
import { routes as forum } from './slices/forum/routes.ts'
import { handOverAll } from './slices/followup/handing.ts'
import { refuseLooseWith } from './slices/followup/standing.ts'
import { roomWith as answerRoom } from './slices/followup/portal.tsx'
import { routesWith as followupRoutes } from './slices/followup/routes.ts'
import { formsWith as identityForms, pagesWith as identityPages } from './slices/identity/portal.tsx'
import { routesWith as identityRoutes } from './slices/identity/routes.ts'
import { formsWith as linkForms, pagesWith as linkPages, type LinkRoom } from './slices/links/portal.tsx'
import { routesWith as linkRoutes } from './slices/links/routes.ts'
import { isKnown, listChangesSince } from './slices/ledger/queries.ts'
import { routesWith as ledgerRoutes } from './slices/ledger/routes.ts'
import { openRenderer } from './slices/letters/renderer.ts'
import { keepNumbers, refuseNumberTwice } from './slices/letters/commands.ts'
import { printRecord, routes as letters } from './slices/letters/routes.ts'
import { forms as noticeForms, pages as noticePages } from './slices/notices/portal.tsx'
import { routes as notices } from './slices/notices/routes.ts'
import { routesWith as oversightRoutes } from './slices/oversight/routes.ts'
import { publishCountry, refuseUnsaid } from './slices/partners/commands.ts'
import { routesWith as partnerRoutes } from './slices/partners/routes.ts'
import { findPublicRegion, getRegion } from './slices/reference/queries.ts'
import { routesWith as referenceRoutes } from './slices/reference/routes.ts'
import { publishRelation, refreshAfterUndo } from './slices/relations/commands.ts'
import { findPublicRelation } from './slices/relations/published.ts'
import { getRelationId, listNames as listRelationNames } from './slices/relations/queries.ts'
import { routes as relations } from './slices/relations/routes.ts'
import { registerWordsOf } from './slices/relations/register-words.ts'
import { refreshSearch } from './slices/relations/search.ts'
import { publishService as publishResidentService, refuseGhosts } from './slices/residents/commands.ts'
import { findKeeper as findServiceKeeper } from './slices/residents/queries.ts'
import {
  forms as residentForms,
  pagesWith as residentPages,
  previewWith as residentPreviewWith,
} from './slices/residents/portal.tsx'
import { routes as residents } from './slices/residents/routes.ts'
import { partnerRoom } from './slices/sharing/portal.tsx'
import { routes as sharing } from './slices/sharing/routes.ts'
import { routes as sources } from './slices/sources/routes.ts'
import { publishCohort, refuseUnheld } from './slices/workforce/commands.ts'
import { getCohortId } from './slices/workforce/queries.ts'
import { routes as workforce } from './slices/workforce/routes.ts'

/** Every endpoint of the API. What is not here does not exist: the OpenAPI document and the matrix are made from it. */
export const routes: readonly Route[] = [
  ...identityRoutes({ handOver: handOverAll }),
  ...referenceRoutes({ changesSince: listChangesSince }),
  ...ledgerRoutes({
    afterUndo: [
      refreshAfterUndo,
      refuseVoided,
      refuseResealed,
      refuseBareCommitments,
      refuseUnsaid,
      refuseVoidedContest,
      keepNumbers,
      refuseNumberTwice,
      refuseTold,
      refuseOverpromised,
      refuseUnfit,
      refuseGhosts,
      refuseUnheld,
      refuseStrange,
      refuseReopened,
      refuseTypeless,
      refuseLooseWith(followable),
    ],
    allowOf,
    belongingTo: async (tx, subject) => [...(await listIdsOf(tx, subject)), ...(await listProgrammeIdsOf(tx, subject))],
  }),
  ...linkRoutes({ isKnown }),
  ...files,
  ...oversightRoutes({ wordsOf: registerWordsOf }),
  ...partnerRoutes({ afterChange: async ({ tx }, partner) => await refreshSearch(tx, partner) }),
  ...sources,
  ...followupRoutes(followable),
  ...relations,
  ...residents,
  ...agenda,
  ...letters,
  ...notices,
  ...calendar,
  ...sharing,
  ...forum,
  ...contests,
  ...judgingRoutes,
  ...correctionRoutes({
    namesOf: async (tx, subjects) => [
      ...(await listRelationNames(tx, subjects)),
      ...(await listActivityNames(tx, subjects)).map(({ id, about }) => ({ id, name: about })),
      ...(await listContestNames(tx, subjects)).map(({ id, title }) => ({ id, name: title })),
    ],
  }),
  ...briefingRoutes({ print: printRecord }),
  ...csr,
  ...countryPage,
  ...csrPageRoutes,
  ...partnerPage,
  ...programmes,
  ...workforce,
  ...exchange,
  ...relationPage,
  ...settings,
  ...tasks,
  ...today,
]

/** The public records that a reader may say something about, by the first part of their address. */
const subjects = {
  'kerja-sama': findPublicRelation,
  kegiatan: findPublicActivity,
  daerah: findPublicRegion,
  'program/lomba': findPublicContest,
}

/** What the links without account open, a room for each purpose. */
const rooms: readonly LinkRoom[] = [
  answerRoom({ nameOf: subjectText, listClosed: followable.listClosed }),
  ...agendaRooms,
  partnerRoom,
  ...csrRooms,
  jurorRoom,
]

const contestPortal = contestPortalWith({ gone: gonePage })
const residentPublicPages = residentPages({ gone: gonePage, Sheet, IsWrong })
const residentPreview = residentPreviewWith({ gone: gonePage, Sheet, IsWrong })

/** Every page and every plain form of the portal. */
export const pages: readonly PortalPage[] = [
  ...homePages,
  ...relationPages,
  ...countryPages,
  ...csrPages,
  ...programmePages,
  ...contestPages,
  ...contestPortal.pages,
  ...residentPublicPages,
  ...workforcePages,
  ...exchangePages,
  ...issuePages,
  ...storyPages,
  ...aboutPages,
  ...identityPages((language) => createElement(RoleButtons, { language })),
  ...correctionPages(subjects),
  ...linkPages(rooms),
  ...noticePages,
  ...sharePages,
  ...shellPages,
].map(withEmblem)
/** Every answer of the portal that is made on request: feeds, pictures, lists for robots. */
export const portalMade: readonly PortalMade[] = [...madeWith(drawPng), resultFile, jurorScript, calendarFeed]

/** Every file of the portal. */
export const portalFiles: readonly PortalFile[] = [
  emblemFile,
  ...relationFiles,
  ...homeFiles,
  ...exchangeFiles,
  ...contestFiles,
  ...csrFiles,
]

export const forms: readonly PortalForm[] = [
  ...identityForms((email) => demoAccounts.some((account) => account.button && account.email === email)),
  ...correctionForms(subjects),
  ...residentForms,
  ...linkForms(rooms),
  ...contestPortal.forms,
  ...noticeForms,
]

/** The public pages that can be looked at before they are published. */
export const previews: readonly Preview[] = [
  {
    page: withEmblem(publicRelationPage),
    allow: 'relations.publish',
    files: relationFiles,
    decidedAt: (slug) => `/kerja-sama/${slug}/terbitkan`,
    publish: async (call, { slug, parts }) =>
      await publishRelation(call, { id: await getRelationId(call.tx, slug), parts }),
  },
  {
    page: withEmblem(publicActivityPage),
    allow: 'agenda.publish',
    files: homeFiles,
    decidedAt: (slug) => `/kegiatan/${slug}`,
    publish: async (call, { slug, parts }) =>
      await publishActivity(call, {
        id: (await getActivity(call.tx, slug)).id,
        photos: parts,
        points: parts,
        summary: parts,
      }),
  },
  {
    // One commitment as it would stand on its meeting's page.
    page: withEmblem({ ...publicActivityPage, path: '/kegiatan/:slug/komitmen/:commitment' }),
    allow: 'agenda.publish',
    files: [],
    decidedAt: (slug) => `/kegiatan/${slug}`,
    publish: async (call, { parameters }) => await rehearseCommitment(call, parameters['commitment'] ?? ''),
  },
  {
    page: withEmblem(issuePage),
    allow: 'programmes.publish',
    files: [],
    decidedAt: (slug) => `/program/isu/${slug}`,
    publish: async (call, { slug, parts }) => await rehearseIssue(call, { slug, show: parts }),
  },
  {
    page: exchangePage,
    allow: 'programmes.publish',
    files: exchangeFiles,
    decidedAt: (slug) => `/program/pertukaran/${slug}`,
    publish: async (call, { slug, parts }) =>
      await publishExchange(call, {
        id: (await getExchangeRow(call.tx, slug)).id,
        ...(parts !== undefined && { report: parts.includes('laporan') }),
      }),
  },
  {
    page: withEmblem(cohortPage),
    allow: 'programmes.publish',
    files: [],
    decidedAt: (slug) => `/program/tenaga-kerja/${slug}`,
    publish: async (call, { slug }) => await publishCohort(call, { id: await getCohortId(call.tx, slug) }),
  },
  {
    page: withEmblem(contestPage),
    allow: 'programmes.publish',
    files: contestFiles,
    decidedAt: (slug) => `/program/lomba/${slug}`,
    publish: async (call, { slug }) => void (await publishContest(call, { id: await getContestId(call.tx, slug) })),
  },
  {
    page: withEmblem(publicNeedPage),
    allow: 'programmes.publish',
    files: csrFiles,
    decidedAt: (slug) => `/program/tjsl/${slug}`,
    async publish(call, { slug }) {
      const { id } = await readNeed(call.tx, { slug, who: { role: 'petugas', unit: undefined } })
      await publishNeed({ ...call, on: '' }, { id })
    },
  },
  {
    page: withEmblem(residentPreview),
    allow: 'programmes.publish',
    decidedAt: (slug) => `/program/layanan/${slug}`,
    async publish(call, { slug }) {
      const service = await findServiceKeeper(call.tx, { slug })
      if (service === undefined) throw new Failure('not_found')
      await publishResidentService(call, { id: service.id })
    },
  },
  {
    page: publicCountryPage,
    allow: 'partners.publish',
    decidedAt: (code) => `/negara/${code}/terbitkan`,
    async publish(call, { slug: country, parts: facts, parameters }) {
      // Nobody looks at the page of another region as if it were to be published here.
      if ((await getRegion(call.tx)).slug !== parameters['region']) throw new Failure('not_found')
      await publishCountry(call, { country, facts })
    },
  },
]

/** What an act's verb asked of its actor, for those who want to take it back; nothing for acts of the system. */
function allowOf(verb: string): Allow | undefined {
  return routes.find(({ endpoint }) => endpoint.name === verb)?.endpoint.allow
}

/** A process of its own, so that many who share a page keep no officer waiting for a letter. It starts when asked. */
const pictures = openRenderer(undefined, { memory: 400 * 2 ** 20, queue: 20, idle: 30_000 })

async function drawPng(drawing: Drawing): Promise<Uint8Array> {
  const reply = await pictures.render({ kind: 'png', drawing })
  if ('made' in reply) return reply.made
  throw new Error(`no picture: ${JSON.stringify(reply)}`)
}

/** A process of its own too: a long list on paper takes a second or two. */
const tables = openRenderer(undefined, { memory: 900 * 2 ** 20, queue: 10, idle: 30_000, jobs: 20 })

/** A list as PDF. */
export const setTable: SetTable = async (table) => {
  const reply = await tables.render({ kind: 'table', table })
  if ('made' in reply) return reply.made
  throw new Error(`no table: ${JSON.stringify(reply)}`)
}

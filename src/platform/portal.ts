import type { IncomingMessage } from 'node:http'
import type { Context, Hono } from 'hono'
import type { ReactNode } from 'react'
import type { DateText } from '../shared/dates.ts'
import { Failure } from '../shared/failure.ts'
import { isLanguage, type Language } from '../shared/languages.ts'
import type { Database, IdentityDb, PortalDb } from './database.ts'
import { answerOf, etagOf, hasSeen, type PageCache } from './page-cache.ts'
import type { Visits } from './visit.ts'

/** What a portal page is handed. It reads as the portal's role: published rows only. */
export interface Visit {
  language: Language
  on: DateText
  /** Whether the visitor chose the day (demonstration only). */
  chosen: boolean
  /** Noon of the day she chose, for what decides by clock.at(); undefined in real time. */
  at?: string | undefined
  demonstration: boolean
  /** The path without language prefix, for the language links. */
  path: string
  parameters: Record<string, string>
  query: Record<string, string>
  portal: PortalDb
  /** For the pages of signing in alone. */
  identity: IdentityDb
  /** Scheme and host of the portal: BASE_URL, else as the reader wrote it. Only for pages that nobody keeps. */
  origin?: string
  /** The regions' own rows, for pages that one link opens: they read as the region, behind what the link allows. */
  database?: Database
  /** Where a file of the portal stands, by its path without language, when that is elsewhere: in a preview. */
  fileAt?: (path: string) => string
}

/** The address of a file of the portal on this page. */
export function addressOfFile({ language, fileAt }: Pick<Visit, 'language' | 'fileAt'>, path: string): string {
  return fileAt === undefined ? `/${language}${path}` : fileAt(path)
}

/** The region whose portal a page belongs to; pages of the installation itself have none. */
export interface PortalRegion {
  slug: string
  name: string
  /** The address of its emblem, where the region shows one. */
  emblem?: string
}

export interface Page {
  title: string
  description?: string
  region?: PortalRegion
  /** Which entry of the navigation this page is. */
  entry?: 'home' | 'relations' | 'activities' | 'programmes' | 'documents' | 'search'
  /** The day whose state is shown, when it is not the visitor's. */
  asOf?: DateText
  /** The page's picture for messengers, by its path without language. */
  picture?: string
  /** The feed that follows this page, by its path without language. */
  feed?: string
  body: ReactNode
  status?: 200 | 404 | 410
}

export interface PortalPage {
  /** Path without the language prefix, such as /kerja-sama/:slug. */
  path: string
  /**
   * Pages that belong to one person (one-time links, receipts), or that say what no published table says: never cached,
   * never indexed.
   */
  private?: boolean
  /** The names of the query that the page reads. With other names it is drawn for each reader anew. */
  reads?: readonly string[]
  show(visit: Visit): Promise<Page>
}

export interface PortalParts {
  database: Database
  visits: Visits
  pages: readonly PortalPage[]
  baseUrl?: string | undefined
  /** Draws the whole HTML document. */
  draw(page: Page, visit: Visit): string
}

interface BoundParts extends PortalParts {
  cache: PageCache
}

/** Puts the portal's pages on the app under /:language; `/` is the home in Indonesian. */
export function bindPortal(app: Hono, parts: BoundParts): void {
  for (const page of parts.pages) {
    const answer = async (c: Context) => {
      const language = c.req.param('language') ?? 'id'
      if (!isLanguage(language)) throw new Failure('not_found')
      return await answerPage(c, page, { language, parts })
    }
    app.get(`/:language${page.path === '/' ? '' : page.path}`, answer)
    if (page.path === '/') app.get('/', answer)
  }
}

async function answerPage(
  c: Context,
  page: PortalPage,
  { language, parts }: { language: Language; parts: BoundParts },
): Promise<Response> {
  const day = await parts.visits.of(c)
  const demonstration = await parts.visits.isDemonstration()
  const { language: _, ...parameters } = c.req.param()
  const path = c.req.path.replace(/^\/(id|en|ja|ko)(?=\/|$)/, '') || '/'
  const visit: Visit = {
    language,
    on: day.on,
    chosen: day.chosen,
    at: day.at,
    demonstration,
    path,
    parameters,
    query: c.req.query(),
    portal: parts.database.portal,
    identity: parts.database.identity,
    ...(page.private === true && {
      origin: parts.baseUrl ?? new URL(c.req.url).origin,
      database: parts.database,
    }),
  }
  if (isShared(page, visit)) return await answerKept(c, { page, visit, parts })
  return answerDrawn(c, { page, visit, shown: await page.show(visit), parts })
}

interface Answering {
  page: PortalPage
  visit: Visit
  parts: BoundParts
}

/** Whether what one reader gets may be given to the next: nobody's own page or day, and no address made up by a reader. */
function isShared({ private: own = false, reads = [] }: PortalPage, { chosen, path, query }: Visit): boolean {
  const names = Object.keys(query)
  return !own && !chosen && path.length <= 200 && !path.includes('%') && names.every((name) => reads.includes(name))
}

async function answerKept(c: Context, { page, visit, parts }: Answering): Promise<Response> {
  const { language, demonstration, path, parameters, query } = visit
  const state = await parts.cache.stateOf(visit)
  let drawn: Page | undefined
  const kept = await parts.cache.find({
    // All that the page is handed, but for what `state` says. Order and repetition of the query make no other page.
    key: JSON.stringify([page.path, language, path, parameters, Object.entries(query).toSorted(byName)]),
    state,
    language,
    demonstration,
    url: addressAsSent(c),
    async draw() {
      drawn = await page.show(visit)
      return (drawn.status ?? 200) === 200 ? parts.draw(drawn, visit) : undefined
    },
  })
  if (kept === undefined) return answerDrawn(c, { page, visit, shown: drawn ?? (await page.show(visit)), parts })
  const found = answerOf(kept, { accepts: c.req.header('accept-encoding'), seen: c.req.header('if-none-match') })
  for (const [name, value] of Object.entries(found.headers)) c.header(name, value)
  return found.body === undefined ? c.body(null, 304) : c.body(new Uint8Array(found.body))
}

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1)

/** The path and query of the request line; undefined where they name another host, or nobody sent one (tests). */
function addressAsSent(c: Context): string | undefined {
  const url = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.url
  return url !== undefined && /^\/(?!\/)/.test(url) && url.length <= 300 ? url : undefined
}

/** A page for this reader alone, or one that nobody keeps. */
function answerDrawn(
  c: Context,
  { page, visit, shown, parts }: Answering & { shown: Page },
): Response | Promise<Response> {
  const { language, chosen, demonstration, query } = visit
  const html = parts.draw(shown, visit)
  const etag = etagOf(html)
  c.header('etag', etag)
  c.header('content-language', language)
  // A chosen date is the visitor's own; everything else may be shared for half a minute.
  const own = chosen || page.private === true || (demonstration && query['tanggal'] !== undefined)
  c.header('cache-control', own ? 'private, no-store' : 'public, max-age=0, s-maxage=30')
  if (demonstration) c.header('vary', 'cookie')
  if (demonstration || page.private === true) c.header('x-robots-tag', 'noindex')
  if (hasSeen(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  return c.html(html, shown.status ?? 200)
}

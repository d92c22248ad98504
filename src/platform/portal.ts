import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { ReactNode } from 'react'
import type { DateText } from '../shared/dates.ts'
import { Failure } from '../shared/failure.ts'
import { isLanguage, type Language } from '../shared/languages.ts'
import type { Database, IdentityDb, PortalDb } from './database.ts'
import type { Visits } from './visit.ts'

/** What a portal page is handed. It reads as the portal's role: published rows only. */
export interface Visit {
  language: Language
  on: DateText
  /** Whether the visitor chose the day (demonstration only). */
  chosen: boolean
  demonstration: boolean
  /** The path without language prefix, for the language links. */
  path: string
  parameters: Record<string, string>
  query: Record<string, string>
  portal: PortalDb
  /** For the pages of signing in alone. */
  identity: IdentityDb
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
}

export interface Page {
  title: string
  description?: string
  region?: PortalRegion
  /** Which entry of the navigation this page is. */
  entry?: 'home' | 'relations' | 'activities'
  body: ReactNode
  status?: 200 | 404 | 410
}

export interface PortalPage {
  /** Path without the language prefix, such as /kerja-sama/:slug. */
  path: string
  /** Pages that belong to one person (one-time links): never cached, never indexed. */
  private?: boolean
  show(visit: Visit): Promise<Page>
}

export interface PortalParts {
  database: Database
  visits: Visits
  pages: readonly PortalPage[]
  /** Draws the whole HTML document. */
  draw(page: Page, visit: Visit): string
}

/** Puts the portal's pages on the app under /:language; `/` is the home in Indonesian. */
export function bindPortal(app: Hono, parts: PortalParts): void {
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
  { language, parts }: { language: Language; parts: PortalParts },
): Promise<Response> {
  const day = await parts.visits.of(c)
  const demonstration = await parts.visits.isDemonstration()
  const { language: _, ...parameters } = c.req.param()
  const path = c.req.path.replace(/^\/(id|en|ja|ko)(?=\/|$)/, '') || '/'
  const visit: Visit = {
    language,
    on: day.on,
    chosen: day.chosen,
    demonstration,
    path,
    parameters,
    query: c.req.query(),
    portal: parts.database.portal,
    identity: parts.database.identity,
  }
  const shown = await page.show(visit)
  const html = parts.draw(shown, visit)
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  c.header('etag', etag)
  c.header('content-language', language)
  // A chosen date is the visitor's own; everything else may be shared for half a minute.
  const own = day.chosen || page.private === true || (demonstration && c.req.query('tanggal') !== undefined)
  c.header('cache-control', own ? 'private, no-store' : 'public, max-age=0, s-maxage=30')
  if (demonstration) c.header('vary', 'cookie')
  if (demonstration || page.private === true) c.header('x-robots-tag', 'noindex')
  // Packing makes the tag weak; a browser sends it back that way.
  const seen = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (seen.includes(etag)) return c.body(null, 304)
  return c.html(html, shown.status ?? 200)
}

import type { Context, Hono } from 'hono'
import type { DateText } from '../shared/dates.ts'
import { Failure } from '../shared/failure.ts'
import { isLanguage, type Language } from '../shared/languages.ts'
import type { Database, PortalDb } from './database.ts'
import { etagOf, hasSeen } from './page-cache.ts'
import type { Visits } from './visit.ts'

/** What an answer is made from. It reads as the portal's role: published rows only. */
export interface MadeAsked {
  language: Language
  on: DateText
  demonstration: boolean
  /** Scheme and host of absolute addresses: BASE_URL, else as the reader wrote it. */
  origin: string
  parameters: Record<string, string>
  portal: PortalDb
  /** The regions' own rows, for what one secret address opens: it reads as the region, behind what the link allows. */
  database?: Database
}

export interface Made {
  /** Media type. */
  type: string
  /** The content itself, or how to make it, with what changes whenever the content does. */
  body: string | { mark: string; make(): Promise<Uint8Array> }
}

/** An address of the portal whose answer is no page and lies in no store: a feed, a picture, a list for machines. */
export interface PortalMade {
  /** The whole path; with `/:language` where the answer is written in one. */
  path: string
  /** What one secret address opens: nobody between reader and server may keep it, and no robot list it. */
  private?: boolean
  /** 'gone' for what was withdrawn; undefined for what is not there. */
  make(asked: MadeAsked): Promise<Made | 'gone' | undefined>
}

export interface PortalMadeParts {
  database: Database
  visits: Visits
  baseUrl: string | undefined
  made: readonly PortalMade[]
  /** The page that says that something was taken back. */
  drawGone(c: Context, language: Language): Promise<string>
}

/** Puts what is made on request on the app. Bind it before the pages, whose `/:language` would catch `/robots.txt`. */
export function bindPortalMade(app: Hono, parts: PortalMadeParts): void {
  for (const made of parts.made) app.get(made.path, async (c) => await answerMade(c, made, parts))
}

async function answerMade(c: Context, made: PortalMade, parts: PortalMadeParts): Promise<Response> {
  const { language = 'id', ...parameters } = c.req.param() as Record<string, string>
  if (!isLanguage(language)) throw new Failure('not_found')
  const { on, chosen } = await parts.visits.of(c)
  const demonstration = await parts.visits.isDemonstration()
  const origin = parts.baseUrl ?? new URL(c.req.url).origin
  const { portal } = parts.database
  const secret = made.private === true
  const asked = { language, on, demonstration, origin, parameters, portal, ...(secret && { database: parts.database }) }
  const found = await made.make(asked)
  if (found === undefined) throw new Failure('not_found')
  if (found === 'gone' && secret) c.header('cache-control', 'no-store')
  if (found === 'gone') return c.html(await parts.drawGone(c, language), 410)
  const { body } = found
  const etag = etagOf(typeof body === 'string' ? body : body.mark)
  // Without BASE_URL the addresses inside are written with the host that was asked.
  const vary = [...(demonstration ? ['cookie'] : []), ...(parts.baseUrl === undefined ? ['host'] : [])]
  const headers: Record<string, string> = {
    etag,
    'content-type': found.type,
    // It may be withdrawn at any time: whoever keeps it asks again, and the same content is then not sent twice.
    'cache-control': secret ? 'private, no-cache' : chosen ? 'private, no-store' : 'public, max-age=0, s-maxage=30',
    ...(vary.length > 0 && { vary: vary.join(', ') }),
    ...((demonstration || secret) && { 'x-robots-tag': 'noindex' }),
  }
  if (hasSeen(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  return c.body(typeof body === 'string' ? body : new Uint8Array(await body.make()), 200, headers)
}

import type { Context, Hono } from 'hono'
import type { DateText } from '../shared/dates.ts'
import { Failure } from '../shared/failure.ts'
import { isLanguage, type Language } from '../shared/languages.ts'
import type { Database, PortalDb } from './database.ts'
import { answerDownload } from './download.ts'
import type { Store } from './store.ts'
import type { Visits } from './visit.ts'

/** A content that is public, as a published document names it. */
export interface PublicFile {
  tenant: string
  sha256: string
  bytes: number
  /** Media type. */
  type: string
  name: string
  /** Drawn by the browser; only for pictures. */
  inline?: boolean
  /** What is sent in place of the stored bytes, such as a picture without what the camera wrote into it. */
  remake?: (bytes: Uint8Array) => Uint8Array | undefined
}

/** An address of the portal that is a file. It reads as the portal's role: what no published document names is not there. */
export interface PortalFile {
  /** Path without the language prefix. */
  path: string
  /** 'gone' for what was withdrawn; undefined for what is not there. */
  find(asked: {
    language: Language
    on: DateText
    parameters: Record<string, string>
    portal: PortalDb
  }): Promise<PublicFile | 'gone' | undefined>
}

export interface PortalFileParts {
  database: Database
  visits: Visits
  store: Store
  files: readonly PortalFile[]
  /** The page that says that something was taken back. */
  drawGone(c: Context, language: Language): Promise<string>
}

/** Puts the portal's files on the app under /:language. */
export function bindPortalFiles(app: Hono, parts: PortalFileParts): void {
  for (const file of parts.files) {
    app.get(`/:language${file.path}`, async (c) => {
      const language = c.req.param('language') ?? ''
      if (!isLanguage(language)) throw new Failure('not_found')
      return await answerFile(c, file, { language, parts })
    })
  }
}

async function answerFile(
  c: Context,
  file: PortalFile,
  { language, parts }: { language: Language; parts: PortalFileParts },
): Promise<Response> {
  const { on, chosen } = await parts.visits.of(c)
  const { language: _, ...parameters } = c.req.param() as Record<string, string>
  const found = await file.find({ language, on, parameters, portal: parts.database.portal })
  if (found === undefined) throw new Failure('not_found')
  if (found === 'gone') return c.html(await parts.drawGone(c, language), 410)
  // It may be withdrawn at any time, so whoever keeps it asks again; the same content is then not sent twice.
  const demonstration = await parts.visits.isDemonstration()
  const etag = `"${found.sha256.slice(0, 32)}"`
  const headers: Record<string, string> = {
    etag,
    'cache-control': chosen ? 'private, no-store' : 'public, max-age=0, s-maxage=30',
    ...(demonstration && { 'x-robots-tag': 'noindex', vary: 'cookie' }),
  }
  if ((c.req.header('if-none-match') ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return c.body(null, 304, headers)
  }
  const answer = answerDownload(c, await readPublic(found, parts.store))
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  return answer
}

/** The content as it is sent. A picture that cannot be made anew is not there. */
export async function readPublic({ tenant, sha256, remake, ...file }: PublicFile, store: Store) {
  const body = await store.read({ tenant, sha256 })
  if (remake === undefined) return { ...file, body }
  const made = remake(new Uint8Array(await new Response(body).arrayBuffer()))
  if (made === undefined) throw new Failure('not_found')
  return { ...file, body: made, bytes: made.length }
}

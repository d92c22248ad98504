import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Failure } from '../shared/failure.ts'
import { isLanguage, type Language } from '../shared/languages.ts'
import type { Database, PortalDb } from './database.ts'
import { isMultipart, readMultipart, type Sent, type SentFile } from './multipart.ts'
import type { Page, PortalParts, Visit } from './portal.ts'
import type { Store } from './store.ts'

/** What a plain HTML form sent, and from where. */
export interface Posting extends Visit {
  form: Record<string, string>
  /** The caller's network address, for limits. */
  address: string
  database: Database
  /** The bytes of files, for a form that keeps another content than it was sent. */
  store: Store
  /** The token of the open session, if any. */
  token: string | undefined
  /** The file that came with it, where the form takes one. It is gone after the answer unless somebody keeps it. */
  file?: SentFile | 'too_large'
}

/** Where to go next, or the same form again with what is wrong and everything that was typed. */
export type Posted =
  | { go: string; session?: { token: string } | 'ended' }
  | { page: Page; status: 200 | 404 | 409 | 410 | 422 | 429 }

/** A form of the portal: works without script, answers with a redirect or with itself. */
export interface PortalForm {
  path: string
  /** A form that takes a file, of at most so many bytes. */
  takes?: {
    most: number
    /** For which region a file is received, before a byte of it is read; undefined where none is awaited. */
    tenantFor(asked: { portal: PortalDb; parameters: Record<string, string> }): Promise<string | undefined>
  }
  submit(posting: Posting): Promise<Posted>
}

export interface FormParts extends PortalParts {
  forms: readonly PortalForm[]
  store: Store
  isOwnOrigin(c: Context): boolean
  addressOf(c: Context): string
  secure: boolean
}

/** The session cookie's name: `__Host-` binds it to this host where https is in front. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-jembatan' : 'jembatan')

export function sessionToken(c: Context, secure: boolean): string | undefined {
  return getCookie(c, cookieName(secure))
}

/** Puts the portal's forms on the app. A post from another site is refused before anything is read. */
export function bindForms(app: Hono, parts: FormParts): void {
  for (const form of parts.forms) {
    app.post(`/:language${form.path}`, async (c) => {
      const language = c.req.param('language')
      if (!isLanguage(language) || !parts.isOwnOrigin(c)) throw new Failure('forbidden')
      const posting = await readPosting(c, { language, parts, form })
      c.header('cache-control', 'private, no-store')
      const posted = await submit(form, posting)
      if ('page' in posted) return c.html(parts.draw(posted.page, posting), posted.status)
      if (posted.session !== undefined) {
        keepSession(c, { session: posted.session, secure: parts.secure })
        // The workspace and the server's sentences go on in the language the person came with.
        setCookie(c, 'bahasa', language, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', secure: parts.secure })
      }
      return c.redirect(posted.go, 303)
    })
  }
}

/** What came along and was not kept is gone afterwards, whatever the answer is. */
async function submit(form: PortalForm, posting: Posting): Promise<Posted> {
  try {
    return await form.submit(posting)
  } finally {
    if (typeof posting.file === 'object') await posting.file.drop()
  }
}

async function readPosting(
  c: Context,
  { language, parts, form }: { language: Language; parts: FormParts; form: PortalForm },
): Promise<Posting> {
  const { language: _, ...parameters } = c.req.param()
  const sent = await readSent(c, { form, parts, parameters })
  const day = await parts.visits.of(c)
  return {
    language,
    on: day.on,
    chosen: day.chosen,
    at: day.at,
    demonstration: await parts.visits.isDemonstration(),
    path: c.req.path.replace(/^\/(id|en|ja|ko)(?=\/|$)/, '') || '/',
    parameters,
    query: c.req.query(),
    portal: parts.database.portal,
    identity: parts.database.identity,
    ...sent,
    address: parts.addressOf(c),
    database: parts.database,
    store: parts.store,
    token: sessionToken(c, parts.secure),
  }
}

async function readSent(
  c: Context,
  { form, parts, parameters }: { form: PortalForm; parts: FormParts; parameters: Record<string, string> },
): Promise<Sent> {
  const type = c.req.header('content-type') ?? ''
  if (form.takes !== undefined && isMultipart(type)) {
    const tenant = await form.takes.tenantFor({ portal: parts.database.portal, parameters })
    if (tenant === undefined) throw new Failure('not_found')
    return await readMultipart(c, { store: parts.store, tenant, most: form.takes.most, address: parts.addressOf(c) })
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Failure('wrong_type')
  const body = new URLSearchParams(await c.req.text())
  return { form: Object.fromEntries([...body].map(([name, value]) => [name, value.replaceAll('\0', '')])) }
}

function keepSession(c: Context, { session, secure }: { session: { token: string } | 'ended'; secure: boolean }): void {
  const name = cookieName(secure)
  if (session === 'ended') {
    deleteCookie(c, name, { path: '/', secure })
    return
  }
  setCookie(c, name, session.token, { path: '/', httpOnly: true, sameSite: 'Lax', secure })
}

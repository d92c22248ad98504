import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Failure } from '../shared/failure.ts'
import { isLanguage, type Language } from '../shared/languages.ts'
import type { Database } from './database.ts'
import type { Page, PortalParts, Visit } from './portal.ts'

/** What a plain HTML form sent, and from where. */
export interface Posting extends Visit {
  form: Record<string, string>
  /** The caller's network address, for limits. */
  address: string
  database: Database
  /** The token of the open session, if any. */
  token: string | undefined
}

/** Where to go next, or the same form again with what is wrong and everything that was typed. */
export type Posted =
  | { go: string; session?: { token: string } | 'ended' }
  | { page: Page; status: 200 | 404 | 409 | 410 | 422 | 429 }

/** A form of the portal: works without script, answers with a redirect or with itself. */
export interface PortalForm {
  path: string
  submit(posting: Posting): Promise<Posted>
}

export interface FormParts extends PortalParts {
  forms: readonly PortalForm[]
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
      const posting = await readPosting(c, { language, parts })
      c.header('cache-control', 'private, no-store')
      const posted = await form.submit(posting)
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

async function readPosting(
  c: Context,
  { language, parts }: { language: Language; parts: FormParts },
): Promise<Posting> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Failure('wrong_type')
  const body = new URLSearchParams(await c.req.text())
  const day = await parts.visits.of(c)
  const { language: _, ...parameters } = c.req.param()
  return {
    language,
    on: day.on,
    chosen: day.chosen,
    demonstration: await parts.visits.isDemonstration(),
    path: c.req.path.replace(/^\/(id|en|ja|ko)(?=\/|$)/, '') || '/',
    parameters,
    query: c.req.query(),
    portal: parts.database.portal,
    identity: parts.database.identity,
    form: Object.fromEntries([...body].map(([name, value]) => [name, value.replaceAll('\0', '')])),
    address: parts.addressOf(c),
    database: parts.database,
    token: sessionToken(c, parts.secure),
  }
}

function keepSession(c: Context, { session, secure }: { session: { token: string } | 'ended'; secure: boolean }): void {
  const name = cookieName(secure)
  if (session === 'ended') {
    deleteCookie(c, name, { path: '/', secure })
    return
  }
  setCookie(c, name, session.token, { path: '/', httpOnly: true, sameSite: 'Lax', secure })
}

import type { Context, Hono } from 'hono'
import type { DateText } from '../shared/dates.ts'
import { Failure } from '../shared/failure.ts'
import { isLanguage, type Language } from '../shared/languages.ts'
import { may, type Permission } from '../shared/permissions.ts'
import type { Act } from './act.ts'
import type { Who } from './call.ts'
import type { PortalDb, Tx } from './database.ts'
import { answerDownload } from './download.ts'
import { readPublic, type PortalFile } from './portal-files.ts'
import type { Page, PortalPage, PortalParts, Visit } from './portal.ts'
import { rehearse } from './rehearsal.ts'
import type { Store } from './store.ts'

/** A page of the portal as it would be after a publication that has not happened. */
export interface Preview {
  /** The page's own path, such as /kerja-sama/:slug. */
  page: PortalPage
  allow: Permission
  /** The files that the page shows or offers. */
  files?: readonly PortalFile[]
  /** Where in the workspace it is decided what is public. */
  decidedAt(slug: string): string
  /** Publishes inside a transaction that is rolled back. */
  publish(
    call: { tx: Tx; act: Act },
    asked: { slug: string; parts: string[] | undefined; parameters: Record<string, string> },
  ): Promise<unknown>
}

export interface PreviewParts extends Omit<PortalParts, 'pages'> {
  previews: readonly Preview[]
  store: Store
  whoIs(c: Context): Promise<Who | undefined>
  /** Says above the page that nobody else sees it, and leads back to where that is decided. */
  mark(page: Page, visit: Visit, decidedAt: string): Page
}

/** Puts previews on the app under /kerja/pratinjau/:language, for those who may publish. `bagian` names the chosen parts. */
export function bindPreviews(app: Hono, parts: PreviewParts): void {
  for (const preview of parts.previews) {
    app.get(`${root}/:language${preview.page.path}`, async (c) => {
      const asked = await readAsked(c, { parts, preview })
      c.header('cache-control', 'private, no-store')
      return c.html(await drawPreview(c, { parts, preview, asked }))
    })
    for (const file of preview.files ?? []) {
      app.get(`${root}/:language${file.path}`, async (c) => {
        const asked = await readAsked(c, { parts, preview })
        const { language, parameters, on } = asked
        const show = async (portal: PortalDb) => await file.find({ language, on, parameters, portal })
        const found = await rehearsed(parts, { preview, asked, show })
        if (found === undefined || found === 'gone') throw new Failure('not_found')
        return answerDownload(c, await readPublic(found, parts.store))
      })
    }
  }
}

const root = '/kerja/pratinjau'

interface Asked {
  who: Who
  language: Language
  parameters: Record<string, string>
  on: DateText
  at: string | undefined
  chosen: boolean
  /** The chosen parts, as the address names them. */
  bagian?: string
}

/** Who asks, for what, on which day; refused to those who may not publish. */
async function readAsked(c: Context, { parts, preview }: { parts: PreviewParts; preview: Preview }): Promise<Asked> {
  const who = await parts.whoIs(c)
  if (who === undefined) throw new Failure('unsigned')
  if (!may(who.role, preview.allow)) throw new Failure('forbidden')
  const { language = 'id', ...parameters } = c.req.param() as Record<string, string>
  if (!isLanguage(language)) throw new Failure('not_found')
  const day = await parts.visits.of(c, who.tenant)
  const bagian = c.req.query('bagian')
  return { who, language, parameters, ...day, ...(bagian !== undefined && { bagian }) }
}

/** Shows something of what would be public then, and keeps nothing of it. */
async function rehearsed<Result>(
  { database }: PreviewParts,
  { preview, asked, show }: { preview: Preview; asked: Asked; show: (portal: PortalDb) => Promise<Result> },
): Promise<Result> {
  const { who, at, parameters, bagian } = asked
  const wanted = { slug: parameters['slug'] ?? '', parameters, parts: bagian?.split(',').filter((part) => part !== '') }
  const work = async (call: { tx: Tx; act: Act }) => void (await preview.publish(call, wanted))
  return await rehearse(database, { tenant: who.tenant, at }, { work, show })
}

async function drawPreview(
  c: Context,
  { parts, preview, asked }: { parts: PreviewParts; preview: Preview; asked: Asked },
): Promise<string> {
  const { language, parameters, on, chosen, bagian } = asked
  const demonstration = await parts.visits.isDemonstration()
  const query = bagian === undefined ? '' : `?bagian=${encodeURIComponent(bagian)}`
  return await rehearsed(parts, {
    preview,
    asked,
    async show(portal) {
      const visit: Visit = {
        language,
        on,
        chosen,
        demonstration,
        path: c.req.path.replace(`${root}/${language}`, ''),
        parameters,
        query: {},
        portal,
        identity: parts.database.identity,
        fileAt: (path) => `${root}/${language}${path}${query}`,
      }
      const marked = parts.mark(await preview.page.show(visit), visit, preview.decidedAt(parameters['slug'] ?? ''))
      return parts.draw(marked, visit)
    },
  })
}

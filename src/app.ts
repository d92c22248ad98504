import { compress } from 'hono/compress'
import type { Context, Hono } from 'hono'
import { answerJson } from './platform/answer.ts'
import { bindApi } from './platform/api.ts'
import type { Assets } from './platform/assets.ts'
import type { Route } from './platform/call.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database.ts'
import { bindCaughtMail } from './platform/caught-mail.ts'
import { bindAssets } from './platform/files.ts'
import { bindForms, sessionToken } from './platform/forms.ts'
import type { Log } from './platform/log.ts'
import { openMode, openZones } from './platform/mode.ts'
import { openApiOf } from './platform/openapi.ts'
import { openPageCache, type PageCache } from './platform/page-cache.ts'
import { bindPortal } from './platform/portal.ts'
import { bindPortalFiles } from './platform/portal-files.ts'
import { bindPortalMade } from './platform/portal-made.ts'
import { bindPreviews } from './platform/preview.ts'
import type { Store } from './platform/store.ts'
import { openVisits } from './platform/visit.ts'
import { addressOf, isOwnOrigin, openWeb, readersLanguage } from './platform/web.ts'
import { isLanguage, type Language } from './shared/languages.ts'
import { caughtMailPage } from './pages/caught-mail/portal.tsx'
import { failurePage } from './pages/shell/failure-page.tsx'
import { drawPortal } from './pages/shell/portal-shell.tsx'
import { markPreview } from './pages/shell/preview-mark.tsx'
import { gonePage } from './pages/shell/gone-page.tsx'
import { forms, pages, portalFiles, portalMade, previews, routes as everyRoute, setTable } from './routes.ts'
import { findWho, whoOf } from './slices/identity/queries.ts'
import { hashToken } from './slices/identity/tokens.ts'

export interface AppParts {
  config: Config
  database: Database
  store: Store
  assets: Assets
  log: Log
  /** Public pages as bytes, where the server asks it first. */
  cache?: PageCache
  /** The folder of mails that are kept instead of sent, where whoever operates this may look at them. */
  caught?: string | undefined
  /** The endpoints to offer; controls switch off a permission to see that the tests notice. */
  routes?: readonly Route[]
}

/** The web application: portal, forms, workspace and API over one database. It listens nowhere by itself. */
export function openApp({ config, database, store, assets, log, cache, caught, routes = everyRoute }: AppParts): Hono {
  const { secure, baseUrl, TRUSTED_PROXIES: trustedProxies } = config
  const isDemonstration = openMode(database)
  const visits = openVisits({ isDemonstration, zoneOf: openZones(database), secure })
  const draw = drawPortal(assets, { baseUrl })
  const app = openWeb({
    log,
    secure,
    baseUrl,
    trustedProxies,
    async failurePage(c, { code, message, request }) {
      const language = readersLanguage(c)
      const page = failurePage({ language, message, request, broken: code === 'broken' })
      const demonstration = await isDemonstration().catch(() => false)
      const empty = { parameters: {}, query: {}, portal: database.portal, identity: database.identity }
      return draw(page, {
        ...empty,
        language,
        on: (await visits.of(c).catch(() => undefined))?.on ?? '',
        chosen: false,
        demonstration: demonstration,
        path: '/',
      })
    },
  })
  // Pages are packed here. The API packs for itself (platform/api.ts): this one would stream even the smallest answer.
  const pack = compress({ threshold: 1024 })
  app.use(async (c, next) => await (c.req.path.startsWith('/api/') ? next() : pack(c, next)))

  const whoIs = async (c: Parameters<typeof sessionToken>[0]) => {
    const token = sessionToken(c, secure)
    return token === undefined ? undefined : await findWho(database, token)
  }
  app.get('/health', async (c) => {
    await database.identity.selectFrom('platform.mode').select('one').executeTakeFirstOrThrow()
    return c.json({ status: 'ok', demonstration: await isDemonstration() })
  })
  app.get('/api/openapi.json', async (c) => await answerJson(c, openApi))
  bindAssets(app, assets)
  const sessionHash = (c: Parameters<typeof sessionToken>[0]) => {
    const token = sessionToken(c, secure)
    return token === undefined ? undefined : hashToken(token)
  }
  bindApi(app, {
    routes,
    database,
    store,
    sendsMail: config.MAIL_URL !== undefined,
    visits,
    whoIs,
    sessionHash,
    whoOf,
    isOwnOrigin: (c) => isOwnOrigin(c, baseUrl),
    setTable,
  })

  bindPreviews(app, { database, store, visits, draw, previews, whoIs, mark: markPreview })
  for (const path of ['/kerja', '/kerja/*']) {
    app.get(path, async (c) => {
      c.header('cache-control', 'private, no-store')
      await visits.of(c)
      if ((await whoIs(c)) !== undefined) return c.html(assets.workspacePage)
      const asked = c.req.query('bahasa')
      const language = isLanguage(asked) ? asked : readersLanguage(c)
      return c.redirect(`/${language}/masuk?ke=${encodeURIComponent(c.req.path)}`, 303)
    })
  }
  const portal = { database, visits, pages, baseUrl, draw }
  bindForms(app, {
    ...portal,
    store,
    forms,
    secure,
    isOwnOrigin: (c) => isOwnOrigin(c, baseUrl),
    addressOf: (c) => addressOf(c, trustedProxies),
  })
  const drawGone = async (c: Context, language: Language) => {
    const { on, chosen } = await visits.of(c)
    const demonstration = await isDemonstration()
    const empty = { parameters: {}, query: {}, portal: database.portal, identity: database.identity }
    return draw(gonePage(language), { ...empty, language, on, chosen, demonstration, path: '/' })
  }
  if (caught !== undefined) {
    bindCaughtMail(app, {
      folder: caught,
      // Kept mails hold sign-in links: with a real region nobody reads those of others here.
      isOpen: isDemonstration,
      async draw(c, { language, mails }) {
        const { on, chosen } = await visits.of(c)
        const demonstration = await isDemonstration()
        const empty = { parameters: {}, query: {}, portal: database.portal, identity: database.identity }
        const visit = { ...empty, language, on, chosen, demonstration, path: '/surel' }
        return draw(caughtMailPage(language, mails), visit)
      },
    })
  }
  bindPortalMade(app, { database, visits, baseUrl, made: portalMade, drawGone })
  bindPortalFiles(app, { database, visits, store, files: portalFiles, drawGone })
  bindPortal(app, { ...portal, cache: cache ?? openPageCache({ database, secure }) })
  return app
}

const openApi = openApiOf(everyRoute.map(({ endpoint }) => endpoint))

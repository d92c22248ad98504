import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import postgres from 'postgres'
import { openApp } from '../src/app.ts'
import type { Assets } from '../src/platform/assets.ts'
import type { Route } from '../src/platform/call.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase, type Database } from '../src/platform/database.ts'
import { openLog } from '../src/platform/log.ts'
import { roleUrls } from '../src/platform/migrate.ts'
import type { PageCache } from '../src/platform/page-cache.ts'
import { openStore, type Store } from '../src/platform/store.ts'
import { addressOf, type Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { openSession } from '../src/slices/identity/commands.ts'
import { findAccount } from '../src/slices/identity/queries.ts'
import { findDemoAccount } from '../src/slices/demo/model.ts'
import { seedDemonstration } from '../src/slices/demo/seed.ts'
import { openCluster, templateName } from './cluster.ts'

export interface Answer {
  status: number
  body: any
  headers: Headers
}

/** Somebody who asks, by the key of a demonstration account; nobody without one. */
export interface Asker {
  ask(
    endpoint: Endpoint,
    input?: Record<string, unknown>,
    options?: { headers?: Record<string, string> },
  ): Promise<Answer>
  cookie: string
}

export interface World {
  app: Hono
  /** Another app over the same database, with other endpoints: for controls. */
  appWith(routes: readonly Route[]): Hono
  database: Database
  /** The folder of files, in a temporary place. */
  store: Store
  ownerUrl: string
  /** The database's owner, for looking behind the product's back and for controls. */
  owner: postgres.Sql
  as(key: string | undefined): Promise<Asker>
  page(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string; headers: Headers }>
  close(): Promise<void>
}

export const noAssets: Assets = {
  portalStylesheet: '/assets/portal.css',
  printStylesheet: '/assets/print.css',
  fontPreload: '/assets/font.woff2',
  workspaceScripts: [],
  workspaceStylesheets: [],
  workspacePage: '<!doctype html><title>workspace</title>',
  findAsset: () => undefined,
}

export interface WorldOptions {
  seed?: boolean
  /** Whether the invented region is filled too: about fifty relations more, and a second. */
  invented?: boolean
  environment?: Record<string, string>
  assets?: Assets
  /** Stands between the tests and the app, for controls. */
  database?: (database: Database) => Database
  /** Kept pages that the test looks at too. */
  cache?: (database: Database) => PageCache
}

/** A clone of the migrated template with the demonstration in it, and the product over it. No network. */
export async function openWorld({
  seed = true,
  invented = false,
  environment = {},
  assets = noAssets,
  database: wrap = (db) => db,
  cache,
}: WorldOptions = {}): Promise<World> {
  const cluster = await openCluster()
  const name = `w_${randomBytes(6).toString('hex')}`
  const admin = postgres(cluster, { max: 1, onnotice: () => {} })
  // With the demonstration in it, where this run made such a template.
  const template = (seed ? process.env['TEST_SEEDED'] : undefined) ?? templateName()
  await admin.unsafe(`create database ${name} template ${template} strategy file_copy`)
  const ownerUrl = cluster.replace(/\/postgres$/, `/${name}`)
  const database = wrap(openDatabase(roleUrls(ownerUrl), { max: 4, prepare: true }))
  const store = openStore(mkdtempSync(join(tmpdir(), 'jembatan-files-')))
  if (seed) await seedDemonstration(database, { store, invented })
  const config = readConfig({ LOG_LEVEL: 'silent', ...environment })
  const kept = cache && { cache: cache(database) }
  const parts = { config, database, store, assets, log: openLog(config.LOG_LEVEL), ...kept }
  const app = openApp(parts)
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} })
  return {
    app,
    appWith: (routes) => openApp({ ...parts, routes }),
    database,
    store,
    ownerUrl,
    owner,
    as: async (key) => askerOf(app, key === undefined ? undefined : await tokenOf(database, key)),
    async page(path, headers = {}) {
      const answer = await app.request(path, { headers })
      return { status: answer.status, text: await answer.text(), headers: answer.headers }
    },
    async close() {
      await owner.end({ timeout: 5 })
      await database.close()
      rmSync(store.folder, { recursive: true, force: true })
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end({ timeout: 5 })
    },
  }
}

async function tokenOf(database: Database, key: string): Promise<string> {
  const email = findDemoAccount(key)?.email ?? key
  const account = await findAccount(database.identity, email)
  if (account === undefined) throw new Error(`no account ${email}`)
  return (await openSession(database.identity, account.id)).token
}

/** Asks endpoints as a session. POST gets an act id unless the input has one; `body` of an upload's input is the file. */
export function askerOf(app: Hono, token: string | undefined): Asker {
  const cookie = token === undefined ? '' : `jembatan=${token}`
  return {
    cookie,
    async ask(endpoint, input = {}, { headers = {} } = {}) {
      const { body: file, ...beside } = input
      const typed = endpoint.takes === undefined ? input : beside
      const full = endpoint.method === 'POST' ? { act: newId(), ...typed } : typed
      const { url, rest } = addressOf(endpoint, full)
      const answer = await app.request(url, {
        method: endpoint.method,
        headers: {
          cookie,
          'sec-fetch-site': 'same-origin',
          ...(endpoint.method === 'POST' && { 'content-type': endpoint.takes ?? 'application/json' }),
          ...headers,
        },
        ...(endpoint.method === 'POST' && { body: endpoint.takes === undefined ? JSON.stringify(rest) : file }),
      } as RequestInit)
      if (endpoint.gives !== undefined && answer.status === 200) {
        return { status: 200, body: Buffer.from(await answer.arrayBuffer()), headers: answer.headers }
      }
      const text = await answer.text()
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), headers: answer.headers }
    },
  }
}

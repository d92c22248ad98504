import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import { openDatabase } from '../src/platform/database.ts'
import { roleUrls } from '../src/platform/migrate.ts'
import { openPageCache, type PageCache } from '../src/platform/page-cache.ts'
import { listen, type Listening } from '../src/platform/serve.ts'
import * as relations from '../src/slices/relations/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { openWorld, type World } from './world.ts'

const page = '/id/kerja-sama/kota-bekasi-izumisano'
const plainly = { 'accept-encoding': 'identity' }

let world: World
let cache: PageCache
let server: Listening
beforeAll(async () => {
  world = await openWorld({
    cache: (database) => (cache = openPageCache({ database, secure: false })),
  })
  server = await listen(world.app, {
    host: '127.0.0.1',
    port: 0,
    first: (asked, answer) => cache.answer(asked, answer),
  })
})
afterAll(async () => {
  await server.close()
  await world.close()
})

interface Sent {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** Asks over a real socket, word for word. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Sent> {
  return await new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.once('error', fail)
    asked.end()
  })
}

const titleOf = async (path = page) => /<h1[^>]*>(.*?)<\/h1>/s.exec((await ask(path, plainly)).body.toString())?.[1]

/** Changes the published name as another process would: this one is not told. */
async function renamed(name: string): Promise<void> {
  const other = openDatabase(roleUrls(world.ownerUrl), { max: 1, prepare: true })
  const [row] = await world.owner<{ tenant: string }[]>`
    select tenant from relations.published where slug = 'kota-bekasi-izumisano'`
  await asSystem(other, { tenant: row?.tenant ?? '', verb: 'test.rename' }, async ({ tx }) => {
    await sql`update relations.published set document = jsonb_set(document, '{partner,name}', to_jsonb(${name}::text))
      where slug = 'kota-bekasi-izumisano'`.execute(tx)
  })
  await other.close()
}

const pause = async (ms: number) => await new Promise((done) => setTimeout(done, ms))

describe('a kept page', () => {
  test('is the page that is drawn, with the same headers, whichever way it comes', async () => {
    const drawn = await ask(`${page}?kabar=1`, plainly)
    await ask(page, plainly)
    const ways = [await ask(page, plainly), await ask(page, plainly)]
    for (const kept of ways) {
      expect(kept.status).toBe(200)
      expect(Buffer.compare(kept.body, (await ask(page, plainly)).body)).toBe(0)
      expect(kept.headers['etag']).toMatch(/^"[\w-]{22}"$/)
      const names = (sent: Sent) =>
        Object.keys(sent.headers).filter(
          (name) => !['content-length', 'transfer-encoding', 'keep-alive'].includes(name),
        )
      expect(names(kept).toSorted()).toEqual(names(drawn).toSorted())
      for (const name of names(kept)) {
        if (['date', 'etag', 'x-request-id'].includes(name)) continue
        expect(String(kept.headers[name]).toLowerCase(), name).toBe(String(drawn.headers[name]).toLowerCase())
      }
    }
    expect(ways[0]?.headers['x-request-id']).not.toBe(ways[1]?.headers['x-request-id'])
    // The address stands in the links to other languages, so a made-up query may be in its own page and in no other.
    expect(drawn.body.toString()).toContain('kabar=1')
    expect(ways[0]?.body.toString()).not.toContain('kabar=')
  })

  test('is sent as brotli, gzip or plain, as the reader takes it, and no larger than 3 kB for 24', async () => {
    const plain = await ask(page, plainly)
    const cases: [string, string | undefined][] = [
      ['gzip, deflate, br', 'br'],
      ['gzip, br;q=0', 'gzip'],
      ['gzip;q=0, br;q=0.0', undefined],
      ['brr, gzipped', undefined],
      ['BR', 'br'],
      ['*', undefined],
    ]
    for (let round = 0; round < 2; round++) {
      for (const [accepts, way] of cases) {
        const sent = await ask(page, { 'accept-encoding': accepts })
        expect(sent.headers['content-encoding'], accepts).toBe(way)
        expect(sent.headers['vary'], accepts).toBe('cookie, Accept-Encoding')
        const body = way === 'br' ? brotliDecompressSync(sent.body) : way === 'gzip' ? gunzipSync(sent.body) : sent.body
        expect(Buffer.compare(body, plain.body), accepts).toBe(0)
      }
    }
    const packed = await ask(page, { 'accept-encoding': 'br' })
    expect(packed.body.length / plain.body.length).toBeLessThan(0.25)
  })

  test('answers 304 to whoever has it, weak tag or strong, and HEAD without a body', async () => {
    const { headers } = await ask(page, plainly)
    const etag = String(headers['etag'])
    for (const tag of [etag, `W/${etag}`, `"x", W/${etag}`]) {
      for (const accepts of ['identity', 'br']) {
        const again = await ask(page, { 'if-none-match': tag, 'accept-encoding': accepts })
        expect([again.status, again.body.length]).toEqual([304, 0])
        expect(again.headers['cache-control']).toBe('public, max-age=0, s-maxage=30')
      }
    }
    expect((await ask(page, { 'if-none-match': '"other"' })).status).toBe(200)
    const head = await ask(page, { 'accept-encoding': 'br' }, 'HEAD')
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(head.headers['content-encoding']).toBe('br')
    expect((await ask(page, {}, 'POST')).status).toBe(404)
  })
})

describe('nobody puts a page there for others', () => {
  test('by a host, a forwarded host, a method, or an address that says another host', async () => {
    const clean = await ask(page, plainly)
    for (const headers of [
      { host: 'jahat.example' },
      { 'x-forwarded-host': 'jahat.example', 'x-forwarded-proto': 'https', 'x-forwarded-prefix': '/jahat' },
      { forwarded: 'host=jahat.example' },
      { 'x-original-url': '/id/tentang/lima-cerita', 'x-rewrite-url': '/id/masuk' },
      { 'x-http-method-override': 'POST' },
      { 'accept-language': 'ko' },
      { cookie: 'bahasa=ko; jembatan=x' },
    ]) {
      await pause(1050) // so that the app itself is asked
      const sent = await ask(page, { ...plainly, ...headers })
      expect(sent.body.toString(), JSON.stringify(headers)).toBe(clean.body.toString())
      expect((await ask(page, plainly)).body.toString()).toBe(clean.body.toString())
    }
    const other = await ask(`http://jahat.example${page}`, plainly)
    expect(other.body.toString()).not.toContain('jahat')
  })

  test('by the query: what the page does not read is never kept, and what it reads is one page per value', async () => {
    const size = cache.size()
    for (const query of ['utm_source=x', 'per=2024-01-01&x=1', '__proto__=1', 'tanggal=', 'tanggal=2024-06-28']) {
      await ask(`${page}?${query}`, plainly)
    }
    expect(cache.size()).toBe(size)
    const asOf = await ask(`${page}?per=2023-12-31`, plainly)
    expect(cache.size()).toBeGreaterThan(size)
    expect((await ask(`${page}?per=2023-12-31`, plainly)).body.toString()).toBe(asOf.body.toString())
    expect((await ask(`${page}?per=2024-06-30`, plainly)).body.toString()).not.toBe(asOf.body.toString())
    expect((await ask(page, plainly)).body.toString()).not.toBe(asOf.body.toString())
  })

  test('by an encoded path, an endless one, or a page that is not there', async () => {
    const size = cache.size()
    for (const path of [
      '/id/kerja-sama/kota%2Dbekasi%2Dizumisano',
      '/id/kerja-sama/%6bota-bekasi-izumisano',
      `/id/kerja-sama/${'x'.repeat(500)}`,
      '/id/kerja-sama/tidak-ada',
      '/id/kerja-sama/tidak-ada/sumber/x',
      '/id/masuk/tautan/abc',
      '/id/tanda-terima/ABC',
    ]) {
      await ask(path, plainly)
      await ask(path, plainly)
    }
    expect(cache.size()).toBe(size)
  })

  test('with a day of one’s own: such a visitor neither gets nor fills it', async () => {
    const plain = await ask(page, plainly)
    for (const cookie of ['tanggal=2024-06-28', 'a=b; tanggal=2024-06-28']) {
      const dated = await ask(page, { ...plainly, cookie })
      expect(dated.headers['cache-control']).toBe('private, no-store')
      expect(dated.body.toString()).not.toBe(plain.body.toString())
      expect((await ask(page, plainly)).body.toString()).toBe(plain.body.toString())
    }
  })
})

describe('what is published or withdrawn', () => {
  test('elsewhere shows within a second or so', async () => {
    const before = await titleOf()
    await renamed('Kota Uji Lain')
    await pause(1100)
    expect(await titleOf()).toContain('Kota Uji Lain')
    await renamed('Kota Izumisano')
    await pause(1100)
    expect(await titleOf()).toBe(before)
  })

  test('in this process shows at once, and a transaction that is rolled back changes nothing', async () => {
    const [row] = await world.owner<{ id: string; tenant: string }[]>`
      select id, tenant from relations.published where slug = 'kota-bekasi-izumisano'`
    const officer = await world.as('petugas-kota-bekasi')
    expect((await ask(page, plainly)).status).toBe(200)
    await asSystem(world.database, { tenant: row?.tenant ?? '', verb: 'test.fails' }, async ({ tx }) => {
      await tx
        .deleteFrom('relations.published')
        .where('id', '=', row?.id ?? '')
        .execute()
      throw new Error('no')
    }).catch(() => {})
    expect((await ask(page, plainly)).status).toBe(200)
    for (let round = 0; round < 3; round++) {
      const withdrawn = await officer.ask(relations.withdrawRelation, { act: newId(), id: row?.id })
      expect(withdrawn.status).toBe(200)
      expect((await ask(page, plainly)).status).toBe(410)
      expect((await ask(page, { 'accept-encoding': 'br' })).status).toBe(410)
      const published = await officer.ask(relations.publishRelation, { act: newId(), id: row?.id })
      expect(published.status).toBe(200)
      expect((await ask(page, plainly)).status).toBe(200)
    }
  })

  test('is counted once a transaction, when it commits, and only where something published changed', async () => {
    const count = async () => Number((await world.owner`select n from platform.publications`)[0]?.['n'])
    const before = await count()
    await renamed('Kota Izumisano')
    expect(await count()).toBe(before + 1)
    await world.owner`update relations.published set published_by = published_by where false`
    expect(await count()).toBe(before + 1)
    const published = await world.owner<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c where c.relkind = 'r'
        and obj_description(c.oid, 'pg_class') like 'published.%' order by 1`
    const counted = await world.owner<{ name: string }[]>`
      select tgrelid::regclass::text as name from pg_trigger where tgname = 'count_publication' and tgdeferrable
        and tginitdeferred and tgenabled = 'O' and tgtype = 29 order by 1`
    expect(counted).toEqual(published)
  })
})

describe('what is kept', () => {
  test('never takes more than it may, and the pages asked last stay', async () => {
    const small = openPageCache({ database: world.database, secure: false, most: 50_000 })
    const state = await small.stateOf({ on: '2026-01-01', demonstration: true })
    const about = { state, language: 'id', demonstration: true, url: undefined }
    let drawn = 0
    const draw = async () => `${(drawn += 1)} ${'x'.repeat(5000)}`
    for (let n = 0; n < 40; n++) {
      await small.find({ ...about, key: `page ${n}`, draw })
      await small.find({ ...about, key: 'page 0', draw })
      expect(small.size()).toBeLessThanOrEqual(50_000)
    }
    expect(drawn).toBe(40) // the first one was never drawn again
    await small.find({ ...about, key: 'page 1', draw })
    expect(drawn).toBe(41)
  })

  test('is drawn once for many who ask at the same time, and a failure is not kept', async () => {
    const other = openPageCache({ database: world.database, secure: false })
    const state = await other.stateOf({ on: '2026-01-01', demonstration: true })
    const about = { key: 'x', state, language: 'id', demonstration: true, url: undefined }
    let drawn = 0
    const draw = async () => {
      drawn += 1
      await pause(20)
      return 'page'
    }
    await Promise.all(Array.from({ length: 10 }, async () => await other.find({ ...about, draw })))
    expect(drawn).toBe(1)
    const broken = async () => await Promise.reject(new Error('broken'))
    await expect(other.find({ ...about, key: 'y', draw: broken })).rejects.toThrow('broken')
    expect(await other.find({ ...about, key: 'y', draw })).toBeDefined()
  })
})

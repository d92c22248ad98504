import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forms, pages, routes } from '../src/routes.ts'
import { languages } from '../src/shared/languages.ts'
import { readRelation } from '../src/slices/relations/contract.ts'
import { furnish, type Furniture } from './factories.ts'
import { noAssets, openWorld, type World } from './world.ts'

let world: World
let own: Furniture
let cookie: string

beforeAll(async () => {
  const file = new URL('../src/ui/styles/portal.css', import.meta.url).pathname
  const findAsset = (path: string) => (path === '/assets/portal.css' ? { file, type: 'text/css' } : undefined)
  world = await openWorld({ assets: { ...noAssets, findAsset } })
  own = await furnish(world, { region: 'kota-bekasi', canary: 'Kota-Kenari' })
  cookie = (await world.as('petugas-kota-bekasi')).cookie
})
afterAll(async () => await world.close())

const fill = (path: string) =>
  path
    .replace(':language', 'id')
    .replace(':region', 'kota-bekasi')
    .replace(':slug', path.includes('kegiatan') ? 'kunjungan-izumisano-2025-07-24' : 'kota-bekasi-izumisano')
    .replace(':token', 'x')
    .replace(':source', 'x')
    .replace(/:\w+/g, own.relation)
    .replace('*', 'x')

const everyPath = () => [
  ...new Set(world.app.routes.filter(({ path }) => path !== '/*' && path !== '*').map(({ path }) => fill(path))),
]

describe('every answer', () => {
  test('carries the policy and the other headers: pages, data, assets, failures, as anybody, by any method', async () => {
    const paths = [
      ...everyPath(),
      '/tidak-ada',
      '/xx',
      '/api/tidak-ada',
      '/api/relations/x',
      '/assets/portal.css',
      '/assets/..%2f..%2fpackage.json',
      '/kerja/x',
    ]
    expect(paths.length).toBeGreaterThan(routes.length)
    const statuses = new Set<number>()
    for (const path of paths) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
        for (const headers of [{}, { cookie }] as Record<string, string>[]) {
          const answer = await world.app.request(path, { method, headers })
          const label = `${method} ${path}`
          statuses.add(answer.status)
          expect(answer.status, label).toBeLessThan(500)
          expect(Object.fromEntries(answer.headers), label).toMatchObject({
            'content-security-policy': expect.stringMatching(
              answer.headers.has('content-disposition')
                ? /^default-src 'none'; frame-ancestors 'none'; sandbox$/ // a file: nothing in it acts
                : /^default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'.*form-action 'self'/,
            ),
            'x-content-type-options': 'nosniff',
            'x-frame-options': 'DENY',
            'referrer-policy': 'same-origin',
            'cross-origin-opener-policy': 'same-origin',
            'cross-origin-resource-policy': 'same-origin',
            'permissions-policy': expect.stringContaining('camera=()'),
            'x-request-id': expect.stringMatching(/^[0-9a-f]{16}$/),
          })
          expect(answer.headers.get('content-security-policy'), label).not.toMatch(/unsafe|\*|http/)
          expect(answer.headers.get('access-control-allow-origin'), label).toBeNull()
          expect(answer.headers.get('server') ?? answer.headers.get('x-powered-by'), label).toBeNull()
          if (method === 'HEAD') expect(await answer.text(), label).toBe('')
        }
      }
    }
    expect([...statuses]).toEqual(expect.arrayContaining([200, 303, 401, 403, 404, 422]))
  })

  test('of a method that a path does not have is 404, and HEAD asks like GET', async () => {
    for (const { endpoint } of routes) {
      const path = fill(endpoint.path)
      // Another endpoint may take the path, also as an id of its own ("sheet" of /api/sources/:id).
      const taken = (route: (typeof routes)[number]) =>
        new RegExp(`^${route.endpoint.path.replaceAll(/:[^/]+/g, '[^/]+')}$`).test(path)
      const other = routes.some(
        (route) => route.endpoint !== endpoint && route.endpoint.method === 'POST' && taken(route),
      )
      const methods = [
        'PUT',
        'PATCH',
        'DELETE',
        'OPTIONS',
        'TRACEX',
        ...(other || endpoint.method === 'POST' ? [] : ['POST']),
      ]
      for (const method of methods) {
        const answer = await world.app.request(path, {
          method,
          headers: { cookie, 'x-http-method-override': endpoint.method },
        })
        expect(answer.status, `${method} ${path}`).toBe(404)
      }
      if (endpoint.method !== 'GET') continue
      expect((await world.app.request(path, { method: 'HEAD' })).status, path).toBe(401)
    }
  })

  test('of a failure says one sentence in the reader’s language, and nothing of what is inside', async () => {
    const seen = new Set<string>()
    for (const language of languages) {
      const { text, status } = await world.page(`/${language}/kerja-sama/tidak-ada`)
      expect(status).toBe(404)
      expect(text).toContain(`<html lang="${language}"`)
      seen.add(text)
      const api = await world.page('/api/relations/x', { 'accept-language': language, cookie })
      const body = JSON.parse(api.text)
      expect(body).toMatchObject({ code: 'invalid', details: { fields: [{ path: 'id', fault: 'not_an_id' }] } })
      seen.add(body.message)
    }
    expect(seen.size).toBe(8)
  })
})

describe('every page of the portal', () => {
  test('has nothing inline and nothing foreign, in four languages', async () => {
    let read = 0
    for (const { path } of pages) {
      for (const language of languages) {
        const { status, text, headers } = await world.page(`/${language}${path === '/' ? '' : fill(path)}`)
        expect(text, path).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:|<iframe|<object|<embed|<base/i)
        // Where a cited source stands: a link to follow, which loads nothing and is told nothing of this page.
        const own = text.replaceAll(/<a href="https?:\/\/[^"]+" rel="noopener nofollow">/g, '<a>')
        for (const [, address] of own.matchAll(/\s(?:src|href|action|formaction)="([^"]*)"/g)) {
          // data:, is the empty icon; the two others are links by which a reader sends an address, and load nothing
          expect(address, path).toMatch(/^(\/(?!\/)|#|\?|$|data:,$|https:\/\/wa\.me\/\?text=|mailto:\?)/)
        }
        expect(text, path).toContain(`<html lang="${language}"`)
        expect(headers.get('content-type'), path).toBe('text/html; charset=UTF-8')
        if (status === 200) read += 1
      }
    }
    expect(read).toBeGreaterThanOrEqual(32)
  })

  test('of every region is there in four languages', async () => {
    for (const region of ['kota-bekasi', 'kab-bekasi', 'kota-bandung', 'jawa-barat']) {
      for (const language of languages) {
        for (const list of ['', '/kerja-sama', '/kegiatan']) {
          const { status, text } = await world.page(`/${language}/daerah/${region}${list}`)
          expect(status, region + list).toBe(200)
          expect(text).toMatch(/<h1[ >]/)
        }
      }
    }
  })

  test('is shared for half a minute and known by its ETag; with a chosen date it is the visitor’s own', async () => {
    const path = '/id/kerja-sama/kota-bekasi-izumisano'
    const plain = await world.page(path)
    expect(plain.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30')
    const etag = plain.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    const again = await world.page(path, { 'if-none-match': etag })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await world.page(path, { 'if-none-match': '"x"' })).status).toBe(200)
    for (const dated of [
      await world.page(`${path}?tanggal=2024-06-28`),
      await world.page(path, { cookie: 'tanggal=2024-06-28' }),
    ]) {
      expect(dated.headers.get('cache-control')).toBe('private, no-store')
      expect(dated.headers.get('etag')).not.toBe(etag)
    }
    expect((await world.page(path, { cookie: 'tanggal=2024-02-31' })).headers.get('cache-control')).toContain('public')
  })

  test('that belongs to one person, every answer with data and every failure is never kept', async () => {
    for (const path of ['/id/masuk/tautan/x', '/kerja', '/api/identity/session', '/id/tidak-ada', '/api/relations']) {
      expect((await world.page(path, { cookie })).headers.get('cache-control'), path).toMatch(/no-store/)
    }
    const data = await world.page('/api/relations', { cookie })
    expect(data.headers.get('cache-control')).toBe('private, no-store')
    expect((await world.page('/assets/portal.css')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
  })
})

describe('a post from elsewhere', () => {
  const elsewhere: Record<string, string>[] = [
    {},
    { origin: 'https://jahat.example' },
    { origin: 'null' },
    { origin: 'http://localhost.jahat.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
    { referer: 'http://localhost/' },
    { 'x-forwarded-host': 'jahat.example', origin: 'https://jahat.example' },
  ]
  test('is refused by every form and every acting endpoint before anything is read', async () => {
    for (const from of elsewhere) {
      for (const { path } of forms) {
        const headers = { ...from, cookie, 'content-type': 'application/x-www-form-urlencoded' }
        const answer = await world.app.request(`/id${fill(path)}`, { method: 'POST', headers, body: 'peran=wali-kota' })
        expect(answer.status, path).toBe(403)
        expect(answer.headers.get('set-cookie')).toBeNull()
      }
      for (const { endpoint } of routes.filter((route) => route.endpoint.method === 'POST')) {
        const headers = { ...from, cookie, 'content-type': 'application/json' }
        const answer = await world.app.request(fill(endpoint.path), { method: 'POST', headers, body: '{}' })
        expect(answer.status, endpoint.name).toBe(403)
      }
    }
    expect((await (await world.as('petugas-kota-bekasi')).ask(readRelation, { id: own.relation })).status).toBe(200)
  })
})

describe('tricks with paths', () => {
  test('never reach data without a session', async () => {
    const path = `/api/relations/${own.relation}`
    const tricks = [
      `${path}/`, `/api//relations/${own.relation}`, `//api/relations/${own.relation}`, `/api/./relations/${own.relation}`,
      `/api/x/../relations/${own.relation}`, `/api%2frelations%2f${own.relation}`, `/API/relations/${own.relation}`,
      `/api/Relations/${own.relation}`, `${path};x`, `${path}.json`, `${path}%00`, `${path}?_method=GET`, `/id/..${path}`, `/id${path}`,
      `/kerja/..${path}`, `/assets/..${path}`, `/assets/%2e%2e${path}`, `${path}#x`, `\\api\\relations\\${own.relation}`,
      `/api/relations/%20${own.relation}`, `/api/relations/${own.relation.toUpperCase()}`, `/health/..${path}`,
    ] // prettier-ignore
    const inner = [
      'x-middleware-subrequest',
      'x-original-url',
      'x-rewrite-url',
      'x-forwarded-for',
      'x-real-ip',
      'x-tenant',
      'x-user',
      'x-forwarded-user',
      'authorization',
    ]
    for (const trick of tricks) {
      for (const headers of [{}, Object.fromEntries(inner.map((name) => [name, trick]))] as Record<string, string>[]) {
        const { status, text } = await world.page(trick, headers)
        expect([401, 404], trick).toContain(status)
        expect(text, trick).not.toMatch(/kenari.(mitra|maksud)/i)
      }
    }
  })

  test('give a signed-in person no more than the plain path', async () => {
    for (const trick of [`/api/relations/${own.relation}/`, `/API/relations/${own.relation}`, `/api//relations`]) {
      expect((await world.page(trick, { cookie })).status, trick).toBe(404)
    }
  })
})

test('cookies are HttpOnly and SameSite; with https in front also Secure and bound to the host', async () => {
  const role = { method: 'POST', body: 'peran=wali-kota' }
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const plain = await world.app.request('/id/masuk/peran', { ...role, headers })
  const [session, language] = plain.headers.getSetCookie()
  expect(session).toMatch(/^jembatan=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  // The language is no secret: the workspace's own script reads and changes it.
  expect(language).toBe('bahasa=id; Max-Age=31536000; Path=/; SameSite=Lax')
  const dated = await world.app.request('/id?tanggal=2024-06-28')
  expect(dated.headers.get('set-cookie')).toMatch(
    /^tanggal=2024-06-28; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/,
  )

  const secure = await openWorld({ environment: { BASE_URL: 'https://kerjasama.example.go.id' } })
  const answer = await secure.app.request('/id/masuk/peran', { ...role, headers })
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^__Host-jembatan=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000')
  // A cookie without the prefix, which a neighbour host could have set, is not read.
  const token = /=([\w-]+);/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const ask = async (name: string) =>
    (await secure.page('/api/identity/session', { cookie: `${name}=${token}` })).status
  expect([await ask('__Host-jembatan'), await ask('jembatan')]).toEqual([200, 401])
  await secure.close()
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../src/shared/languages.ts'
import { readSession } from '../src/slices/identity/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import { aCityElsewhere, aColleague, furnish, type Furniture } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

/** How long the installation may still believe that it is a demonstration, in ms (platform/mode.ts). */
const believed = 1100

let world: World
let real: Furniture
/** Somebody who was signed in before. */
let inside: Asker
let before: { health: string; list: number }

beforeAll(async () => {
  world = await openWorld()
  inside = await world.as('petugas-kota-bekasi')
  before = { health: (await world.page('/health')).text, list: (await inside.ask(listRelations)).status }
  await aCityElsewhere(world)
  real = await furnish(world, { region: 'kota-semarang', canary: 'Kenari', published: true })
  await new Promise((done) => setTimeout(done, believed))
})
afterAll(async () => await world.close())

const post = async (path: string, form: Record<string, string>) =>
  await world.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(form),
  })

describe('once a real region is set up', () => {
  test('the installation is no demonstration any more', async () => {
    expect(before).toEqual({ health: '{"status":"ok","demonstration":true}', list: 200 })
    expect(JSON.parse((await world.page('/health')).text)).toEqual({ status: 'ok', demonstration: false })
  })

  test('`/` is its home in every language, without buttons, without the demonstration’s line, and may be indexed', async () => {
    for (const path of ['/', ...languages.map((language) => `/${language}`)]) {
      const { status, text, headers } = await world.page(path)
      expect(status).toBe(200)
      expect(text).toMatch(/Semarang|スマラン市|스마랑시/)
      expect(text).not.toMatch(/masuk\/peran|name="peran"|lima-cerita|noindex|Izumisano/)
      expect(headers.get('x-robots-tag')).toBeNull()
    }
    expect((await world.page('/id')).text).not.toContain('Data contoh')
  })

  test('the demonstration’s pages are gone, in every language', async () => {
    const paths = [
      '/kerja-sama/kota-bekasi-izumisano', '/kerja-sama/kota-bekasi-izumisano/sumber', '/kegiatan/kunjungan-izumisano-2025-07-24',
      '/daerah/kota-bekasi', '/daerah/kota-bekasi/kerja-sama', '/daerah/kota-bekasi/kegiatan', '/daerah/jawa-barat', '/tentang/lima-cerita', '/tanggal',
    ] // prettier-ignore
    for (const path of paths) {
      for (const language of languages) expect((await world.page(`/${language}${path}`)).status, path).toBe(404)
    }
  })

  test('its own pages are there', async () => {
    for (const language of languages) {
      for (const path of [`/kerja-sama/${real.slug}`, `/kegiatan/${real.activitySlug}`, '/daerah/kota-semarang']) {
        expect((await world.page(`/${language}${path}`)).status, path).toBe(200)
      }
    }
  })

  test('role buttons open nothing', async () => {
    for (const peran of ['petugas-kota-bekasi', 'wali-kota', 'admin', 'tidak-ada', '']) {
      const answer = await post('/id/masuk/peran', { peran })
      expect([answer.status, answer.headers.get('set-cookie')], peran).toEqual([404, null])
    }
  })

  test('nobody chooses the date: neither by address nor by an old cookie', async () => {
    const path = `/id/kegiatan/${real.activitySlug}`
    for (const [asked, headers] of [
      [`${path}?tanggal=2024-06-28`, {}],
      [path, { cookie: 'tanggal=2024-06-28' }],
    ] as const) {
      const { status, headers: sent } = await world.page(asked, headers)
      expect([status, sent.get('set-cookie'), sent.get('cache-control')]).toEqual([
        200,
        null,
        'public, max-age=0, s-maxage=30',
      ])
    }
    const officer = await world.as(await aColleague(world, { region: 'kota-semarang', role: 'petugas' }))
    const { body } = await officer.ask(
      readSession,
      {},
      { headers: { cookie: `${officer.cookie}; tanggal=2024-06-28` } },
    )
    expect(body.on > '2024-06-28').toBe(true)
    expect(body.demonstration).toBe(false)
    const clock = await world.database.inTenant(
      { tenant: real.tenant, at: '2024-06-28T12:00:00+07:00' },
      async (tx) => {
        return await tx.selectNoFrom((of) => of.fn<string>('clock.at', []).as('at')).executeTakeFirstOrThrow()
      },
    )
    expect(String(clock.at) > '2024-06-29').toBe(true)
  })

  test('the demonstration’s people are let in no more, whether they were inside or come now', async () => {
    expect((await inside.ask(listRelations)).status).toBe(401)
    await expect(world.as('petugas-kota-bekasi')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('its rows stay until they are removed, apart from the real region’s', async () => {
    const rows = await world.owner<{ slug: string }[]>`select slug from relations.relations`
    expect(rows.map(({ slug }) => slug)).toContain('kota-bekasi-izumisano')
    // Nor does somebody reach them who was given a role there and is no account of the demonstration.
    const colleague = await aColleague(world, { region: 'kota-bekasi', role: 'petugas' })
    await expect(world.as(colleague)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

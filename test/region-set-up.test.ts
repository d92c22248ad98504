import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAll } from '../src/commands/verify.ts'
import { listen } from '../src/platform/serve.ts'
import { newId } from '../src/shared/ids.ts'
import { languages } from '../src/shared/languages.ts'
import { listAffairs, listHolidays, readRegion } from '../src/slices/reference/contract.ts'
import { listRegister } from '../src/slices/oversight/contract.ts'
import { runScript } from './databases.ts'
import { openWorld, type World } from './world.ts'

let world: World
let base: string
let close: () => Promise<void>
const home = mkdtempSync(join(tmpdir(), 'jembatan-region-'))

beforeAll(async () => {
  world = await openWorld()
  const server = await listen(world.app as never, { host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${server.port}`
  close = async () => await server.close()
})
afterAll(async () => {
  await close()
  await world.close()
  rmSync(home, { recursive: true, force: true })
})

const command = async (...words: string[]) =>
  await runScript(['src/command.ts', 'region', ...words], {
    DATABASE_URL: world.ownerUrl,
    JEMBATAN_DATA: home,
    BASE_URL: base,
    JEMBATAN_INSECURE_LAN: '1',
  })

/** Everything that setting up a region could have written. */
const counts = async () =>
  (
    await world.owner`select (select count(*)::int from reference.regions) as regions,
      (select count(*)::int from identity.accounts) as accounts, (select count(*)::int from ledger.acts) as acts,
      (select count(*)::int from identity.links) as links`
  )[0]

const status = async (path: string) => (await fetch(base + path, { redirect: 'manual' })).status

describe('refused, and nothing is changed', () => {
  test.each<[string, string[], string]>([
    [
      'an unknown code',
      ['add', '32.99', '--admin', 'a@daerah.example'],
      '32.99 is no code of Kemendagri. Did you mean one of these?\n  32.',
    ],
    ['a name instead of a code', ['add', 'bekasi', '--admin', 'a@daerah.example'], '  32.75  Kota Bekasi\n'],
    ['no code', ['add', '--admin', 'a@daerah.example'], 'No code was given.'],
    ['no administrator', ['add', '32.75'], 'The administrator’s address is missing: give --admin nama@daerah.go.id.\n'],
    [
      'an address that is none',
      ['add', '32.75', '--admin', 'bapak'],
      '“bapak” is no e-mail address: give --admin nama@daerah.go.id.\n',
    ],
    [
      'a zone that is none',
      ['add', '32.75', '--zone', 'XYZ', '--admin', 'a@daerah.example'],
      'XYZ is no zone of Indonesia. Nothing was changed; give --zone WIB, WITA or WIT.\n',
    ],
    [
      'an account of the demonstration',
      ['add', '32.75', '--admin', 'admin@contoh.invalid'],
      'belongs to the demonstration',
    ],
    ['mending a region that is not there', ['mend', '33.74', '--zone', 'WIB'], '33.74 is not set up here'],
  ])('%s', { timeout: 60_000 }, async (_, words, sentence) => {
    const before = await counts()
    const { code, out, error } = await command(...words)
    expect([code, out]).toEqual([1, ''])
    expect(error).toContain(sentence)
    expect(await counts()).toEqual(before)
    expect(await status('/id/kerja-sama/kota-bekasi-izumisano')).toBe(200)
  })

  test('words that are none', { timeout: 120_000 }, async () => {
    for (const words of [[], ['drop'], ['add', '32.75', '--port', '1']]) {
      const { code, error } = await command(...words)
      const usage = 'Usage: jembatan region add CODE --admin EMAIL [--name NAME] [--name-en NAME] [--name-ja NAME]'
      expect([code, error]).toEqual([2, expect.stringContaining(usage)])
    }
  })
})

describe('a real region under the code that the demonstration shows', () => {
  let link: string
  let cookie: string
  let before: Awaited<ReturnType<typeof counts>>

  test('is set up once, although it is asked for twice at once', async () => {
    before = await counts()
    const both = await Promise.all(
      ['satu', 'dua'].map(async (who) => await command('add', '3275', '--admin', `${who}@bekasikota.example`)),
    )
    expect(new Set(both.map(({ code }) => code))).toEqual(new Set([0, 1]))
    const [done, refused] = both.toSorted((a, b) => (a.code ?? 0) - (b.code ?? 0))
    expect(done?.error).toBe('')
    expect(done?.out).toContain('Kota Bekasi (32.75, WIB) is set up')
    expect([refused?.out, refused?.error]).toEqual([
      '',
      'Kota Bekasi (32.75) is set up already. Nothing was changed; see jembatan region list.\n',
    ])
    link = /http\S+\/masuk\/tautan\/\S+/.exec(done?.out ?? '')?.[0] ?? ''
    expect(await counts()).toEqual({
      regions: before?.['regions'] + 1,
      accounts: before?.['accounts'] + 1,
      acts: before?.['acts'] + 1,
      links: before?.['links'] + 1,
    })
    const jobs = await world.owner`select task_identifier as task from graphile_worker.jobs`
    expect(jobs).toEqual([{ task: 'identity.sendLink' }])
  }, 120_000)

  test('ends the demonstration of the running server', async () => {
    await expect
      .poll(async () => await (await fetch(`${base}/health`)).json(), { timeout: 10_000 })
      .toEqual({ status: 'ok', demonstration: false })
    for (const language of languages) {
      expect(await status(`/${language}/kerja-sama/kota-bekasi-izumisano`)).toBe(404)
      expect(await status(`/${language}/tentang/lima-cerita`)).toBe(404)
      const signIn = await (await fetch(`${base}/${language}/masuk`)).text()
      expect(signIn).not.toContain('name="peran"')
    }
    const role = await fetch(`${base}/id/masuk/peran`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: base },
      body: 'peran=petugas-kota-bekasi',
      redirect: 'manual',
    })
    expect([role.status, role.headers.get('set-cookie')]).toEqual([404, null])
  })

  test('has its portal at its own address, which may be indexed and says nothing of a demonstration', async () => {
    for (const path of ['/', '/id/daerah/kota-bekasi', '/ja/daerah/kota-bekasi', '/ko/daerah/kota-bekasi/kegiatan']) {
      const answer = await fetch(base + path)
      const text = await answer.text()
      expect([path, answer.status, answer.headers.get('x-robots-tag')]).toEqual([path, 200, null])
      expect(text).toContain({ ja: 'Bekasi市', ko: 'Bekasi시' }[path.slice(1, 3)] ?? 'Bekasi')
      expect(text).not.toMatch(/noindex|Izumisano|Data contoh|lima-cerita|sample data|見本|견본/i)
    }
  })

  test('its administrator chooses a password by the link, once, and comes in', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: base }
    const choose = async () =>
      await fetch(link, { method: 'POST', headers: form, body: 'password=jembatan+di+atas+kali', redirect: 'manual' })
    expect((await choose()).status).toBe(303)
    expect((await choose()).status).toBe(404)
    const [account] = await world.owner`select email from identity.accounts where email like '%@bekasikota.example'`
    const body = new URLSearchParams({ email: account?.['email'], password: 'jembatan di atas kali' })
    const entered = await fetch(`${base}/id/masuk`, { method: 'POST', headers: form, body, redirect: 'manual' })
    cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/kerja'])
    expect(cookie).toMatch(/^jembatan=/)
  })

  test('begins with the days off and the affairs of the decrees, none of them checked yet', async () => {
    const ask = async (url: string) => await (await fetch(base + url, { headers: { cookie } })).json()
    expect(await ask(readRegion.path)).toMatchObject({ code: '32.75', name: 'Kota Bekasi', zone: 'WIB' })
    const { rows: days } = await ask(`${listHolidays.path}?year=2026`)
    const { rows: affairs } = await ask(listAffairs.path)
    expect(days.length).toBeGreaterThan(15)
    expect(affairs.length).toBeGreaterThan(30)
    expect(new Set([...days, ...affairs].map(({ verified }) => verified))).toEqual(new Set(['M']))
  })

  test('stands in the list beside the demonstration’s, and its name and zone can be mended', async () => {
    const { out } = await command('list')
    expect(out.split('\n')[0]).toMatch(/^32\.75 +Kota Bekasi +WIB +\/daerah\/kota-bekasi$/)
    expect(out).toMatch(/32\.75 +Kota Bekasi .+\(demonstration\)/)
    const mended = await command(
      'mend',
      '32.75',
      '--name',
      'Kota  Bekasi Raya',
      '--name-ja',
      'ブカシ市',
      '--zone',
      'wita',
    )
    expect([mended.error, mended.code]).toEqual(['', 0])
    expect((await world.page('/id/daerah/kota-bekasi')).text).toContain('Kota Bekasi Raya')
    expect((await world.page('/ja/daerah/kota-bekasi')).text).toContain('ブカシ市')
    expect((await world.page('/en/daerah/kota-bekasi')).text).toContain('Bekasi City')
  }, 120_000)

  test('its administrator’s address is refused for a second region', async () => {
    const [account] = await world.owner`select email from identity.accounts where email like '%@bekasikota.example'`
    const before = await counts()
    const email = account?.['email'] as string
    expect(await command('add', '32.16', '--admin', email.toUpperCase())).toEqual({
      code: 1,
      out: '',
      error:
        `${email} works in Kota Bekasi Raya (32.75) already. Nothing was changed; ` +
        'one address works in one region, so choose another for this one.\n',
    })
    expect(await counts()).toEqual(before)
  }, 60_000)

  test('a real province does not read the demonstration’s register', async () => {
    const email = `provinsi-${newId()}@jabar.example`
    expect((await command('add', '32', '--admin', email)).code).toBe(0)
    await world.owner.begin(async (sql) => {
      const [act] = await sql`select gen_random_uuid() as id`
      await sql`select set_config('app.act', ${act?.['id']}, true)`
      await sql`alter table identity.memberships disable trigger user`
      await sql`update identity.memberships set role = 'provinsi' where email = ${email}`
      await sql`alter table identity.memberships enable trigger user`
    })
    const reader = await world.as(email)
    expect((await reader.ask(listRegister, {})).body.rows).toEqual([])
    await world.owner.begin(async (sql) => {
      await sql`alter table identity.memberships disable trigger user`
      await sql`update identity.memberships set role = 'admin_daerah' where email = ${email}`
      await sql`alter table identity.memberships enable trigger user`
    })
  }, 120_000)

  test('the ledger holds', async () => {
    expect((await verifyAll(world.ownerUrl)).flatMap(({ faults }) => faults)).toEqual([])
  })
})

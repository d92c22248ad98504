import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, type Listening } from '../src/platform/serve.ts'
import { exportRegister, listRegister } from '../src/slices/oversight/contract.ts'
import { exportCsv, listRelations, mendRelation, newRelation } from '../src/slices/relations/contract.ts'
import { aColleague } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let provinsi: Asker
beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  provinsi = await world.as('provinsi')
})
afterAll(async () => await world.close())

/** CSV as RFC 4180 reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const guarded = (label: string) =>
  (/^[=+\-@\t\r\n＝＋－＠]/.test(label) ? `'${label}` : label).replace(/(;[\s"]*)([=+@-])/g, "$1'$2")

const csvOf = async (asker: Asker, endpoint: typeof exportCsv | typeof exportRegister, input = {}) => {
  const { status, body, headers } = await asker.ask(endpoint, input)
  const text = status === 200 ? (body as Buffer).toString('utf8') : ''
  return { status, headers, body, text, rows: text === '' ? [] : readCsv(text.slice(1)) }
}

/** Lines of the product's pools that are inside a transaction or a statement now. */
const busy = async () =>
  Number(
    (
      await world.owner`select count(*) as n from pg_stat_activity where datname = current_database()
        and application_name = 'jembatan' and state <> 'idle'`
    )[0]?.['n'],
  )
const settled = async () => {
  for (let tries = 0; tries < 50 && (await busy()) > 0; tries++) await new Promise((done) => setTimeout(done, 100))
  return await busy()
}

describe('the list as CSV', () => {
  test('has the mark of UTF-8, a header in the reader’s words, and the rows of the list in its order', async () => {
    const { status, headers, text, rows } = await csvOf(petugas, exportCsv)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="kerja-sama-\d{4}-\d\d-\d\d\.csv"/)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(rows[0]?.slice(0, 3)).toEqual(['Mitra', 'Nama asli', 'Negara'])
    const listed = (await petugas.ask(listRelations, { limit: 100 })).body
    const nameOf = (row: any) => row.partner?.names?.id ?? row.partner?.name ?? row.label
    expect(rows.slice(1).map((row) => row[0])).toEqual(listed.rows.map(nameOf))
    expect(rows.slice(1).map((row) => row[6])).toEqual(listed.rows.map((row: any) => row.lastOn ?? ''))
    const izumisano = rows.find((row) => row[0] === 'Kota Izumisano')
    expect(izumisano?.slice(1, 6)).toEqual([
      '泉佐野市',
      'Jepang',
      'pemerintah daerah di luar negeri',
      'Penjajakan',
      'Penjajakan',
    ])
  })

  test('computes nothing that somebody typed, and keeps commas, quotes and lines inside their cell', async () => {
    const labels = [
      '=1+1',
      'PT X; =1+1',
      '+62 21',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '＝1+1',
      'a,"b"',
      "O'Brien $1 \\'; --",
      '"',
      '7 = 7',
    ]
    const kept: string[] = []
    for (const label of labels) {
      const made = await petugas.ask(newRelation, { label, beganOn: '2026-01-01' })
      if (made.status !== 200) continue
      kept.push(label)
    }
    expect(kept.length).toBeGreaterThanOrEqual(8)
    const cells = new Set((await csvOf(petugas, exportCsv)).rows.map((row) => row[0]))
    const stored = await world.owner<{ label: string }[]>`select r.label from relations.relations r
      join reference.regions g using (tenant) where g.slug = 'kota-bekasi' and r.partner is null`
    expect(stored.length).toBeGreaterThanOrEqual(kept.length)
    for (const { label } of stored) expect(cells, label).toContain(guarded(label))
  })

  test('holds what is sought, whatever was typed', async () => {
    const found = await csvOf(petugas, exportCsv, { q: '泉佐野' })
    expect(found.rows).toHaveLength(2)
    expect(
      (await csvOf(petugas, exportCsv, { country: 'KR' })).rows.slice(1).every((row) => row[2] === 'Korea Selatan'),
    ).toBe(true)
    for (const q of ["'; select pg_sleep(9) --", '$1', "\\'", "' or true --", "x' || 'y", '%', '$$']) {
      const { status, rows } = await csvOf(petugas, exportCsv, { q })
      const { body } = await petugas.ask(listRelations, { q, limit: 100 })
      expect([status, rows.length - 1], q).toEqual([200, body.rows.length])
    }
  })

  test('is that of the caller’s region, and refused to others', async () => {
    const other = await world.as('petugas-kab-bekasi')
    const [ours, theirs] = [await csvOf(petugas, exportCsv), await csvOf(other, exportCsv)]
    const counted = await world.owner<{ slug: string; n: number }[]>`
      select g.slug, count(*)::int as n from relations.relations r join reference.regions g using (tenant) group by 1`
    const of = (slug: string) => (counted.find((row) => row.slug === slug)?.n ?? 0) + 1
    expect([ours.rows.length, theirs.rows.length]).toEqual([of('kota-bekasi'), of('kab-bekasi')])
    const opd = await world.as(await aColleague(world, { region: 'kota-bekasi', role: 'opd' }))
    expect((await csvOf(opd, exportCsv)).status).toBe(403)
    expect((await csvOf(provinsi, exportCsv)).status).toBe(403)
    expect((await csvOf(await world.as(undefined), exportCsv)).status).toBe(401)
    expect((await csvOf(petugas, exportCsv, { status: 'berlaku' })).status).toBe(422)
    expect(mendRelation.allow).toBe('relations.mend') // the file needs no more than the list
    expect(exportCsv.allow).toBe(listRelations.allow)
  })

  test('leaves no line to the database busy: read, asked by HEAD, or refused', async () => {
    for (const endpoint of [exportCsv, exportRegister]) {
      const asker = endpoint === exportCsv ? petugas : provinsi
      for (let n = 0; n < 6; n++) {
        const head = await world.app.request(endpoint.path, { method: 'HEAD', headers: { cookie: asker.cookie } })
        expect(head.status).toBe(200)
        await (await world.app.request(endpoint.path, { headers: { cookie: asker.cookie } })).body?.cancel()
        expect((await csvOf(asker, endpoint)).status).toBe(200)
      }
    }
    expect(await settled()).toBe(0)
  })
})

describe('the register as CSV', () => {
  test('has the lines of the caller’s province in the order of the list, in words', async () => {
    const { rows, headers } = await csvOf(provinsi, exportRegister)
    expect(headers.get('content-disposition')).toMatch(/filename="daftar-kerja-sama-\d{4}-\d\d-\d\d\.csv"/)
    const listed = (await provinsi.ask(listRegister, { limit: 100 })).body
    expect(listed.rows.length).toBeGreaterThan(3)
    expect(rows.slice(1).map((row) => row[2])).toEqual(listed.rows.map((row: any) => guarded(row.partnerName)))
    expect(rows.slice(1).map((row) => row[9])).toEqual(listed.rows.map((row: any) => row.endsOn ?? ''))
    expect(rows.flat().some((cell) => /[a-z]_[a-z]/.test(cell))).toBe(false) // words, not ids
    const [first] = listed.rows
    const narrowed = await csvOf(provinsi, exportRegister, { status: first.status })
    const expected = (await provinsi.ask(listRegister, { status: first.status, limit: 100 })).body.rows
    expect(narrowed.rows).toHaveLength(expected.length + 1)
  })

  test('is refused to who may not read the register', async () => {
    expect((await csvOf(petugas, exportRegister)).status).toBe(403)
    expect((await csvOf(await world.as(undefined), exportRegister)).status).toBe(401)
    expect((await csvOf(provinsi, exportRegister, { sector: 'x' })).status).toBe(422)
    expect((await csvOf(provinsi, exportRegister, { stage: "x'" })).status).toBe(422)
  })
})

describe('a long file', () => {
  let server: Listening
  beforeAll(async () => {
    await world.owner`insert into oversight.register (tenant, id, province, region_code, region_name, partner_name, status, ends_on, demonstration)
      select tenant, gen_random_uuid(), '32', '32.99', 'Kota Panjang', repeat('Mitra panjang ', 10) || n, 'exploring', 'infinity', true
      from reference.regions g, generate_series(1, 200050) n where g.slug = 'kota-bekasi'`
    server = await listen(world.app, { host: '127.0.0.1', port: 0 })
  })
  afterAll(async () => await server.close())

  const begin = (path: string) =>
    new Promise<{ status: number; leave: () => void; read: () => Promise<number> }>((done, fail) => {
      const asked = request(
        { port: server.port, host: '127.0.0.1', path, headers: { cookie: provinsi.cookie } },
        (answer) => {
          answer.pause()
          done({
            status: answer.statusCode ?? 0,
            leave: () => void asked.destroy(),
            read: async () => {
              let bytes = 0
              for await (const part of answer) bytes += (part as Buffer).length
              return bytes
            },
          })
        },
      )
      asked.on('error', () => fail)
      asked.end()
    })

  test('ends at 200,000 lines with a sentence', async () => {
    const { rows } = await csvOf(provinsi, exportRegister)
    expect(rows).toHaveLength(200_002)
    expect(rows.at(-1)?.[0]).toBe('Berkas ini berhenti pada 200.000 baris. Persempit daftar untuk mendapatkan sisanya.')
    expect(rows.at(-1)?.slice(1).join('')).toBe('')
    expect(rows.at(-2)?.[2]).toContain('Mitra panjang')
  })

  test('that its reader leaves gives its line back, and the third at once is told to wait', async () => {
    for (let round = 0; round < 3; round++) {
      const two = [await begin(exportRegister.path), await begin(exportRegister.path)]
      expect(two.map(({ status }) => status)).toEqual([200, 200])
      const third = await begin(exportRegister.path)
      expect(third.status).toBe(429)
      await third.read()
      // Reading goes on beside it.
      expect((await provinsi.ask(listRegister, { limit: 25 })).status).toBe(200)
      for (const one of two) one.leave()
      expect(await settled()).toBe(0)
    }
    const whole = await begin(exportRegister.path)
    expect(await whole.read()).toBeGreaterThan(30_000_000)
    expect(await settled()).toBe(0)
  })

  test('breaks off when the database goes away, and is not taken for whole', async () => {
    const one = await begin(exportRegister.path)
    await world.owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
      and query like 'copy %' and pid <> pg_backend_pid()`
    await expect(one.read()).rejects.toThrow(/aborted|reset|closed/i)
    expect((await csvOf(provinsi, exportRegister, { status: 'ended' })).status).toBe(200)
  })
})

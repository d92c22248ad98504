import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../src/platform/table-file.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import {
  exportActivities,
  exportAgenda,
  exportCommitments,
  exportFollowUps,
  exportGifts,
  exportSeries,
} from '../src/slices/agenda/contract.ts'
import { exportHistory } from '../src/slices/ledger/contract.ts'
import { exportMail, exportRegisterBook, exportThreads } from '../src/slices/letters/contract.ts'
import {
  exportAffairs,
  exportHolidays,
  exportMembers,
  exportOfficials,
  exportUnits,
} from '../src/pages/settings/contract.ts'
import { exportTasks } from '../src/pages/tasks/contract.ts'
import { exportToday } from '../src/pages/today/contract.ts'
import { exportCorrections } from '../src/slices/corrections/contract.ts'
import { exportRegister } from '../src/slices/oversight/contract.ts'
import { exportPartners } from '../src/slices/partners/contract.ts'
import {
  exportCsv,
  exportDocuments,
  exportSilences,
  exportTexts,
  listRelations,
  newRelation,
  readRelation,
  recordText,
  setNextStep,
} from '../src/slices/relations/contract.ts'
import { pagesOfPdf } from './pdf-words.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'
import type { Asker } from './world.ts'

let stage: RelationStage
let relation: string
const on = '2026-03-02'
beforeAll(async () => {
  stage = await openRelationStage()
  relation = await stage.begin({ kind: 'foreign_local_government', beganOn: '2024-06' })
  await stage.on(on, setNextStep, { id: relation, what: '=1+1', dueOn: '2026-03-20' })
  await stage.on(on, newRelation, { label: '+62 21; =1+1', beganOn: '2026-01-15' })
})
afterAll(async () => await stage.world.close())

const as = (endpoint: Endpoint, format: 'xlsx' | 'pdf'): Endpoint => ({
  ...endpoint,
  path: endpoint.path.replace(/\.csv$/, `.${format}`),
})
const take = async (endpoint: Endpoint, input = {}, who: Asker = stage.officer) => {
  const answer = await stage.on(on, endpoint, input, who)
  expect(answer.status, `${endpoint.path} ${JSON.stringify(answer.body)}`).toBe(200)
  return answer
}

/** The day of a cell that is a date and not text. */
const dayOf = (cell: unknown) => (cell as { toISOString(): string }).toISOString().slice(0, 10)

/** The words of a PDF in the order of its pages. */
const wordsOfPdf = (body: Buffer) => pagesOfPdf(body).join(' ')

const lists = (): [string, Endpoint, Record<string, unknown>, string][] => [
  ['relations', exportCsv, {}, 'petugas-kota-bekasi'],
  ['the register', exportRegister, {}, 'provinsi'],
  ['readers', exportCorrections, { state: 'new' }, 'petugas-kota-bekasi'],
  ['activities', exportActivities, { relation }, 'petugas-kota-bekasi'],
  ['follow-up', exportFollowUps, { relation }, 'petugas-kota-bekasi'],
  ['partners', exportPartners, { q: 'izumisano' }, 'petugas-kota-bekasi'],
  ['silence', exportSilences, {}, 'petugas-kota-bekasi'],
  ['agenda', exportAgenda, { when: 'past' }, 'petugas-kota-bekasi'],
  ['month', exportAgenda, { month: '2025-07' }, 'petugas-kota-bekasi'],
  ['series', exportSeries, {}, 'petugas-kota-bekasi'],
  ['gifts', exportGifts, {}, 'petugas-kota-bekasi'],
  ['commitments', exportCommitments, {}, 'petugas-kota-bekasi'],
  ['tasks', exportTasks, {}, 'petugas-kota-bekasi'],
  ['own tasks', exportTasks, {}, 'dinas'],
  ['mail in', exportMail, { direction: 'in' }, 'petugas-kota-bekasi'],
  ['mail out', exportMail, { direction: 'out' }, 'petugas-kota-bekasi'],
  ['letter register', exportRegisterBook, { book: 'in', year: 2026 }, 'petugas-kota-bekasi'],
  ['threads', exportThreads, { status: 'all' }, 'petugas-kota-bekasi'],
  ['today', exportToday, {}, 'petugas-kota-bekasi'],
  ['history', exportHistory, { subject: relation }, 'petugas-kota-bekasi'],
  ['texts', exportTexts, { id: relation }, 'petugas-kota-bekasi'],
  ['documents', exportDocuments, { id: relation }, 'petugas-kota-bekasi'],
  ['holidays', exportHolidays, { year: 2026 }, 'petugas-kota-bekasi'],
  ['units', exportUnits, {}, 'petugas-kota-bekasi'],
  ['officials', exportOfficials, {}, 'petugas-kota-bekasi'],
  ['affairs', exportAffairs, {}, 'petugas-kota-bekasi'],
  ['members', exportMembers, {}, 'admin'],
]

test('of a day on which the register’s line does not hold yet, status, stage and end are left out, and the page says so', async () => {
  const id = await stage.begin({ kind: 'foreign_local_government', beganOn: '2024-01-05' })
  const { partner } = (await stage.on(on, readRelation, { id })).body
  const lineOn = async (day: string) => {
    const { body } = await stage.on(day, exportCsv, { q: partner.name })
    const [line = []] = await Array.fromAsync(rowsOf(new Blob([body]).stream()))
    return [line[4], line[5], line[7]]
  }
  expect((await lineOn('2025-06-01')).slice(0, 2)).toEqual(['Penjajakan', 'Penjajakan'])
  const text = { id, kind: 'mou', title: 'Nota', signedOn: '2026-01-10', endsOn: '2027-06-30', imported: true }
  const paper = { kind: 'naskah_asli', seenAt: 'Lemari' }
  expect((await stage.on(on, recordText, { ...text, paper })).status).toBe(200)
  expect(await lineOn('2025-06-01')).toEqual(['', '', ''])
  expect((await lineOn(on))[2]).toBe('2027-06-30')
  const sentence = 'tidak disebut bila ada catatan bertanggal sesudah hari itu'
  const page = async (cookie: string) =>
    wordsOfPdf((await stage.officer.ask(as(exportCsv, 'pdf'), { q: partner.name }, { headers: { cookie } })).body)
  expect(await page(`${stage.officer.cookie}; tanggal=2025-06-01`)).toContain(sentence)
  expect(await page(stage.officer.cookie), 'of today it goes without saying').not.toContain(sentence)
})

describe('every list is a workbook and a page too', () => {
  test.each(lists().map(([name]) => name))('%s', async (name) => {
    const [, endpoint, input, key] = lists().find(([one]) => one === name) ?? lists()[0]!
    const who = await stage.world.as(key)
    const csv = (await take(endpoint, input, who)).body.toString('utf8')
    const book = await take(as(endpoint, 'xlsx'), input, who)
    expect(book.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.xlsx"/)
    const { sheets } = await readXlsx(book.body)
    expect(sheets).toHaveLength(1)
    const lines = await Array.fromAsync(rowsOf(new Blob([csv]).stream()))
    expect(sheets[0]?.rows.length).toBe(lines.length + 1)
    expect([...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([])
    const page = await take(as(endpoint, 'pdf'), input, who)
    expect(page.headers.get('content-type')).toBe('application/pdf')
    expect(page.body.subarray(0, 5).toString()).toBe('%PDF-')
    for (const format of ['xlsx', 'pdf'] as const) {
      const stranger = await stage.world.as(key === 'provinsi' ? 'petugas-kota-bekasi' : 'provinsi')
      expect((await stage.on(on, as(endpoint, format), input, stranger)).status).toBe(403)
      expect((await stage.on(on, as(endpoint, format), input, await stage.world.as(undefined))).status).toBe(401)
    }
  })
})

test('cells are what was typed, days are days, what is known to the month stays so', async () => {
  const { sheets } = await readXlsx((await take(as(exportCsv, 'xlsx'))).body)
  const rows = sheets[0]?.rows ?? []
  const row = rows.find(([name]) => name === '+62 21; =1+1')
  expect(row, 'no sign is put before it').toBeDefined()
  expect(dayOf(row?.[6])).toBe('2026-01-15')
  const { slug } = (await stage.on(on, listRelations, { limit: 100 })).body.rows.find(({ id }: any) => id === relation)
  expect(rows.find(([name]) => String(name).includes(slug))?.[6]).toBe('2024-06')
  const steps = await readXlsx((await take(as(exportFollowUps, 'xlsx'), { relation })).body)
  const step = steps.sheets[0]?.rows[1]
  expect(step?.[0]).toBe('=1+1')
  expect(dayOf(step?.[3])).toBe('2026-03-20')
})

test('on paper: title, whose list, what it is narrowed by, the day, the page; in the reader’s language', async () => {
  const words = wordsOfPdf((await take(as(exportCsv, 'pdf'), { country: 'JP', q: 'izumisano' })).body)
  for (const said of [
    'Kerja sama',
    'Kota Bekasi · Kerja sama · Keadaan per 2 Maret 2026',
    'Negara: Jepang',
    '“izumisano”',
    'Keadaan per 2 Maret 2026',
    'Kota Izumisano',
    '泉佐野市',
    '1/1',
  ])
    expect(words.replaceAll('1 / 1', '1/1')).toContain(said)
})

test('a long list ends with a sentence, and its head stands on every page', async () => {
  await stage.world.owner`alter table partners.partners disable trigger user`
  await stage.world.owner`insert into partners.partners (tenant, id, slug, kind, name)
    select ${stage.tenant}::uuid, gen_random_uuid(), 'banyak-' || n, 'company', 'Banyak ' || n from generate_series(1, 5050) n`
  await stage.world.owner`alter table partners.partners enable trigger user`
  const began = performance.now()
  const { body } = await take(as(exportPartners, 'pdf'), { q: 'banyak' })
  console.log(`PDF of 5,000 rows: ${Math.round(performance.now() - began)} ms, ${Math.round(body.length / 1024)} kB`)
  const pages = pagesOfPdf(body)
  expect(pages.length).toBeGreaterThan(100)
  expect(pages.at(-1)).toContain('Berkas ini berhenti pada 5.000 baris.')
  expect(pages.filter((page) => !page.includes('Nama asli'))).toEqual([])
  expect(pages[9]).toContain(`10 / ${pages.length}`)
  const book = await take(as(exportPartners, 'xlsx'), { q: 'banyak' })
  const { sheets } = await readXlsx(book.body)
  expect(sheets[0]?.rows).toHaveLength(5051)
}, 60_000)

test('a CSV is read back whatever stands in its cells, wherever its parts are cut', async () => {
  const rows = [
    ['a', 'b'],
    ['x,"y"', 'line\nline'],
    ['', '泉佐野'],
    ['"', ','],
  ]
  const text = `\uFEFF${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`
  const bytes = new TextEncoder().encode(text)
  for (const size of [1, 2, 3, 7, 1000]) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
        controller.close()
      },
    })
    expect(await Array.fromAsync(rowsOf(body))).toEqual(rows.slice(1))
  }
})

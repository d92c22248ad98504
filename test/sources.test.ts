import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPartnerPage } from '../src/pages/partner-page/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { addPartner, readPartner } from '../src/slices/partners/contract.ts'
import * as sources from '../src/slices/sources/contract.ts'
import { furnish } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker
let head: Asker

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
  head = await world.as('kepala-bagian')
})
afterAll(async () => await world.close())

async function ask(endpoint: Parameters<Asker['ask']>[0], input: Record<string, unknown>, asker = officer) {
  const { status, body } = await asker.ask(endpoint, input)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const faults = ({ status, body }: { status: number; body: any }) => [status, body.details?.fields]
const aPartner = async () =>
  (await ask(addPartner, { name: `Kota ${newId()}`, country: 'JP', sure: ['name'] })) as { id: string; slug: string }
const aSource = async (more: Record<string, unknown> = {}) =>
  (
    (await ask(sources.addSource, { kind: 'news', outlet: 'Harian Contoh', title: `Berita ${newId()}`, ...more })) as {
      id: string
    }
  ).id
const sheetOf = async (subject: string, field: string) => await ask(sources.readSheet, { subject, field })

describe('a source', () => {
  test('is filed with its address, which is never fetched, and listed newest first', async () => {
    const word = newId().slice(-6)
    const late = await aSource({
      publishedOn: '2031-02',
      url: `https://harian.example/berita/${word}`,
      author: `Penulis ${word}`,
    })
    const early = await aSource({ publishedOn: '2030', author: `Penulis ${word}` })
    const { rows } = await ask(sources.listSources, { q: word })
    expect(rows.map(({ id }: { id: string }) => id)).toEqual([late, early])
    expect(rows[0]).toMatchObject({
      url: `https://harian.example/berita/${word}`,
      publishedOn: '2031-02',
      hasText: false,
      demonstration: false,
    })
    const first = await ask(sources.listSources, { q: word, limit: 1 })
    expect((await ask(sources.listSources, { q: word, limit: 1, after: first.next })).rows[0].id).toBe(early)
  })

  test.each([
    'javascript:alert(1)',
    'https://a.example/\0',
    'https://a.example/\u202Etxt.exe',
    'ftp://a.example/x',
    'harian.example',
    'https://',
    'https://a b.example',
    'file:///etc/passwd',
  ])('with the address %s is refused', async (url) => {
    expect(faults(await officer.ask(sources.addSource, { kind: 'news', title: 'X', url }))).toEqual([
      422,
      [{ path: 'url', fault: 'wrong' }],
    ])
  })

  test('says what it is; the same one again is asked about', async () => {
    expect(faults(await officer.ask(sources.addSource, { kind: 'news' }))).toEqual([
      422,
      [{ path: 'title', fault: 'required' }],
    ])
    const one = { kind: 'news', outlet: 'Kabar', title: 'Judul yang sama', publishedOn: '2025-07-24' }
    await ask(sources.addSource, one)
    const again = { ...one, title: 'JUDUL yang sama' }
    expect(faults(await officer.ask(sources.addSource, again))).toEqual([422, [{ path: 'title', fault: 'doubtful' }]])
    await ask(sources.addSource, { ...again, sure: ['title'] })
  })
})

describe('where a field comes from', () => {
  test('nothing said is a staff record; a document is stronger than the press, who entered it is told', async () => {
    const { id, slug } = await aPartner()
    expect(await sheetOf(id, 'country')).toEqual({
      field: 'country',
      level: 'recorded',
      lines: [],
      others: [],
      differs: false,
      judgement: null,
    })
    await ask(sources.addProvenance, { subject: id, field: 'country', source: await aSource(), speaker: 'Duta Besar', speakerOffice: 'duta_besar', occasion: 'to_reporters', saidOn: '2025-07-24', summary: 'Katanya begitu.' }) // prettier-ignore
    expect((await sheetOf(id, 'country')).level).toBe('reported')
    await ask(sources.addProvenance, { subject: id, field: 'country', source: await aSource({ kind: 'letter' }) })
    const sheet = await sheetOf(id, 'country')
    expect(sheet).toMatchObject({ level: 'documented', differs: false })
    expect(sheet.lines[0]).toMatchObject({
      speaker: 'Duta Besar', speakerOffice: 'duta_besar', occasion: 'to_reporters', saidOn: '2025-07-24',
      summary: { id: 'Katanya begitu.' }, excerpt: null, enteredBy: 'Petugas Kota Bekasi', source: { outlet: 'Harian Contoh' },
    }) // prettier-ignore
    expect((await ask(readPartnerPage, { slug })).levels).toEqual({ [`${id}.country`]: 'documented' })
  })

  test('a form cannot make a document of what the press says', async () => {
    const { id } = await aPartner()
    await ask(sources.addProvenance, { subject: id, field: 'tier', source: await aSource(), level: 'documented' })
    expect((await sheetOf(id, 'tier')).level).toBe('reported')
  })

  test('exact words only where the region filed the text, and only words that stand in it', async () => {
    const text = 'Pembukaan. Menurutnya, ada sembilan sektor yang ditawarkan kepada Kota Izumisano. Penutup.'
    const { id } = await aPartner()
    const filed = await aSource({ text })
    const words = 'sembilan sektor yang ditawarkan'
    await ask(sources.addProvenance, { subject: id, field: 'name', source: filed, words })
    const { lines } = await sheetOf(id, 'name')
    expect(lines[0].excerpt).toEqual({ before: 'Menurutnya, ada ', words, after: ' kepada Kota Izumisano.' })
    expect(lines[0].source.hasText).toBe(true)
    for (const [source, said] of [
      [filed, 'sepuluh sektor'],
      [await aSource(), words],
    ] as const) {
      const refused = await officer.ask(sources.addProvenance, { subject: id, field: 'name', source, words: said })
      expect(faults(refused)).toEqual([422, [{ path: 'words', fault: 'wrong' }]])
    }
    expect(
      (await officer.ask(sources.addSource, { kind: 'news', title: 'Panjang', text: 'x'.repeat(2 ** 20 + 1) })).status,
    ).toBeGreaterThanOrEqual(413)
  })

  test('a record or a source that is not there is not found, and a line says something', async () => {
    const { id } = await aPartner()
    expect((await officer.ask(sources.addProvenance, { subject: newId(), field: 'name', summary: 'x' })).status).toBe(
      404,
    )
    expect((await officer.ask(sources.addProvenance, { subject: id, field: 'name', source: newId() })).status).toBe(404)
    expect(faults(await officer.ask(sources.addProvenance, { subject: id, field: 'name' }))).toEqual([
      422,
      [{ path: 'source', fault: 'required' }],
    ])
    expect((await officer.ask(sources.addProvenance, { subject: id, field: 'Name; drop', summary: 'x' })).status).toBe(
      422,
    )
    expect((await officer.ask(sources.readSheet, { subject: newId(), field: 'name' })).status).toBe(404)
  })
})

describe('sources that differ', () => {
  /** "already established" against "has explored": two values of one field. */
  async function differing() {
    const partner = await aPartner()
    const ours = await ask(sources.addProvenance, {
      subject: partner.id,
      field: 'country',
      source: await aSource(),
      summary: 'Jepang',
    })
    const theirs = await ask(sources.addProvenance, {
      subject: partner.id,
      field: 'country',
      source: await aSource(),
      value: 'KR',
      summary: 'Korea',
    })
    return { ...partner, ours: ours.id as string, theirs: theirs.id as string }
  }

  test('stand side by side until somebody judges with a reason; the value in use is not rewritten', async () => {
    const { id, slug, theirs } = await differing()
    expect(await sheetOf(id, 'country')).toMatchObject({
      differs: true,
      level: 'reported',
      judgement: null,
      lines: [{}, { value: 'KR' }],
    })
    expect((await ask(readPartnerPage, { slug })).differences).toEqual({ [`${id}.country`]: 'open' })
    expect(
      faults(await officer.ask(sources.judge, { subject: id, field: 'country', line: theirs, reason: '  ' })),
    ).toEqual([422, [{ path: 'reason', fault: 'required' }]])

    const judged = await ask(sources.judge, {
      subject: id,
      field: 'country',
      line: theirs,
      reason: 'Tertulis di surat',
    })
    expect((await sheetOf(id, 'country')).judgement).toMatchObject({
      id: judged.id,
      line: theirs,
      reason: 'Tertulis di surat',
      by: 'Petugas Kota Bekasi',
      rev: 1,
    })
    expect((await ask(readPartner, { id })).country).toBe('JP')
    expect((await ask(readPartnerPage, { slug })).differences).toEqual({ [`${id}.country`]: 'settled' })
  })

  test('a judgement is changed at its revision; the second of two people is told', async () => {
    const { id, theirs } = await differing()
    const said = { subject: id, field: 'country' }
    await ask(sources.judge, { ...said, line: theirs, reason: 'Satu' })
    expect((await head.ask(sources.judge, { ...said, line: null, reason: 'Dua' })).status).toBe(409)
    expect((await ask(sources.judge, { ...said, line: null, reason: 'Dua', rev: 1 }, head)).rev).toBe(2)
    const late = await officer.ask(sources.judge, { ...said, line: theirs, reason: 'Tiga', rev: 1 })
    expect(late.status).toBe(409)
    expect(late.body.details.changes).toContainEqual(
      expect.objectContaining({ field: 'reason', was: 'Satu', now: 'Dua' }),
    )
    expect((await sheetOf(id, 'country')).judgement).toMatchObject({ line: null, reason: 'Dua' })
  })

  test('are listed with the open ones first, and a settled one stays readable', async () => {
    const { id, theirs } = await differing()
    await ask(sources.judge, { subject: id, field: 'country', line: theirs, reason: 'Sudah' })
    await ask(sources.addProvenance, { subject: id, field: 'tier', source: await aSource(), value: 'town' })
    const { rows } = await ask(sources.listDifferences, { subject: id })
    expect(rows.map((row: any) => [row.field, row.judgement?.reason])).toEqual([['tier', undefined], ['country', 'Sudah']]) // prettier-ignore
  })

  test('where nothing differs nothing is judged; a line of another record is not there', async () => {
    const [{ id }, other] = [await aPartner(), await differing()]
    expect(
      faults(await officer.ask(sources.judge, { subject: id, field: 'country', line: null, reason: 'x' })),
    ).toEqual([422, [{ path: 'field', fault: 'wrong' }]])
    const { id: mine } = await differing()
    expect(
      (await officer.ask(sources.judge, { subject: mine, field: 'country', line: other.theirs, reason: 'x' })).status,
    ).toBe(404)
  })

  test('a line entered by mistake goes, but not while it is followed; undo brings it back', async () => {
    const { id, ours, theirs } = await differing()
    await ask(sources.judge, { subject: id, field: 'country', line: theirs, reason: 'Ikut' })
    expect(faults(await officer.ask(sources.dropProvenance, { id: theirs, rev: 1 }))).toEqual([
      422,
      [{ path: 'id', fault: 'taken' }],
    ])
    expect((await officer.ask(sources.dropProvenance, { id: ours, rev: 7 })).status).toBe(409)
    const act = newId()
    await ask(sources.dropProvenance, { act, id: ours, rev: 1 })
    expect((await sheetOf(id, 'country')).lines).toHaveLength(1)
    await ask(undoAct, { id: act })
    expect((await sheetOf(id, 'country')).lines).toHaveLength(2)
  })

  test.each([
    ['a text', 'Jepang'],
    ['a number', 12],
  ])('%s stays what it was', async (_, value) => {
    const { id } = await aPartner()
    await ask(sources.addProvenance, { subject: id, field: 'tier', source: await aSource(), value })
    expect((await sheetOf(id, 'tier')).lines[0].value).toBe(value)
  })
})

test('another region’s records and sources are not there', async () => {
  const foreign = await furnish(world, { region: 'kab-bekasi', canary: 'KENARI-SUMBER' })
  const { id } = await aPartner()
  const asked = [
    [sources.readSheet, { subject: foreign.partner, field: 'country' }],
    [sources.listDifferences, { subject: foreign.partner }],
    [sources.addProvenance, { subject: id, field: 'name', source: foreign.source }],
    [sources.addProvenance, { subject: foreign.partner, field: 'name', summary: 'x' }],
    [sources.judge, { subject: foreign.partner, field: 'country', line: foreign.line, reason: 'x' }],
    [sources.dropProvenance, { id: foreign.line, rev: 1 }],
    [sources.listSources, { after: foreign.source }],
  ] as const
  for (const [endpoint, input] of asked) expect((await officer.ask(endpoint, input)).status, endpoint.name).toBe(404)
})

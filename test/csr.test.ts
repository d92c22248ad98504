import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import * as csr from '../src/slices/csr/contract.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { addPartner } from '../src/slices/partners/contract.ts'
import { newToken } from '../src/slices/links/ui/token.ts'
import { listProgrammesOf, readProgrammes } from '../src/pages/programmes/contract.ts'
import { exportCompany, listDiscussed } from '../src/pages/csr-pages/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let dinas: Asker
let neighbour: Asker
let company: string
let companySlug: string

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  dinas = await world.as('dinas')
  neighbour = await world.as('petugas-kab-bekasi')
  const made = await petugas.ask(addPartner, { name: `Perusahaan ${newId()}`, kind: 'company', country: 'ID' })
  company = made.body.id
  companySlug = made.body.slug
})
afterAll(async () => await world.close())

const aNeed = { title: 'Gerobak sampah', village: 'Sukamaju', district: 'Utara', field: 'lingkungan', year: 2023, cost: 20_000_000 } // prettier-ignore
const ok = <T extends { status: number; body: any }>(answer: T) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const faults = (answer: { body: any }) =>
  Object.fromEntries((answer.body.details?.fields ?? []).map((each: any) => [each.path, each.fault])) // prettier-ignore

async function opened(more: object = {}) {
  const { id, slug } = ok(await petugas.ask(csr.addNeed, { ...aNeed, ...more }))
  const { rev } = ok(await petugas.ask(csr.moveNeed, { id, rev: 1, to: 'terbuka' }))
  return { id, slug, rev }
}
const offered = async (more: object = {}) =>
  ok(await petugas.ask(csr.addOffer, { partner: company, what: 'Bantuan', ceiling: 100_000_000, most: 3, year: 2026, ...more })).id // prettier-ignore
const read = async (slug: string) => ok(await petugas.ask(csr.readNeed, { slug }))

async function matched(more: object = {}) {
  const need = await opened(more)
  const offer = await offered()
  const made = ok(
    await petugas.ask(csr.matchNeed, { id: need.id, rev: need.rev, offer, committed: 20_000_000, reason: 'Cocok' }),
  )
  return { ...need, offer, match: made.match, rev: made.rev }
}

async function shared(endpoint: typeof csr.shareWithVillage | typeof csr.shareWithCompany, id: string, party: string) {
  const { token, hash } = newToken()
  const answer = await petugas.ask(endpoint, { id, hash, party, language: 'id', days: 7 })
  return { answer, path: `/t/${token}` }
}

async function post(path: string, sent: Record<string, string | Blob>, language = 'id') {
  const form = new FormData()
  form.set('lembar', newId())
  for (const [name, value] of Object.entries(sent)) form.set(name, value)
  const request = new Request(`http://localhost/${language}${path}`, { method: 'POST', body: form })
  const answer = await world.app.request(`/${language}${path}`, {
    method: 'POST',
    headers: { 'content-type': request.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' },
    body: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}

describe('a need', () => {
  test('is entered, found, mended and opened; the stale edit says what changed', async () => {
    const { id, slug } = ok(await petugas.ask(csr.addNeed, { ...aNeed, title: 'Sumur bor', musrenbang: 'MB/7' }))
    const { rows } = ok(await petugas.ask(csr.listNeeds, { q: 'mb/7 sumur' }))
    expect(rows.map((row: any) => row.slug)).toEqual([slug])
    expect(ok(await petugas.ask(csr.mendNeed, { id, rev: 1, cost: null })).rev).toBe(2)
    expect((await read(slug)).cost).toBeNull()
    const late = await petugas.ask(csr.mendNeed, { id, rev: 1, title: 'Lain' })
    expect(late.status).toBe(409)
    expect(JSON.stringify(late.body)).toContain('cost')
    expect(ok(await petugas.ask(csr.moveNeed, { id, rev: 2, to: 'terbuka' })).rev).toBe(3)
    expect((await petugas.ask(csr.moveNeed, { id, rev: 3, to: 'terwujud' })).status).toBe(409)
    expect(faults(await petugas.ask(csr.moveNeed, { id, rev: 3, to: 'ditutup' }))).toEqual({ reason: 'required' })
    ok(await petugas.ask(csr.moveNeed, { id, rev: 3, to: 'ditutup', reason: 'Sudah ada' }))
    expect((await read(slug)).closedReason).toBe('Sudah ada')
  })

  test('with a cost that is negative or absurd is refused, one that is odd is asked about', async () => {
    for (const cost of [-1, 0, 1.5, 2_000_000_000_000]) {
      expect(faults(await petugas.ask(csr.addNeed, { ...aNeed, cost }))).toEqual({ cost: 'wrong' })
    }
    expect(faults(await petugas.ask(csr.addNeed, { ...aNeed, cost: 2000 }))).toEqual({ cost: 'doubtful' })
    ok(await petugas.ask(csr.addNeed, { ...aNeed, cost: 2000, sure: ['cost'] }))
  })

  test('of a village with script in its name shows the script as text', async () => {
    const village = '<script>alert(1)</script>'
    const { id, slug } = await opened({ village, title: 'Jembatan' })
    ok(await petugas.ask(csr.publishNeed, { id }))
    const page = await world.page(`/id/program/tjsl/${slug}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('&lt;script&gt;alert(1)')
    expect(page.text).not.toContain('<script>alert')
    expect(slug).toMatch(/^[a-z0-9-]+$/)
  })

  test('takes no identity number, in a description nor in what a link says', async () => {
    const nik = '3216 0123 4567 8901'
    expect(faults(await petugas.ask(csr.addNeed, { ...aNeed, description: `Ibu RT, ${nik}` }))).toEqual({
      description: 'identity_number',
    })
    const { id, match, slug } = await matched({ title: 'Tanpa NIK' })
    const report = ok(await petugas.ask(csr.reportRealisation, { id: match, occurredOn: '2026-01', value: 900_000 }))
    const village = await shared(csr.shareWithVillage, id, 'Kantor desa')
    const sent = await post(village.path, { laporan: report.id, jawaban: 'dikonfirmasi', nama: `Kades ${nik}` })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('enam belas angka')
    expect((await read(slug)).matches[0].realisations[0].standing).toBe('dilaporkan')
  })

  test('sent twice is entered once', async () => {
    const act = newId()
    const first = ok(await petugas.ask(csr.addNeed, { act, ...aNeed, title: 'Dua kali' }))
    expect(ok(await petugas.ask(csr.addNeed, { act, ...aNeed, title: 'Dua kali' }))).toEqual(first)
    expect((await petugas.ask(csr.addNeed, { act, ...aNeed, title: 'Lain' })).body.code).toBe('reused')
  })

  test('of an agency is kept by that agency; another need of somebody else is not', async () => {
    const { id, slug } = ok(await dinas.ask(csr.addNeed, { ...aNeed, title: 'Milik dinas' }))
    expect((await read(slug)).unit).not.toBeNull()
    ok(await dinas.ask(csr.mendNeed, { id, rev: 1, place: 'Balai desa' }))
    const other = ok(await petugas.ask(csr.addNeed, aNeed))
    expect((await dinas.ask(csr.mendNeed, { id: other.id, rev: 1, place: 'X' })).status).toBe(403)
    expect((await dinas.ask(csr.addOffer, { partner: company, what: 'X', ceiling: 9_000_000, year: 2026 })).status).toBe(403) // prettier-ignore
  })

  test('belongs to a cooperation: its tab, and nothing for another region', async () => {
    const [relation] = await world.owner<{ id: string }[]>`
      select r.id from relations.relations r join reference.regions g on g.tenant = r.tenant where g.slug = 'kota-bekasi' limit 1`
    const { id } = ok(await petugas.ask(csr.addNeed, { ...aNeed, title: 'Milik relasi', relations: [relation?.id] }))
    const { rows } = ok(await petugas.ask(listProgrammesOf, { relation: relation?.id }))
    expect(rows.filter((row: any) => row.kind === 'csr')).toHaveLength(1)
    expect((await neighbour.ask(csr.mendNeed, { id, rev: 1, place: 'X' })).status).toBe(404)
  })
})

describe('a photograph', () => {
  const gps = 'GPS-6.2,106.9'
  const exif = `\u00ff\u00e1\u0000${String.fromCodePoint(gps.length + 8)}Exif\0\0${gps}`
  const jpeg = Buffer.from(`\u00ff\u00d8${exif}\u00ff\u00da\u0000\u0002isi gambar\u00ff\u00d9`, 'latin1')

  test('with its place in it goes out without it', async () => {
    const file = ok(await petugas.ask(keepFile, { name: 'foto.jpg', body: jpeg })).id
    expect(faults(await petugas.ask(csr.addNeed, { ...aNeed, photo: file }))).toEqual({ photoCaption: 'required' })
    const { id, slug } = await opened({ photo: file, photoCaption: 'Gang yang gelap', title: 'Lampu gang' })
    ok(await petugas.ask(csr.publishNeed, { id }))
    const sent = await world.app.request(`/id/program/tjsl/${slug}/foto`)
    expect([sent.status, sent.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const bytes = Buffer.from(await sent.arrayBuffer()).toString('latin1')
    expect(bytes).toContain('isi gambar')
    expect(bytes).not.toMatch(/GPS|Exif/)
  })

  test('of 40 MB is refused, beside the field and with what was typed still there', async () => {
    expect((await petugas.ask(keepFile, { name: 'besar.jpg', body: Buffer.alloc(40 * 2 ** 20, 1) })).status).toBe(413)
    const { match } = await matched({ title: 'Foto besar' })
    const { path } = await shared(csr.shareWithCompany, match, 'Bagian umum perusahaan')
    const big = new Blob([Buffer.alloc(12 * 2 ** 20, 1)], { type: 'image/jpeg' })
    const sent = await post(path, { hari: '2026-01-05', kata: 'Sudah dikirim', nilai: '1.000.000', berkas: big })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('lebih besar dari 10 MB')
    expect(sent.text).toContain('Sudah dikirim')
  })
})

describe('a match', () => {
  test('by hand asks about what the offer did not ask for, and wants a reason', async () => {
    const need = await opened({ title: 'Perahu', field: 'kesehatan' })
    const offer = await offered({ fields: ['usaha'] })
    const asked = { id: need.id, rev: need.rev, offer, committed: 20_000_000, reason: 'Perlu' }
    expect(faults(await petugas.ask(csr.matchNeed, asked))).toEqual({ offer: 'doubtful' })
    expect(faults(await petugas.ask(csr.matchNeed, { ...asked, reason: ' ', sure: ['offer'] }))).toEqual({ reason: 'required' }) // prettier-ignore
    ok(await petugas.ask(csr.matchNeed, { ...asked, sure: ['offer'] }))
    expect((await read(need.slug)).standing).toBe('dipasangkan')
    expect((await petugas.ask(csr.matchNeed, { ...asked, sure: ['offer'] })).status).toBe(409)
  })

  test('of what the regional budget has too is acknowledged with a reason, and keeps the words', async () => {
    const need = await opened({ title: 'Drainase', apbd: true, apbdWords: 'DPA 1.03.02' })
    const offer = await offered()
    const asked = { id: need.id, rev: need.rev, offer, committed: 20_000_000, reason: 'Perlu' }
    expect(faults(await petugas.ask(csr.matchNeed, asked))).toEqual({ overlapReason: 'required' })
    ok(await petugas.ask(csr.matchNeed, { ...asked, overlapReason: 'Bagian lain dari gang' }))
    const [match] = (await read(need.slug)).matches
    expect(match).toMatchObject({ overlapWords: 'DPA 1.03.02', overlapReason: 'Bagian lain dari gang' })
  })

  test('never promises more than the ceiling, also when two officers press at once', async () => {
    const offer = await offered({ ceiling: 30_000_000, most: 9 })
    const needs = await Promise.all([1, 2, 3].map(async (n) => await opened({ title: `Bersama ${n}` })))
    const answers = await Promise.all(
      needs.map(async ({ id, rev }) => await petugas.ask(csr.matchNeed, { id, rev, offer, committed: 20_000_000, reason: 'Ya' })), // prettier-ignore
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422])
    expect(faults(answers.find(({ status }) => status === 422) ?? { body: {} })).toEqual({ committed: 'wrong' })
    const { rows } = ok(await petugas.ask(csr.listOffers, { partner: company }))
    expect(rows.find((row: any) => row.id === offer)).toMatchObject({ promised: 20_000_000, needs: 1 })
    expect(faults(await petugas.ask(csr.mendOffer, { id: offer, rev: 1, ceiling: 10_000_000 }))).toEqual({ ceiling: 'wrong' }) // prettier-ignore
  })

  test('is ended with a reason, and undone; an undo that would promise too much is refused', async () => {
    const offer = await offered({ ceiling: 20_000_000, most: 5 })
    const [one, two] = [await opened({ title: 'Satu' }), await opened({ title: 'Lainnya' })]
    const made = ok(await petugas.ask(csr.matchNeed, { id: one.id, rev: one.rev, offer, committed: 20_000_000, reason: 'Ya' })) // prettier-ignore
    const act = newId()
    ok(await petugas.ask(csr.endMatch, { act, id: made.match, rev: 1, reason: 'Perusahaan mundur' }))
    expect((await read(one.slug)).standing).toBe('terbuka')
    ok(await petugas.ask(csr.matchNeed, { id: two.id, rev: two.rev, offer, committed: 20_000_000, reason: 'Ya' }))
    expect((await petugas.ask(undoAct, { id: act })).status).toBe(409)
  })

  test('is proposed with reasons, saved only when somebody takes it', async () => {
    const need = await opened({ title: 'Posyandu', field: 'kesehatan', village: 'Desa Karang', musrenbang: 'MB/9' })
    await offered({ fields: ['kesehatan'], places: ['karang'], ceiling: 25_000_000 })
    const body = ok(await petugas.ask(csr.readProposals, { need: need.id }))
    expect(body.pairs).toHaveLength(1)
    expect(body.pairs[0].grounds).toEqual(expect.arrayContaining(['field_wanted', 'village_named', 'cost_fits', 'musrenbang'])) // prettier-ignore
    expect((await read(need.slug)).standing).toBe('terbuka')
    const far = await opened({ title: 'Jalan panjang', field: 'infrastruktur', cost: 19_000_000_000 })
    const without = ok(await petugas.ask(csr.readProposals, { need: far.id }))
    expect(without.without[0]).toMatchObject({ lack: 'too_costly' })
    expect((await neighbour.ask(csr.readProposals, { need: need.id })).status).toBe(404)
  })
})

describe('what came of it', () => {
  test('the company reports, the village confirms, and then it is fulfilled', async () => {
    const { id, slug, match } = await matched({ title: 'Gerobak roda tiga' })
    const to = await shared(csr.shareWithCompany, match, 'Bagian umum')
    const form = await world.page(`/id${to.path}`)
    expect(form.text).toContain('Perusahaan tidak dapat mengonfirmasi')
    const lembar = newId()
    const told = { lembar, hari: '2026-02-03', kata: 'Dua gerobak', nilai: 'Rp 20.000.000', berkas: photo() }
    expect((await post(to.path, told)).status).toBe(303)
    expect((await post(to.path, told)).status, 'the same form again').toBe(303)
    const [report, ...more] = (await read(slug)).matches[0].realisations
    expect(more).toEqual([])
    expect(report).toMatchObject({ value: 20_000_000, standing: 'dilaporkan', byCompany: true })
    const { rev } = await read(slug)
    expect((await petugas.ask(csr.moveNeed, { id, rev, to: 'terwujud' })).status).toBe(409)
    const village = await shared(csr.shareWithVillage, id, 'Pemerintah Desa Sukamaju')
    const page = await world.page(`/ja${village.path}`)
    expect(page.text).toContain('Dua gerobak')
    const yes = await post(village.path, { laporan: report.id, jawaban: 'dikonfirmasi', nama: 'Sekretaris desa' })
    expect(yes.status).toBe(303)
    expect((await world.page(yes.to)).text).toContain('jawaban desa sudah kami terima')
    const after = await read(slug)
    expect(after.matches[0].realisations[0]).toMatchObject({ standing: 'dikonfirmasi', answerName: 'Sekretaris desa' })
    ok(await petugas.ask(csr.moveNeed, { id, rev: after.rev, to: 'terwujud' }))
    expect((await read(slug)).standing).toBe('terwujud')
  })

  test('a company never confirms its own: not by its link, not by a second one to the same hands', async () => {
    const { id, slug, match } = await matched({ title: 'Tidak sendiri' })
    const to = await shared(csr.shareWithCompany, match, 'PT Satu Tangan')
    await post(to.path, { hari: '2026-02-03', nilai: '1000000' })
    const [report] = (await read(slug)).matches[0].realisations
    const tried = await post(to.path, { laporan: report.id, jawaban: 'dikonfirmasi' })
    expect(tried.status).toBe(422)
    expect(tried.text).toContain('tidak dapat mengonfirmasi laporannya sendiri')
    const again = await shared(csr.shareWithVillage, id, 'PT. SATU  TANGAN')
    expect(faults(again.answer)).toEqual({ party: 'taken' })
    expect((await read(slug)).matches[0].realisations[0].standing).toBe('dilaporkan')
  })

  test('who holds the village’s link gets no company’s link; the village disputes with words, once', async () => {
    const { id, slug, match } = await matched({ title: 'Nama yang sama' })
    const village = await shared(csr.shareWithVillage, id, 'Kelompok Tani')
    const to = await shared(csr.shareWithCompany, match, 'Kelompok tani')
    expect(faults(to.answer)).toEqual({ party: 'taken' })
    const [report] = [
      ok(await petugas.ask(csr.reportRealisation, { id: match, occurredOn: '2026-01', value: 900_000 })),
    ]
    expect((await post(village.path, { laporan: report.id, jawaban: 'dibantah' })).status, 'without words').toBe(422)
    const no = await post(village.path, { laporan: report.id, jawaban: 'dibantah', kata: 'Belum datang' })
    expect(no.status).toBe(303)
    expect((await post(village.path, { laporan: report.id, jawaban: 'dikonfirmasi' })).status).toBe(409)
    const [seen] = (await read(slug)).matches[0].realisations
    expect(seen).toMatchObject({ standing: 'dibantah', answer: 'Belum datang' })
  })

  test('an undo that would leave a need fulfilled against its reports is refused', async () => {
    const { id, slug, match } = await matched({ title: 'Tidak balik' })
    const first = newId()
    const one = ok(await petugas.ask(csr.reportRealisation, { act: first, id: match, occurredOn: '2026-01', value: 900_000 })) // prettier-ignore
    const two = ok(await petugas.ask(csr.reportRealisation, { id: match, occurredOn: '2026-02', value: 900_000 }))
    expect((await petugas.ask(undoAct, { id: first })).status, 'the second report would stand without works').toBe(409)
    const village = await shared(csr.shareWithVillage, id, 'Kantor desa')
    expect((await post(village.path, { laporan: one.id, jawaban: 'dikonfirmasi' })).status).toBe(303)
    const voided = newId()
    ok(await petugas.ask(csr.voidRealisation, { act: voided, id: two.id, rev: 1, reason: 'Salah catat' }))
    const { rev } = await read(slug)
    const finished = newId()
    ok(await petugas.ask(csr.moveNeed, { act: finished, id, rev, to: 'terwujud' }))
    expect((await petugas.ask(undoAct, { id: voided })).status).toBe(409)
    ok(await petugas.ask(undoAct, { id: finished }))
    ok(await petugas.ask(undoAct, { id: voided }))
    expect((await read(slug)).matches[0].realisations).toHaveLength(2)
  })

  test('a report of tomorrow, of nothing, or of a negative sum is not taken', async () => {
    const { match } = await matched({ title: 'Salah isi' })
    expect(faults(await petugas.ask(csr.reportRealisation, { id: match, occurredOn: '2031-01-01', value: 900_000 }))).toEqual({ occurredOn: 'wrong' }) // prettier-ignore
    expect(faults(await petugas.ask(csr.reportRealisation, { id: match, occurredOn: '2026-01' }))).toEqual({ value: 'required' }) // prettier-ignore
    const { path } = await shared(csr.shareWithCompany, match, 'Bagian umum')
    const sent = await post(path, { hari: '2031-01-01', nilai: '-5' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('angka bulat rupiah')
  })

  test('goods to the local government carry the number of their handover', async () => {
    const { slug, match } = await matched({ title: 'Hibah' })
    const asked = { id: match, occurredOn: '2026-01-05', inKind: 'Satu ambulans' }
    expect(faults(await petugas.ask(csr.reportRealisation, { ...asked, bast: '1/BAST' }))).toEqual({ bast: 'wrong' })
    ok(await petugas.ask(csr.reportRealisation, { ...asked, hibah: true, bast: '1/BAST' }))
    expect((await read(slug)).matches[0].realisations[0]).toMatchObject({ hibah: true, bast: '1/BAST' })
  })
})

describe('a company’s year', () => {
  test('counts only what villages confirmed with a file, and says what it rests on', async () => {
    const { rows, all } = ok(await petugas.ask(csr.listCompanies, { year: 2026 }))
    const row = rows.find((each: any) => each.slug === companySlug)
    expect(row.realised.confirmed).toBe(20_000_000)
    expect(row.realised.covered).toBe(1)
    expect(all.percent).toBe(Math.floor((all.confirmed * 100) / all.committed))
    const read = ok(await petugas.ask(csr.readCompany, { slug: companySlug, year: 2026 }))
    expect(read.lines.length).toBeGreaterThan(3)
    const file = ok(await petugas.ask(exportCompany, { slug: companySlug, year: 2026 }))
    expect(file.toString()).toContain('Gerobak roda tiga')
  })

  test('is published, and withdrawn with 410', async () => {
    ok(await petugas.ask(csr.publishCompany, { id: company, year: 2026 }))
    const address = `/id/daerah/kota-bekasi/program/tjsl/${companySlug}/2026`
    expect((await world.page(address)).text).toContain('dikonfirmasi desa dengan bukti')
    const taken = await matched({ title: 'Nama yang ditarik' })
    ok(await petugas.ask(csr.publishNeed, { id: taken.id }))
    ok(await petugas.ask(csr.publishCompany, { id: company, year: 2026 }))
    expect((await world.page(address)).text).toContain('Nama yang ditarik')
    ok(await petugas.ask(csr.withdrawNeed, { id: taken.id }))
    expect((await world.page(address)).text, 'a need taken back is named nowhere').not.toContain('Nama yang ditarik')
    ok(await petugas.ask(csr.withdrawCompany, { id: company, year: 2026 }))
    expect((await world.page(address)).status).toBe(410)
    expect((await world.page('/id/daerah/kota-bekasi/program/tjsl/tidak-ada/2026')).status).toBe(404)
  })
})

describe('what the world sees', () => {
  test('of a need: the list of its region, its page, and 410 once withdrawn', async () => {
    const { id, slug } = await opened({ title: 'Papan nama', village: 'Mekar', field: 'usaha' })
    expect((await world.page(`/id/program/tjsl/${slug}`)).status).toBe(404)
    ok(await petugas.ask(csr.publishNeed, { id }))
    expect((await world.page(`/ko/program/tjsl/${slug}`)).text).toContain('Papan nama')
    expect((await world.page('/id/daerah/kota-bekasi/program/tjsl?bidang=usaha')).text).toContain('Papan nama')
    expect((await world.page('/id/daerah/kota-bekasi/program/tjsl?desa=Lain')).text).not.toContain('Papan nama')
    ok(await petugas.ask(csr.withdrawNeed, { id }))
    expect((await world.page(`/id/program/tjsl/${slug}`)).status).toBe(410)
  })

  test('of many needs: ten on the page of all programmes, and the way to the list of all', async () => {
    for (let which = 0; which < 11; which++) {
      const { id } = await opened({ title: `Bangku taman ${which}` })
      ok(await petugas.ask(csr.publishNeed, { id }))
    }
    const all = (await world.page('/id/daerah/kota-bekasi/program')).text
    expect(all.match(/\/id\/program\/tjsl\//g)).toHaveLength(10)
    expect(all).toContain('href="/id/daerah/kota-bekasi/program/tjsl"')
    const alone = (await world.page('/en/daerah/kota-bekasi/program?bagian=tjsl')).text
    expect(alone.match(/\/en\/program\/tjsl\//g)?.length).toBeGreaterThan(10)
    expect(alone).toContain('All programmes')
  })

  test('of Kab. Bekasi: nothing invented, and the way to what its meeting said', async () => {
    const { parts } = ok(await neighbour.ask(readProgrammes))
    expect(parts.find((part: any) => part.kind === 'csr').told.id).toMatch(/^Belum ada kebutuhan desa/)
    expect(ok(await neighbour.ask(csr.listNeeds)).rows).toEqual([])
    const { rows } = ok(await neighbour.ask(listDiscussed))
    expect(rows.some((row: any) => row.words.includes('kebutuhan riil'))).toBe(true)
    const page = await world.page('/id/daerah/kab-bekasi/program/tjsl')
    expect(page.text).toContain('kebutuhan riil')
  })
})

const photo = () => new Blob([Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')], { type: 'image/jpeg' }) // prettier-ignore

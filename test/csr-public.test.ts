import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import * as csr from '../src/slices/csr/contract.ts'
import { keepFile, readContent } from '../src/slices/files/contract.ts'
import { newToken } from '../src/slices/links/ui/token.ts'
import { addPartner } from '../src/slices/partners/contract.ts'
import * as relations from '../src/slices/relations/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kab-bekasi')
})
afterAll(async () => await world.close())

const ok = <T extends { status: number; body: any }>(answer: T) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const aNeed = { title: 'Lampu gang', village: 'Sukamaju', district: 'Utara', field: 'lingkungan', year: 2026 }
async function opened(more: object = {}) {
  const { id, slug } = ok(await petugas.ask(csr.addNeed, { ...aNeed, ...more }))
  const { rev } = ok(await petugas.ask(csr.moveNeed, { id, rev: 1, to: 'terbuka' }))
  return { id, slug, rev } as { id: string; slug: string; rev: number }
}

describe('the public page of a need', () => {
  test('names the cooperations it belongs to while they are public themselves, no other', async () => {
    const address = async (word: string) => {
      const { id: partner } = ok(await petugas.ask(addPartner, { name: word, kind: 'company', country: 'ID' }))
      return ok(await petugas.ask(relations.newRelation, { partner, beganOn: '2025-01-10' })).id
    }
    const [shown, hidden] = [`Mitra terbit ${newId()}`, `Mitra tertutup ${newId()}`]
    const both = [await address(shown), await address(hidden)]
    ok(await petugas.ask(relations.publishRelation, { id: both[0] }))
    const { id, slug } = await opened({ relations: both })
    ok(await petugas.ask(csr.publishNeed, { id }))
    const names = async () => {
      const { text } = await world.page(`/id/program/tjsl/${slug}`)
      return [shown, hidden].filter((name) => text.includes(name))
    }
    expect(await names()).toEqual([shown])
    const [row] = await world.owner<{ document: object }[]>`select document from csr.published where id = ${id}`
    expect(JSON.stringify(row?.document)).not.toContain(hidden)
    ok(await petugas.ask(relations.withdrawRelation, { id: both[0] }))
    expect(await names()).toEqual([])
  })
})

describe('the public list', () => {
  const list = async (query: string) => await world.page(`/id/daerah/kab-bekasi/program/tjsl${query}`)
  const slugsIn = (text: string) => [...text.matchAll(/href="\/id\/program\/tjsl\/([^"/]+)"/g)].map(([, slug]) => slug)

  test('goes on page by page without script, each need once, narrowed as it was', async () => {
    const village = `Desa ${newId().slice(-8)}`
    const made = []
    for (let n = 0; n < 30; n++) {
      const { id, slug } = await opened({ village, title: `Sumur ${n}`, ...(n < 27 && { field: 'kesehatan' }) })
      ok(await petugas.ask(csr.publishNeed, { id }))
      made.push(slug)
    }
    const narrowed = `?desa=${encodeURIComponent(village)}&bidang=kesehatan`
    const first = await list(narrowed)
    const next = /<a class="btn" rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await list(next)
    expect([slugsIn(first.text).length, slugsIn(second.text).length]).toEqual([25, 2])
    const expected = made.slice(0, 27).toSorted()
    expect([...slugsIn(first.text), ...slugsIn(second.text)].toSorted((a = '', b = '') => (a < b ? -1 : 1))).toEqual(
      expected,
    )
    expect(second.text).not.toContain('rel="next"')
    // Who comes back to a page whose last need was taken back since is led to the beginning, not told there is nothing.
    const last = new URLSearchParams(next).get('sebelum')
    const [gone] = await world.owner<{ id: string }[]>`select id from csr.published where slug = ${last}`
    ok(await petugas.ask(csr.withdrawNeed, { id: gone?.id }))
    const after = await list(next)
    expect([
      after.status,
      slugsIn(after.text),
      after.text.includes('href="/id/daerah/kab-bekasi/program/tjsl"'),
    ]).toEqual([200, [], true])
  })

  test('cannot be asked for what is no need of the region', async () => {
    for (const odd of ['?sebelum=tidak-ada', `?sebelum=${encodeURIComponent("' or 1=1 --")}`, '?bidang=x&desa=x']) {
      expect((await list(odd)).status, odd).toBe(200)
    }
  })
})

describe('a photograph', () => {
  const gps = 'GPS-6.2,106.9'
  const exif = `\u00ff\u00e1\u0000${String.fromCodePoint(gps.length + 8)}Exif\0\0${gps}`
  const jpegOf = (word: string) =>
    Buffer.from(`\u00ff\u00d8${exif}\u00ff\u00da\u0000\u0002isi ${word}\u00ff\u00d9`, 'latin1')
  const content = async (id: string) =>
    Buffer.from((await petugas.ask(readContent, { id })).body as Buffer).toString('latin1')

  test('loses its place on the way in, unless that is wanted; the same act with the same photograph is once', async () => {
    const act = newId()
    const body = jpegOf('satu')
    const bare = ok(await petugas.ask(keepFile, { act, name: 'foto.jpg', bare: '1', body }))
    expect(await content(bare.id)).toMatch(/^(?!.*GPS).*isi satu/s)
    expect(ok(await petugas.ask(keepFile, { act, name: 'foto.jpg', bare: '1', body }))).toEqual(bare)
    const whole = ok(await petugas.ask(keepFile, { name: 'foto.jpg', body }))
    expect(await content(whole.id)).toContain('GPS')
    // Nothing of the first lies in the store: the bytes that came were never kept under their own hash.
    expect(bare.sha256).not.toBe(whole.sha256)
  })

  test('that cannot be read as one is refused rather than kept with its place; a text is kept whole', async () => {
    const broken = Buffer.from(`\u00ff\u00d8${exif}`, 'latin1')
    const refused = await petugas.ask(keepFile, { name: 'foto.jpg', bare: '1', body: broken })
    expect([refused.status, refused.body.code]).toEqual([415, 'wrong_type'])
    const pdf = `%PDF-1.4\n${newId()} GPS\n%%EOF\n`
    const kept = ok(await petugas.ask(keepFile, { name: 'surat.pdf', bare: '1', body: Buffer.from(pdf) }))
    expect(await content(kept.id)).toBe(pdf)
  })

  test('that comes by a company’s link loses it too, unless she ticks that it is wanted', async () => {
    const { id: partner } = ok(await petugas.ask(addPartner, { name: `PT ${newId()}`, kind: 'company', country: 'ID' }))
    const offer = ok(await petugas.ask(csr.addOffer, { partner, what: 'Bantuan', ceiling: 9_000_000, year: 2026 })).id
    const need = await opened({ cost: 1_000_000 })
    const asked = { id: need.id, rev: need.rev, offer, committed: 1_000_000, reason: 'Cocok' }
    const { match } = ok(await petugas.ask(csr.matchNeed, asked))
    const { token, hash } = newToken()
    const share = { id: match, hash, party: 'Bagian umum', language: 'id', days: 7 }
    ok(await petugas.ask(csr.shareWithCompany, share))
    const send = async (word: string, more: Record<string, string> = {}) => {
      const form = new FormData()
      const typed = { lembar: newId(), hari: '2026-02-03', nilai: '1000', ...more }
      for (const [name, value] of Object.entries(typed)) form.set(name, value)
      form.set('berkas', new File([jpegOf(word)], 'bukti.jpg', { type: 'image/jpeg' }))
      const request = new Request(`http://localhost/id/t/${token}`, { method: 'POST', body: form })
      const headers = { 'content-type': request.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' }
      const body = Buffer.from(await request.arrayBuffer())
      expect((await world.app.request(`/id/t/${token}`, { method: 'POST', headers, body })).status).toBe(303)
    }
    await send('dua')
    await send('tiga', { lokasi: 'ya' })
    const { matches } = ok(await petugas.ask(csr.readNeed, { slug: need.slug }))
    const files = matches[0].realisations.map((report: { evidence: { id: string }[] }) => report.evidence[0]?.id)
    expect(await content(files[0])).toMatch(/^(?!.*GPS).*isi dua/s)
    expect(await content(files[1])).toContain('GPS')
  })
})

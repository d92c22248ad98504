import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { answerCorrection, listCorrections } from '../src/slices/corrections/contract.ts'
import { openWorld, type World } from './world.ts'

const page = '/id/kerja-sama/kota-bekasi-izumisano/keliru'
let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => await world.close())

async function send(form: Record<string, string>, { path = page, site = 'same-origin' } = {}) {
  const answer = await world.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': site },
    body: new URLSearchParams({
      lembar: newId(),
      kata: 'Tamunya bukan wakil wali kota.',
      kontak: '',
      ...form,
    }).toString(),
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}

describe('a reader says that something is wrong', () => {
  test('the public page and each source sheet lead to the form, in four languages', async () => {
    for (const language of ['id', 'en', 'ja', 'ko']) {
      const address = `/${language}/kerja-sama/kota-bekasi-izumisano`
      expect((await world.page(address)).text).toContain(`href="${address}/keliru"`)
      expect((await world.page(`${address}/sumber/bidang`)).text).toContain(`href="${address}/keliru?tentang=bidang"`)
      expect((await world.page(`${address}/keliru?tentang=bidang`)).status).toBe(200)
    }
  })

  test('gets a receipt that tells the state, never the words; the officer answers, and the receipt says so', async () => {
    const sent = await send({ kata: 'Bukan sembilan.', kontak: 'pembaca@contoh.invalid', tentang: 'bidang' })
    expect(sent.status).toBe(303)
    expect(sent.to).toMatch(/^\/id\/tanda-terima\/[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const before = await world.page(sent.to)
    expect(before.text).toContain('Diterima, belum dijawab')
    expect(before.text).not.toContain('Bukan sembilan')
    expect(before.text).not.toContain('pembaca@contoh.invalid')
    expect(before.headers.get('cache-control')).toContain('no-store')

    const officer = await world.as('petugas-kota-bekasi')
    const { rows } = (await officer.ask(listCorrections, { state: 'new' })).body
    const row = rows.find((one: { words: string }) => one.words === 'Bukan sembilan.')
    expect(row.about).toEqual({ name: 'Kota Izumisano', names: expect.objectContaining({ ja: '泉佐野市' }) })
    expect(row).toMatchObject({ topic: 'bidang', wordsLang: 'id', contact: 'pembaca@contoh.invalid', rev: 1 })
    const answered = await officer.ask(answerCorrection, {
      id: row.id,
      rev: 1,
      state: 'declined',
      answer: 'Sesuai berita.',
    })
    expect(answered.status).toBe(200)
    expect((await world.page(sent.to)).text).toContain('Sesuai berita.')
    const late = await officer.ask(answerCorrection, { id: row.id, rev: 1, state: 'accepted', answer: 'Lain.' })
    expect([late.status, late.body.code]).toEqual([409, 'stale'])
  })

  test('what is said of an activity is listed under what it was about', async () => {
    const slug = 'kunjungan-izumisano-2025-07-24'
    await send({ kata: 'Bukan di pendopo.' }, { path: `/id/kegiatan/${slug}/keliru` })
    const officer = await world.as('petugas-kota-bekasi')
    const { rows } = (await officer.ask(listCorrections, { limit: 100 })).body
    const row = rows.find((one: { words: string }) => one.words === 'Bukan di pendopo.')
    const [visit] = await world.owner<{ about: string }[]>`select about from agenda.activities where slug = ${slug}`
    expect(row.page).toBe(`/kegiatan/${slug}`)
    expect(row.about).toEqual({ name: visit?.about, names: {} })
    const other = (await officer.ask(listCorrections, { subject: row.subject, state: 'new' })).body.rows
    expect(other.map((one: { id: string }) => one.id)).toEqual([row.id])
  })

  test('the same form sent twice is one correction with one receipt', async () => {
    const lembar = newId()
    const [one, two] = [await send({ lembar, kata: 'Sekali.' }), await send({ lembar, kata: 'Sekali.' })]
    expect(one.to).toBe(two.to)
    const [{ n } = { n: 0 }] = await world.owner<{ n: number }[]>`
      select count(*)::int as n from corrections.corrections where id = ${lembar}`
    expect(n).toBe(1)
  })

  test('sent, gone back to and changed: what was typed comes back under a form of its own, and is a second one', async () => {
    const lembar = newId()
    const first = await send({ lembar, kata: 'Tahunnya keliru.' })
    for (const other of [
      { kata: 'Tahun dan tempatnya keliru.' },
      { kata: 'Tahunnya keliru.', kontak: 'saya@contoh.invalid' },
    ]) {
      const changed = await send({ lembar, ...other })
      expect([changed.status, changed.text.includes(other.kata)]).toEqual([409, true])
      expect(changed.text).toContain('sudah terkirim dengan kata lain')
      expect(changed.text).not.toContain(lembar)
      const again = /name="lembar" value="([^"]+)"/.exec(changed.text)?.[1] ?? ''
      const second = await send({ lembar: again, ...other })
      expect([second.status, second.to === first.to]).toEqual([303, false])
    }
  })

  test('what cannot be meant comes back with everything that was typed', async () => {
    const empty = await send({ kata: ' \u200b ', kontak: 'saya@contoh.invalid' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('saya@contoh.invalid')
    expect((await send({ kata: 'x'.repeat(5001) })).status).toBe(422)
    for (const typed of [{ kata: 'NIK 3275 0112 3456 7890' }, { kata: 'Keliru.', kontak: '3275011234567890' }]) {
      const refused = await send(typed)
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('NIK tidak disimpan di sini, hapus dahulu')
    }
  })

  test('script, formulas and turned text are kept and shown as text', async () => {
    const words = '<script>alert(1)</script> =1+1 \u202egnirts'
    await send({ kata: words })
    const officer = await world.as('petugas-kota-bekasi')
    const { rows } = (await officer.ask(listCorrections, { limit: 100 })).body
    expect(rows.map((row: { words: string }) => row.words)).toContain(words)
  })

  test('only what is published can be written about, and only from our own page', async () => {
    expect((await send({}, { path: '/id/kerja-sama/tidak-ada/keliru' })).status).toBe(404)
    expect((await send({}, { site: 'cross-site' })).status).toBe(403)
    expect((await world.page('/id/tanda-terima/AAAA-AAAA')).status).toBe(404)
  })

  test('is read by the region alone', async () => {
    const elsewhere = await world.as('petugas-kab-bekasi')
    expect((await elsewhere.ask(listCorrections, {})).body.rows).toEqual([])
    expect((await (await world.as('dinas')).ask(listCorrections, {})).status).toBe(403)
  })

  test('a flood from one network is slowed down', async () => {
    const codes = []
    for (let n = 0; n < 25; n++) codes.push((await send({ kata: `Banjir ${n}` })).status)
    expect(codes).toContain(429)
  })
})

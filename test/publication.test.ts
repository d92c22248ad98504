import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { listRelations, newRelation, publishRelation, withdrawRelation } from '../src/slices/relations/contract.ts'
import { openWorld, type World } from './world.ts'

const slug = 'kota-bekasi-izumisano'
let world: World
let id: string

beforeAll(async () => {
  world = await openWorld()
  const officer = await world.as('petugas-kota-bekasi')
  id = (await officer.ask(listRelations, {})).body.rows[0].id
})
afterAll(async () => await world.close())

const preview = async (key: string | undefined, parts: string) =>
  await world.page(`/kerja/pratinjau/id/kerja-sama/${slug}?bagian=${parts}`, { cookie: (await world.as(key)).cookie })

describe('publication', () => {
  test('the preview is the portal’s own page, and nothing of it is kept', async () => {
    const before = await world.page(`/id/kerja-sama/${slug}`)
    const seen = await preview('petugas-kota-bekasi', 'tahap')
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('Pratinjau')
    expect(seen.text).toContain('Tahap 1 dari 8')
    expect(seen.text).not.toContain('9 ditawarkan')
    expect(seen.headers.get('cache-control')).toContain('no-store')
    expect((await world.page(`/id/kerja-sama/${slug}`)).text).toBe(before.text)
    const [{ n } = { n: 1 }] = await world.owner<{ n: number }[]>`
      select count(*)::int as n from ledger.acts where verb = 'platform.rehearse'`
    expect(n).toBe(0)
  })

  test('the preview is for those who may publish, of their own region', async () => {
    expect((await preview('wali-kota', 'tahap')).status).toBe(403)
    expect((await preview(undefined, 'tahap')).status).toBe(401)
    expect((await preview('petugas-kab-bekasi', 'tahap')).status).toBe(404)
  })

  test('what is not chosen is not there, nor where it comes from', async () => {
    const officer = await world.as('petugas-kota-bekasi')
    expect((await officer.ask(publishRelation, { id, parts: ['tahap'] })).status).toBe(200)
    const shown = await world.page(`/id/kerja-sama/${slug}`)
    expect(shown.text).toContain('Tahap 1 dari 8')
    expect(shown.text).not.toContain('muda-mudi')
    expect((await world.page(`/id/kerja-sama/${slug}/sumber/bidang`)).status).toBe(404)
    expect((await world.page(`/id/kerja-sama/${slug}/sumber/prakarsa`)).status).toBe(404)
    expect((await officer.ask(readRelationPage, { slug })).body.publication.parts).toEqual(['tahap'])
  })

  test('publishing again without a choice keeps the last one', async () => {
    const officer = await world.as('petugas-kota-bekasi')
    await officer.ask(publishRelation, { id, parts: ['tahap', 'bidang'] })
    await officer.ask(publishRelation, { id })
    expect((await officer.ask(readRelationPage, { slug })).body.publication.parts).toEqual(['tahap', 'bidang'])
    expect((await officer.ask(readRelationPage, { slug })).body.unpublishedSince).toBeUndefined()
  })

  test('withdrawn, the address answers 410 with a sentence in the reader’s language; published again it is back', async () => {
    const officer = await world.as('petugas-kota-bekasi')
    const act = newId()
    expect((await officer.ask(withdrawRelation, { id, act })).status).toBe(200)
    for (const [language, word] of Object.entries({ id: 'ditarik', en: 'withdrawn', ja: '取り下げ', ko: '철회' })) {
      const gone = await world.page(`/${language}/kerja-sama/${slug}`)
      expect(gone.status).toBe(410)
      expect(gone.text).toContain(word)
    }
    expect((await world.page('/id/daerah/kota-bekasi/kerja-sama')).text).not.toContain(slug)
    expect((await officer.ask(readRelationPage, { slug })).body.publication).toBeUndefined()
    expect((await officer.ask(withdrawRelation, { id })).status).toBe(200)
    await officer.ask(publishRelation, { id, parts: ['tahap', 'prakarsa', 'bidang', 'mitra', 'naskah'] })
    expect((await world.page(`/id/kerja-sama/${slug}`)).status).toBe(200)
  })

  test('a withdrawal is taken back by undo', async () => {
    const officer = await world.as('petugas-kota-bekasi')
    const act = newId()
    await officer.ask(withdrawRelation, { id, act })
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect((await world.page(`/id/kerja-sama/${slug}`)).status).toBe(200)
  })

  test('an address that was withdrawn and whose relation was undone can be used and withdrawn again', async () => {
    const officer = await world.as('petugas-kota-bekasi')
    const beginning = newId()
    for (const act of [beginning, newId()]) {
      const { body } = await officer.ask(newRelation, { act, label: 'Kota yang diulang' })
      expect(body.slug).toBe('kota-yang-diulang')
      expect((await officer.ask(publishRelation, { id: body.id })).status).toBe(200)
      expect((await officer.ask(withdrawRelation, { id: body.id })).status).toBe(200)
      expect((await world.page('/id/kerja-sama/kota-yang-diulang')).status).toBe(410)
      if (act === beginning) expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    }
  })
})

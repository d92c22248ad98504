import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { addPartner, joinPartners, listPartners, proposeSame, readPartner } from '../src/slices/partners/contract.ts'
import { publishRelation, sayInitiative } from '../src/slices/relations/contract.ts'
import { judge, readSheet } from '../src/slices/sources/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

// What the stories leave open: two accounts of one thing, two spellings, who began it, and what others printed.
let world: World
let bandung: Asker
let bekasi: Asker

beforeAll(async () => {
  world = await openWorld()
  bandung = await world.as('petugas-kota-bandung')
  bekasi = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

const pageOf = async (officer: Asker, slug: string) => (await officer.ask(readRelationPage, { slug })).body

describe('Kota Bandung (story 001)', () => {
  test('“already established” is judged inside; the stage stays where the documents put it', async () => {
    const { relation } = await pageOf(bandung, 'kota-bandung-toyota')
    const about = { subject: relation.id, field: 'began_on' }
    const sheet = (await bandung.ask(readSheet, about)).body
    expect(sheet).toMatchObject({ differs: true, judgement: null })
    const claimed = sheet.lines.find(({ value }: { value?: string }) => value === 'sudah terjalin')
    expect(claimed).toMatchObject({ speaker: 'Yana Mulyana', speakerOffice: 'wali_kota', speakerCapacity: 'plt' })
    const reason = 'Belum ada naskah yang ditunjukkan.'
    expect((await bandung.ask(judge, { ...about, line: null, reason })).status).toBe(200)
    const after = await pageOf(bandung, 'kota-bandung-toyota')
    expect(after.differences[`${relation.id}.began_on`]).toBe('settled')
    expect(after.relation).toMatchObject({ stage: 'penjajakan', status: 'exploring' })
    await bandung.ask(publishRelation, { id: relation.id })
    expect((await world.page('/id/kerja-sama/kota-bandung-toyota/sumber/permulaan')).text).not.toContain('terjalin')
  })

  test('Hanamatsu, typed as a new partner, is proposed as Hamamatsu; joined by mistake it is taken apart again', async () => {
    const { rows } = (await bandung.ask(proposeSame, { name: 'Hanamatsu', country: 'JP' })).body
    expect(rows[0]).toMatchObject({ slug: 'hamamatsu' })
    const asked = await bandung.ask(addPartner, { name: 'Kota Hanamatsu', country: 'JP' })
    expect([asked.status, asked.body.details.fields]).toEqual([422, [{ path: 'name', fault: 'doubtful' }]])
    const { id } = (await bandung.ask(addPartner, { name: 'Kota Hanamatsu', country: 'JP', sure: ['name'] })).body
    const act = newId()
    const joined = await bandung.ask(joinPartners, { act, id, sameAs: rows[0].id, reason: 'Salah eja.' })
    expect(joined.status, JSON.stringify(joined.body)).toBe(200)
    expect((await bandung.ask(readPartner, { id })).body.slug).toBe('hamamatsu')
    expect((await bandung.ask(undoAct, { act: newId(), id: act })).status).toBe(200)
    expect((await bandung.ask(readPartner, { id })).body.name).toBe('Kota Hanamatsu')
  })
})

describe('what other outlets say', () => {
  test.each([
    ['kota-bandung-hamamatsu', ['2014-12-19', '2019-06-26', '2025-08-11']],
    ['kota-bandung-toyota', ['2017-03-23']],
    ['kota-bandung-kawasaki', ['2019']],
  ])('of %s stands apart, moves no status and reaches no page', async (slug, days) => {
    const { others, relation } = await pageOf(bandung, slug)
    expect(others.map(({ value }: { value: string }) => value).toSorted()).toEqual(days)
    for (const { source, summary } of others) {
      expect(source).toMatchObject({ otherOutlet: true, outlet: null })
      expect(Object.keys(summary)).toHaveLength(4)
    }
    expect(relation).toMatchObject({ stage: 'penjajakan', status: 'exploring' })
    await bandung.ask(publishRelation, { id: relation.id })
    for (const language of ['id', 'en', 'ja', 'ko']) {
      const { text } = await world.page(`/${language}/kerja-sama/${slug}`)
      expect(text).not.toMatch(/2014|2017|2019|2025年8月|August 2025|Agustus 2025/)
    }
  })

  test('of Izumisano: nine fields from two outlets, and ours stay nine offered and six named', async () => {
    const { others, fields, saidCounts } = await pageOf(bekasi, 'kota-bekasi-izumisano')
    expect(others.map(({ source }: any) => source.outlet).toSorted()).toEqual(['koranmediasi', null, 'wawainews'])
    expect([fields.length, saidCounts]).toEqual([9, { offered: 9, named: 6 }])
    expect((await world.page('/id/kerja-sama/kota-bekasi-izumisano')).text).not.toMatch(
      /wawainews|koranmediasi|Dekrana/,
    )
  })

  test('is on no published document of any region', async () => {
    const rows = await world.owner<{ slug: string }[]>`
      select slug from relations.published where document::text ~ 'DICS|satuarah|koran-jakarta|wawainews|koranmediasi'
      union all select slug from agenda.published where document::text ~ 'DICS|satuarah|koran-jakarta|wawainews|koranmediasi'`
    expect(rows).toEqual([])
  })
})

describe('who began it (story 002)', () => {
  const slug = 'kota-bekasi-izumisano'
  const say = async (more: object) => {
    const { relation } = await pageOf(bekasi, slug)
    const said = { id: relation.id, rev: relation.rev, initiator: 'region', referral: null, ...more }
    return await bekasi.ask(sayInitiative, said)
  }

  test('is corrected by the office, and the world reads it once it is published', async () => {
    expect((await say({})).status).toBe(200)
    const { relation } = await pageOf(bekasi, slug)
    expect(relation.process).toMatchObject({ initiator: 'region', referral: null })
    await bekasi.ask(publishRelation, { id: relation.id })
    expect((await world.page(`/id/kerja-sama/${slug}`)).text).not.toContain('muda-mudi Indonesia')
    expect((await say({ initiator: 'partner', referral: 'diaspora' })).status).toBe(200)
    await bekasi.ask(publishRelation, { id: relation.id })
    expect((await world.page(`/id/kerja-sama/${slug}`)).text).toContain('atas rekomendasi')
  })

  test('is refused without anybody who began it, at an old revision, to who reads, and where no procedure runs', async () => {
    const alone = await say({ initiator: null, referral: 'diaspora' })
    expect([alone.status, alone.body.details.fields]).toEqual([422, [{ path: 'initiator', fault: 'required' }]])
    expect((await say({ rev: 1 })).status).toBe(409)
    const { relation } = await pageOf(bekasi, slug)
    const said = { id: relation.id, rev: relation.rev, initiator: 'region', referral: null }
    expect((await (await world.as('wali-kota')).ask(sayInitiative, said)).status).toBe(403)
    expect((await bandung.ask(sayInitiative, said)).status).toBe(404)
    const { relation: embassy } = await pageOf(bandung, 'kota-bandung-kedutaan-besar-jepang')
    const nowhere = await bandung.ask(sayInitiative, { ...said, id: embassy.id, rev: embassy.rev })
    expect([nowhere.status, nowhere.body.details.fields]).toEqual([422, [{ path: 'id', fault: 'wrong' }]])
  })
})

test('a source says its medium, its people and its day (story 000)', async () => {
  const { text } = await world.page(
    '/id/kerja-sama/kab-bekasi-kedutaan-besar-jepang/sumber/pertemuan-audiensi-duta-besar-jepang-2024-06-28',
  )
  for (const said of ['penulis Antara', 'redaktur Aloysius Widiyatmaka', 'foto ANTARA/Pradita Kurniawan Syah']) {
    expect(text).toContain(said)
  }
  const spoken = await world.page('/id/kerja-sama/kab-bekasi-pihak-korea-selatan/sumber/contoh')
  expect(spoken.text).toContain('Dani Ramdan, Pj. Bupati')
})

test('praise is kept as said by somebody, not as a fact (story 000)', async () => {
  const relation = '/id/kerja-sama/kab-bekasi-kedutaan-besar-jepang'
  const { text } = await world.page(`${relation}/sumber/ucapan-3-audiensi-duta-besar-jepang-2024-06-28`)
  expect(text).toContain('Masaki Yasushi, Duta Besar')
  expect(text).toContain('berada paling depan')
  const fields = await world.page(`${relation}/sumber/bidang`)
  expect(fields.text).toContain('Beritanya menyebut Bekasi memiliki kawasan industri terbesar di Asia Tenggara')
})

// The list of partners stays one of places: the other spelling leads to the same row.
test('Hamamatsu is one row, found by either spelling', async () => {
  for (const q of ['Hamamatsu', 'Hanamatsu', '浜松']) {
    const { rows } = (await bandung.ask(listPartners, { q })).body
    expect(rows.map(({ slug }: { slug: string }) => slug)).toContain('hamamatsu')
  }
})

import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { facts } from '../src/pages/five-stories/facts.ts'
import { stories } from '../src/pages/five-stories/stories.ts'
import { readPartnerPage } from '../src/pages/partner-page/contract.ts'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { addDays } from '../src/shared/dates.ts'
import { languages } from '../src/shared/languages.ts'
import { listOfRegion, listPoints, proposeRelations, readActivity } from '../src/slices/agenda/contract.ts'
import { listPartners } from '../src/slices/partners/contract.ts'
import { listOfficials } from '../src/slices/reference/contract.ts'
import { listRelations, readNextStep } from '../src/slices/relations/contract.ts'
import { explainType } from '../src/slices/procedures/model.ts'
import { openWorld, type Asker, type World } from './world.ts'

const relationsOf = {
  'kota-bekasi': ['kota-bekasi-izumisano'],
  'kab-bekasi': ['kab-bekasi-jababeka', 'kab-bekasi-kedutaan-besar-jepang', 'kab-bekasi-pihak-korea-selatan'],
  'kota-bandung': [
    'kota-bandung-hamamatsu',
    'kota-bandung-kawasaki',
    'kota-bandung-kedutaan-besar-jepang',
    'kota-bandung-toyota',
  ],
} as const
type Region = keyof typeof relationsOf
const regions = Object.keys(relationsOf) as Region[]

let world: World
let officer: Record<Region, Asker>
beforeAll(async () => {
  world = await openWorld()
  const enter = async (region: Region) => await world.as(`petugas-${region}`)
  officer = {
    'kota-bekasi': await enter('kota-bekasi'),
    'kab-bekasi': await enter('kab-bekasi'),
    'kota-bandung': await enter('kota-bandung'),
  }
})
afterAll(async () => await world.close())

const pageOf = async (region: Region, slug: string) => (await officer[region].ask(readRelationPage, { slug })).body
const plain = (text: string) =>
  text
    .replace(/<span class="vh">.*?<\/span>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
const shown = async (path: string) => plain((await world.page(path)).text)
type Present = { side: string; organisation?: string; role?: string; givenName: string; familyName: string }
type Spoken = { words: string; speaker: { givenName: string; familyName: string; office?: string; capacity?: string } }

describe('story 000: the ambassador at Kab. Bekasi', () => {
  const slug = 'kab-bekasi-kedutaan-besar-jepang'

  test('has a relation without procedure, with three fields and the acting regent of that day as host', async () => {
    const { relation, fields, activities } = await pageOf('kab-bekasi', slug)
    expect([relation.process, relation.status]).toEqual([null, null])
    expect(fields.map(({ sector }: { sector: string }) => sector)).toEqual(['industri', 'pariwisata', 'kebudayaan'])
    expect(activities[0]).toMatchObject({ kind: 'audiensi', occurredOn: '2024-06-28' })
    expect(activities[0].participants).toMatchObject([
      { side: 'host', givenName: 'Dani Ramdan', office: 'bupati', capacity: 'pj' },
      { side: 'guest', givenName: 'Masaki Yasushi', office: 'duta_besar' },
    ])
  })

  test('owes the recommendation since that day, to nobody in particular and without a date', async () => {
    const { relation } = await pageOf('kab-bekasi', slug)
    const { body } = await officer['kab-bekasi'].ask(readNextStep, { id: relation.id })
    expect(body.step).toMatchObject({ fromOn: '2024-06-28', what: expect.stringContaining('rekomendasi') })
    expect([body.step.owner, body.step.unit, body.step.dueOn]).toEqual([undefined, undefined, undefined])
  })
})

describe('story 001: Kota Bandung and Japan', () => {
  test.each([
    ['kawasaki', 3],
    ['hamamatsu', 3],
    ['toyota', 7],
  ])('%s has %i named fields under the foreign procedure, at its first stage', async (city, count) => {
    const { relation, fields } = await pageOf('kota-bandung', `kota-bandung-${city}`)
    expect(fields).toHaveLength(count)
    expect(fields.every(({ sector }: { sector: string | null }) => sector !== null)).toBe(true)
    expect([relation.process.procedure, relation.stage, relation.status]).toEqual([
      'foreign-2018',
      'penjajakan',
      'exploring',
    ])
    const page = await shown(`/id/kerja-sama/kota-bandung-${city}`)
    expect(page).toContain(`${count} bidang disebut`)
    expect(page).not.toContain('ditawarkan')
  })

  test('the summary stands beside the list, and says manpower where the list does not', async () => {
    const { fields } = await pageOf('kota-bandung', 'kota-bandung-toyota')
    expect(fields.map(({ sector }: { sector: string }) => sector)).not.toContain('ketenagakerjaan')
    const sheet = await shown('/id/kerja-sama/kota-bandung-toyota/sumber/bidang')
    expect(sheet).toContain('7 bidang disebut')
    expect(sheet).toContain('menyebut tujuh bidang')
    expect(sheet).toContain('di bidang ketenagakerjaan')
  })

  test('“already established” stands inside beside “has explored”, and does not reach the world', async () => {
    for (const city of ['kawasaki', 'hamamatsu', 'toyota']) {
      const { relation, differences } = await pageOf('kota-bandung', `kota-bandung-${city}`)
      expect(differences).toEqual({ [`${relation.id}.began_on`]: 'open' })
      const sheet = await shown(`/id/kerja-sama/kota-bandung-${city}/sumber/permulaan`)
      expect(sheet).toContain('telah menjajaki')
      expect(sheet).not.toContain('terjalin')
    }
  })

  test('six agencies, PDAM and Kadin’s Japan committee attend, and the host is acting mayor', async () => {
    const { activities } = await pageOf('kota-bandung', 'kota-bandung-kedutaan-besar-jepang')
    const present = activities[0].participants as Present[]
    const agencies = present.filter(({ role }) => role === 'kepala perangkat daerah')
    expect(agencies.map(({ side }) => side)).toEqual(Array(6).fill('host'))
    expect(present.filter(({ side }) => side === 'other')).toMatchObject([
      { organisation: 'PDAM', role: 'direktur' },
      { organisation: 'Komite Jepang Kadin Indonesia' },
    ])
    expect(present.find(({ givenName }) => givenName === 'Yana Mulyana')).toMatchObject({
      office: 'wali_kota',
      capacity: 'plt',
    })
    expect(present.find(({ side }) => side === 'guest')).toMatchObject({ familyName: 'Kanasugi', office: 'duta_besar' })
  })

  test('Hanamatsu is found as Hamamatsu, whose name stands in its own script', async () => {
    const { rows } = (await officer['kota-bandung'].ask(proposeRelations, { words: 'Hanamatsu' })).body
    expect(rows[0].slug).toBe('kota-bandung-hamamatsu')
    const found = (await officer['kota-bandung'].ask(listRelations, { q: 'Hanamatsu' })).body
    expect(found.rows.map(({ slug }: { slug: string }) => slug)).toEqual(['kota-bandung-hamamatsu'])
    const { partner } = (await officer['kota-bandung'].ask(readPartnerPage, { slug: 'hamamatsu' })).body
    expect(partner).toMatchObject({ nativeName: '浜松市', aliases: [{ name: 'Hanamatsu' }] })
    expect(await shown('/ja/kerja-sama/kota-bandung-hamamatsu')).toContain('バンドン市と浜松市')
  })
})

describe('story 002: Kota Bekasi and Izumisano', () => {
  test('nine offered, six named, three not; six stages left', async () => {
    const { fields, saidCounts } = await pageOf('kota-bekasi', 'kota-bekasi-izumisano')
    expect(fields).toHaveLength(9)
    expect(fields.filter(({ sector }: { sector: string | null }) => sector === null)).toHaveLength(3)
    expect(saidCounts).toEqual({ offered: 9, named: 6 })
    const page = await shown('/id/kerja-sama/kota-bekasi-izumisano')
    expect(page).toContain('9 ditawarkan · 6 disebut · 3 belum disebut')
    expect(page).toContain('Enam tahap lagi sebelum pelaksanaan')
  })
})

describe('story 003: Kab. Bekasi and a South Korean party', () => {
  const slug = 'kab-bekasi-pihak-korea-selatan'

  test('has a label, no partner, no procedure and no status, although a signing is reported', async () => {
    const { relation, activities } = await pageOf('kab-bekasi', slug)
    expect(relation).toMatchObject({
      label: 'pihak Korea Selatan',
      partner: null,
      process: null,
      status: null,
      cooperationType: null,
    })
    expect(activities[0]).toMatchObject({ occurredOn: '2023', weekday: 'kamis', initiator: 'third_party' })
    const page = await shown(`/id/kerja-sama/${slug}`)
    for (const words of ['mitra belum diketahui', 'Naskahbelum ada', '2023 (hari Kamis)']) expect(page).toContain(words)
    expect(page).toContain('Diberitakan: penandatanganan nota kesepahaman')
    expect(page).not.toMatch(/Tahap 1 dari 8|Berlaku|Ditandatangani/)
  })

  test('cites the circular of 1993, and its sheet says that it was superseded', async () => {
    const { activities } = await pageOf('kab-bekasi', slug)
    const said = activities[0].statements as Spoken[]
    expect(said).toHaveLength(6)
    expect(said[3]).toMatchObject({ words: expect.stringContaining('193/1652/PUOD'), speaker: { capacity: 'pj' } })
    const sheet = await shown(`/id/kerja-sama/${slug}/sumber/ucapan-4-${activities[0].slug}`)
    expect(sheet).toContain('26 April 1993')
    expect(sheet).toContain('sudah digantikan')
  })

  test('keeps the reports it links to as sources, and makes no relation of them', async () => {
    const titles = await world.owner<{ title: string }[]>`
      select title from sources.sources where title ~ 'Setif|Nanning|Taiwan' order by title`
    expect(titles).toHaveLength(3)
    const { total } = (await officer['kab-bekasi'].ask(listRelations, { q: 'Setif' })).body
    expect(total).toBe(0)
  })

  test('once the party turns out to be a company it can be no sister city', () => {
    expect(explainType({ partnerKind: 'company', isForeign: true })).toEqual([])
  })
})

describe('story 004: the estate’s meeting', () => {
  test('was called by the partner; four points, without anybody in charge and without a next step', async () => {
    const { relation, activities } = await pageOf('kab-bekasi', 'kab-bekasi-jababeka')
    expect(activities[0]).toMatchObject({ kind: 'rapat_koordinasi', initiator: 'partner', occurredOn: '2025-10-21' })
    const { rows, next } = (await officer['kab-bekasi'].ask(listPoints, { relation: relation.id })).body
    const points = rows as { words: string; theme: string; task?: object }[]
    expect(points.map(({ theme, words }) => [theme, words])).toEqual([
      ['layanan_dasar', 'Layanan dasar kawasan industri'],
      ['infrastruktur_penunjang', 'Infrastruktur penunjang'],
      ['perizinan_tata_ruang', 'Penyelarasan kebijakan perizinan'],
      ['csr_tjsl', 'Program CSR sesuai kebutuhan riil masyarakat sekitar'],
    ])
    expect([next, ...points.map(({ task }) => task)]).toEqual(Array.from({ length: 5 }))
    const { body } = await officer['kab-bekasi'].ask(readNextStep, { id: relation.id })
    expect(body).toEqual({ rows: [], unsetSince: '2025-10-21' })
  })

  test('directors, heads of agencies and tenants attend, and the regent is the definitive one', async () => {
    const { body } = await officer['kab-bekasi'].ask(readActivity, { slug: 'rakor-jababeka-2025-10-21' })
    const present = body.participants as Present[]
    expect(present.map(({ role }) => role)).toEqual([undefined, 'kepala', 'perwakilan', 'jajaran direksi'])
    expect(present[0]).toMatchObject({ givenName: 'Ade Kuswara Kunang', office: 'bupati' })
    expect(present[0]).not.toHaveProperty('capacity')
    const page = await shown('/id/kegiatan/rakor-jababeka-2025-10-21')
    expect(page).toContain('Prakarsapihak PT Jababeka Infrastruktur')
    expect(page).toContain('Penyelarasan kebijakan perizinan')
  })
})

describe('who held an office then', () => {
  test.each([
    [
      '/id/kerja-sama/kab-bekasi-kedutaan-besar-jepang',
      ['Dani Ramdan, Pj. Bupati Bekasi', 'Masaki Yasushi, Duta Besar Jepang'],
    ],
    ['/id/kerja-sama/kab-bekasi-jababeka', ['Ade Kuswara Kunang, Bupati Bekasi']],
    [
      '/id/kerja-sama/kota-bandung-kedutaan-besar-jepang',
      ['Yana Mulyana, Plt. Wali Kota Bandung', 'Kanasugi, Duta Besar Jepang'],
    ],
    [
      '/en/kerja-sama/kab-bekasi-kedutaan-besar-jepang',
      ['Acting Regent of Bekasi Regency (Pj.)', 'Ambassador of Japan'],
    ],
    ['/ja/kerja-sama/kota-bandung-kedutaan-besar-jepang', ['バンドン市長職務代理', '日本大使']],
    ['/ko/kerja-sama/kota-bandung-kedutaan-besar-jepang', ['직무대리', '일본 대사']],
  ])('%s says it', async (path, said) => {
    const page = await shown(path)
    for (const words of said) expect(page).toContain(words)
  })

  test('each region knows its own officials alone', async () => {
    const names = async (region: Region) => {
      const admin = officer[region]
      const { body } = await admin.ask(listOfficials)
      return body.rows.map(({ name }: { name: string }) => name).toSorted()
    }
    expect(await names('kota-bekasi')).toEqual(['Dr. Tri Adhianto'])
    expect(await names('kab-bekasi')).toEqual(['Ade Kuswara Kunang', 'Dani Ramdan', 'Sukmawaty Karnahadijat'])
    expect(await names('kota-bandung')).toEqual(['Yana Mulyana'])
  })
})

describe('three regions', () => {
  test.each(regions)('%s has its own relations and nothing of the others', async (region) => {
    const { rows, total } = (await officer[region].ask(listRelations)).body
    expect(rows.map(({ slug }: { slug: string }) => slug).toSorted()).toEqual(relationsOf[region])
    expect(total).toBe(relationsOf[region].length)
    for (const other of regions.filter((each) => each !== region)) {
      for (const slug of relationsOf[other]) {
        expect((await officer[region].ask(readRelationPage, { slug })).status, slug).toBe(404)
      }
    }
  })

  test('the same embassy is two partners, each with the ambassador of its own story', async () => {
    const ambassador = async (region: Region) => {
      const { body } = await officer[region].ask(readPartnerPage, { slug: 'kedutaan-besar-jepang' })
      return body.partner.people.map(({ givenName, familyName, seenOn }: Record<string, string>) => [
        `${givenName} ${familyName}`.trim(),
        seenOn,
      ])
    }
    expect(await ambassador('kab-bekasi')).toEqual([['Masaki Yasushi', '2024-06-28']])
    expect(await ambassador('kota-bandung')).toEqual([['Kanasugi', '2022-02-03']])
    const ask = { slug: 'kedutaan-besar-jepang' }
    expect((await officer['kota-bekasi'].ask(readPartnerPage, ask)).status).toBe(404)
  })

  test('lists of partners and activities hold no name of another region', async () => {
    const names = { 'kota-bekasi': 'Izumisano', 'kab-bekasi': 'Jababeka', 'kota-bandung': 'Kawasaki' }
    for (const region of regions) {
      const partners = JSON.stringify((await officer[region].ask(listPartners)).body)
      const activities = JSON.stringify((await officer[region].ask(listOfRegion)).body)
      for (const other of regions) {
        expect(partners.includes(names[other]), `${region} ${names[other]}`).toBe(region === other)
        expect(activities.includes(names[other]) && region !== other, names[other]).toBe(false)
      }
    }
  })
})

test('every value of the stories has its passage, four languages and a hash; no text is kept', async () => {
  const lines = await world.owner<{ level: string; summary: object; span_from: number; hash: string }[]>`
    select p.level, p.summary, p.span_from, s.text_sha256 as hash from sources.provenance p
    join sources.sources s on s.tenant = p.tenant and s.id = p.source where not s.other_outlet`
  expect(lines.length).toBeGreaterThan(80)
  for (const line of lines) {
    expect(line.level).toBe('reported')
    expect(line.span_from).toBeGreaterThanOrEqual(0)
    expect(line.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.keys(line.summary).toSorted()).toEqual([...languages].toSorted())
    expect(new Set(Object.values(line.summary)).size).toBe(4)
  }
  expect(new Set(lines.map(({ hash }) => hash)).size).toBe(5)
  expect(await world.owner`select from sources.texts`).toHaveLength(0)
})

describe('the five stories', () => {
  test.each(stories.map((story) => [story.id, story] as const))(
    '%s opens, on its day too and not before',
    async (_, story) => {
      const path = `/id/kerja-sama/${story.relationSlug}`
      expect((await world.page(path)).status).toBe(200)
      const home = (await world.page('/id')).text
      expect(home).toContain(`href="${path}"`)
      if (story.tanggal === undefined) {
        expect(home).not.toContain(`${path}?tanggal=`)
        return
      }
      expect(home).toContain(`href="${path}?tanggal=${story.tanggal}"`)
      const region = regions.find((each) => (relationsOf[each] as readonly string[]).includes(story.relationSlug ?? ''))
      const list = `/id/daerah/${region}/kerja-sama?tanggal=`
      expect((await world.page(list + story.tanggal)).text).toContain(path)
      expect((await world.page(list + addDays(story.tanggal, -1))).text).not.toContain(path)
    },
  )

  test('every screen that a fact names is there, with its place on the page, and so is its test', async () => {
    for (const { id, screen = '/', test: file } of facts.filter(({ state }) => state !== 'belum')) {
      const [path, anchor] = screen.split('#')
      const { status, text } = await world.page(`/id${path}`)
      expect([id, status]).toEqual([id, 200])
      if (anchor !== undefined) expect(text, screen).toContain(` id="${anchor}"`)
      expect(existsSync((file ?? '').split(' > ')[0] ?? ''), id).toBe(true)
    }
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { newId } from '../src/shared/ids.ts'
import {
  addParticipant,
  addPhoto,
  dropPhoto,
  publishActivity,
  readActivity,
  recordActivity,
  voidActivity,
  withdrawActivity,
} from '../src/slices/agenda/contract.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

const day = '2025-08-02'
let world: World
let officer: Asker
let relation: string

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
  relation = (await officer.ask(listRelations, {})).body.rows[0].id
})
afterAll(async () => await world.close())

/** A photograph of its own each time, with the place where it was taken. */
let count = 0
function aPhotograph(): string {
  count += 1
  const place = `GPS 6.2S 107.0E ${count}`
  const exif = `\u00ff\u00e1\u0000${String.fromCharCode(place.length + 8)}Exif\0\0${place}`
  const picture = `\u00ff\u00d8${exif}\u00ff\u00da\u0000\u0002isi gambar ${count}\u00ff\u00d9`
  return picture
}

async function aVisit({ photos = 0 } = {}) {
  const about = `Rapat ${newId()}`
  const { body } = await officer.ask(recordActivity, {
    relations: [relation],
    occurredOn: day,
    place: 'Pendopo',
    about,
    kind: 'rapat_koordinasi',
  })
  const kept: string[] = []
  for (let n = 0; n < photos; n += 1) {
    const bytes = Buffer.from(aPhotograph(), 'latin1')
    const file = (await officer.ask(keepFile, { name: `foto rahasia ${n}.jpg`, body: bytes })).body
    const caption = `Pendopo, 2 Agustus 2025, foto ${n + 1}`
    kept.push((await officer.ask(addPhoto, { id: body.id, file: file.id, caption })).body.id)
  }
  return { ...(body as { id: string; slug: string }), photos: kept }
}

const publish = async (id: string, photos?: string[]) =>
  expect((await officer.ask(publishActivity, { id, ...(photos && { photos }) })).status).toBe(200)
const page = async (slug: string, language = 'id') => await world.page(`/${language}/kegiatan/${slug}`)
const picture = async (slug: string, photo: string, query = '') =>
  await world.app.request(`/id/kegiatan/${slug}/foto/${photo}${query}`)
const preview = async (key: string | undefined, slug: string, rest = '') =>
  await world.app.request(`/kerja/pratinjau/id/kegiatan/${slug}${rest}`, {
    headers: { cookie: (await world.as(key)).cookie },
  })

describe('photographs of a published activity', () => {
  test('only the chosen ones are shown, with their words, without what the camera wrote into them', async () => {
    const { id, slug, photos } = await aVisit({ photos: 2 })
    const [first = '', second = ''] = photos
    await publish(id)
    expect((await page(slug)).text).not.toContain('<img')
    await publish(id, [second])
    for (const language of ['id', 'en', 'ja', 'ko']) {
      const { text } = await page(slug, language)
      expect(text).toContain(`src="/${language}/kegiatan/${slug}/foto/${second}"`)
      expect(text).toContain('foto 2')
      expect(text).not.toContain('foto 1')
    }
    const shown = await picture(slug, second)
    const bytes = Buffer.from(await shown.arrayBuffer()).toString('latin1')
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(shown.headers.get('content-disposition')).toContain(`inline; filename="${slug}.jpg"`)
    expect(Number(shown.headers.get('content-length'))).toBe(bytes.length)
    expect(bytes).toContain('isi gambar')
    expect(bytes).not.toMatch(/GPS|Exif/)
    expect((await picture(slug, first)).status).toBe(404)
    expect((await picture(slug, newId())).status).toBe(404)
    expect((await picture(slug, second, '?tanggal=2025-08-01')).status).toBe(404)
  })

  test('published again without a choice the last one holds; what was taken off is gone with the next publication', async () => {
    const { id, slug, photos } = await aVisit({ photos: 2 })
    await publish(id, photos)
    await publish(id)
    const { body } = await officer.ask(readActivity, { slug })
    expect(body.photos.map((photo: { published: boolean }) => photo.published)).toEqual([true, true])
    await officer.ask(dropPhoto, { id: photos[0], rev: 1 })
    await publish(id)
    expect((await picture(slug, photos[0] ?? '')).status).toBe(404)
    expect((await picture(slug, photos[1] ?? '')).status).toBe(200)
    await publish(id, [])
    expect((await picture(slug, photos[1] ?? '')).status).toBe(404)
  })

  test('withdrawn or void they answer that they are gone; undone they are back', async () => {
    const { id, slug, photos } = await aVisit({ photos: 1 })
    await publish(id, photos)
    const act = newId()
    await officer.ask(withdrawActivity, { id, act })
    expect((await picture(slug, photos[0] ?? '')).status).toBe(410)
    await officer.ask(undoAct, { id: act })
    expect((await picture(slug, photos[0] ?? '')).status).toBe(200)
    await officer.ask(voidActivity, { id, rev: 1, reason: 'Tercatat dua kali' })
    expect((await picture(slug, photos[0] ?? '')).status).toBe(410)
  })

  test('a photograph of another activity is not shown', async () => {
    const mine = await aVisit({ photos: 1 })
    const other = await aVisit({ photos: 1 })
    await publish(mine.id, other.photos)
    expect((await page(mine.slug)).text).not.toContain('<img')
    expect((await picture(mine.slug, other.photos[0] ?? '')).status).toBe(404)
    const role = await world.as('wali-kota')
    expect((await role.ask(publishActivity, { id: mine.id, photos: [] })).status).toBe(403)
  })
})

describe('who was there', () => {
  test('organisations stand by side, with role and head count; a name that was only typed stays inside', async () => {
    const { id, slug } = await aVisit()
    await officer.ask(addParticipant, {
      id,
      side: 'host',
      organisation: 'Dinas Lingkungan Hidup',
      role: 'tuan rumah',
      headcount: 4,
    })
    await officer.ask(addParticipant, { id, side: 'guest', organisation: 'Komite Jepang', headcount: 3 })
    await officer.ask(addParticipant, { id, side: 'other', organisation: 'PDAM' })
    await officer.ask(addParticipant, { id, side: 'other', personName: 'Budi Pribadi' })
    await publish(id)
    const { text } = await page(slug)
    const part = text.split('id="hadir"')[1]?.split('</section>')[0] ?? ''
    const plain = part.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(plain).toContain('Tuan rumah Dinas Lingkungan Hidup , tuan rumah, 4 orang')
    expect(plain).toContain('Hadir PDAM')
    expect(plain).toContain('7 orang tercatat dari 2 lembaga.')
    expect(text).not.toContain('Budi Pribadi')
    expect(text.match(/PDAM/g)).toHaveLength(1)
    expect((await page(slug, 'en')).text).toContain('7 people counted from 2 organisations.')
  })

  test('without an organisation there is no such part', async () => {
    expect((await page('kunjungan-izumisano-2025-07-24')).text).not.toContain('id="hadir"')
  })
})

describe('the preview of an activity', () => {
  test('is the portal’s own page with the chosen photographs, and nothing of it is kept', async () => {
    const { slug, photos } = await aVisit({ photos: 2 })
    const seen = await preview('petugas-kota-bekasi', slug, `?bagian=${photos[0]}`)
    const text = await seen.text()
    expect(seen.status).toBe(200)
    expect(text).toContain('Pratinjau')
    expect(text).toContain(`href="/kerja/kegiatan/${slug}"`)
    const [, src = ''] = /<img src="([^"]+)"/.exec(text) ?? []
    expect(src).toBe(`/kerja/pratinjau/id/kegiatan/${slug}/foto/${photos[0]}?bagian=${photos[0]}`)
    const drawn = await preview('petugas-kota-bekasi', slug, src.replace(/^.*?(\/foto\/)/, '$1'))
    expect([drawn.status, drawn.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(Buffer.from(await drawn.arrayBuffer()).toString('latin1')).not.toContain('GPS')
    expect((await page(slug)).status).toBe(404)
    expect((await picture(slug, photos[0] ?? '')).status).toBe(404)
    const other = `/foto/${photos[1]}?bagian=${photos[0]}`
    expect((await preview('petugas-kota-bekasi', slug, other)).status).toBe(404)
  })

  test('is for those who may publish, of their own region', async () => {
    const { slug, photos } = await aVisit({ photos: 1 })
    for (const rest of ['', `/foto/${photos[0]}?bagian=${photos[0]}`]) {
      expect((await preview('wali-kota', slug, rest)).status).toBe(403)
      expect((await preview(undefined, slug, rest)).status).toBe(401)
      expect((await preview('petugas-kab-bekasi', slug, rest)).status).toBe(404)
    }
  })
})

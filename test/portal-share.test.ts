import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharePictures } from '../src/pages/portal-share/share-picture.ts'
import { addDays } from '../src/shared/dates.ts'
import { Failure } from '../src/shared/failure.ts'
import { newId } from '../src/shared/ids.ts'
import { languages } from '../src/shared/languages.ts'
import { xmlText } from '../src/pages/portal-share/xml.ts'
import { publishActivity, recordActivity } from '../src/slices/agenda/contract.ts'
import { listRelations, newRelation, publishRelation, withdrawRelation } from '../src/slices/relations/contract.ts'
import { aCityElsewhere, furnish } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

const slug = 'kota-bekasi-izumisano'
const page = `/id/kerja-sama/${slug}`
let world: World
let officer: Asker
let id: string

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
  id = (await officer.ask(listRelations, {})).body.rows[0].id
})
afterAll(async () => await world.close())

const entriesIn = (xml: string) => xml.match(/<entry>.*?<\/entry>/gs) ?? []

/** Every sign of XML that is left when tags and references are taken out: none in a well-formed text. */
const strayIn = (xml: string) =>
  xml.replace(/^<\?xml [^>]*\?>|<\/?[\w:]+(?: [\w:]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*\/?>|&#\d+;/g, '').match(/[<>&]/g)

async function anActivity(about: string, occurredOn = '2025-08-02'): Promise<{ id: string; slug: string }> {
  const kind = 'rapat_koordinasi'
  const { body } = await officer.ask(recordActivity, { relations: [id], occurredOn, place: 'Pendopo', about, kind })
  return body
}

const feedOf = async (language = 'id') => await world.page(`/${language}/daerah/kota-bekasi/umpan.xml`)

describe('feeds', () => {
  test('of a region and of a relation, in each language, said to be samples and kept from search engines', async () => {
    for (const language of languages) {
      for (const path of ['/daerah/kota-bekasi/umpan.xml', `/kerja-sama/${slug}/umpan.xml`]) {
        const { status, text, headers } = await world.page(`/${language}${path}`)
        expect(status).toBe(200)
        expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
        expect(headers.get('x-robots-tag')).toBe('noindex')
        expect(text).toMatch(/<title>[^<]+(\(data contoh\)|\(sample data\)|（見本データ）|\(예시 데이터\))<\/title>/)
        expect(text).toContain(
          `<link rel="self" type="application/atom+xml" href="http://localhost/${language}${path}"/>`,
        )
        expect(strayIn(text)).toBeNull()
        const entries = entriesIn(text)
        expect(entries).toHaveLength(2)
        for (const entry of entries) {
          expect(entry).toMatch(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/)
          expect(entry).toMatch(/<updated>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/updated>/)
          expect(entry).toContain(`href="http://localhost/${language}/k`)
        }
      }
    }
    expect((await feedOf('ja')).text).toContain('全8段階の第1段階')
  })

  test('the pages name their feed', async () => {
    const link = (path: string) => `<link rel="alternate" type="application/atom+xml" href="/id${path}/umpan.xml"`
    expect((await world.page('/id/daerah/kota-bekasi')).text).toContain(link('/daerah/kota-bekasi'))
    expect((await world.page(page)).text).toContain(link(`/kerja-sama/${slug}`))
  })

  test('who has it is told so; publishing again changes the entry and keeps its id', async () => {
    const before = await feedOf()
    const etag = before.headers.get('etag') ?? ''
    const again = await world.page('/id/daerah/kota-bekasi/umpan.xml', { 'if-none-match': `W/${etag}` })
    expect([again.status, again.text]).toEqual([304, ''])
    await new Promise((done) => setTimeout(done, 1100)) // instants are told in seconds
    await officer.ask(publishRelation, { id })
    const after = await feedOf()
    expect(after.headers.get('etag')).not.toBe(etag)
    const [first] = entriesIn(after.text)
    expect(first).toContain(`urn:uuid:${id}`)
    expect(before.text).toContain(`urn:uuid:${id}`)
  })

  test('what is typed is text, and what XML forbids is left out', async () => {
    expect(xmlText('a<b>&"\'\u0000\u0007\ufffe\ud800\u202e\u2066東\u{20bb7}')).toBe(
      'a&#60;b&#62;&#38;&#34;&#39;東\u{20bb7}',
    )
    const { id: typed } = await anActivity('Rapat <script>alert(1)</script> & "bidang" ]]>')
    await officer.ask(publishActivity, { id: typed })
    const { text } = await feedOf()
    expect(text).toContain('Rapat &#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;bidang&#34; ]]&#62;')
    expect(strayIn(text)).toBeNull()
  })

  test('what is not published, or lies ahead, is not told of; another region’s neither', async () => {
    const draft = await anActivity('Rapat yang belum terbit')
    const ahead = await anActivity('Rapat yang akan datang', '2099-01-01')
    expect((await officer.ask(publishActivity, { id: ahead.id })).status).toBe(200)
    for (const path of ['/id/daerah/kota-bekasi/umpan.xml', `${page}/umpan.xml`]) {
      const { text } = await world.page(path)
      expect(text).not.toContain(draft.slug)
      expect(text).not.toContain(ahead.slug)
      expect(text).not.toContain('bandung')
    }
    expect((await world.page(`/id/kegiatan/${ahead.slug}/gambar.png`)).status).toBe(404)
  })

  test('holds fifty entries, the newest', async () => {
    await world.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`insert into agenda.published (tenant, id, slug, region_slug, relations, occurred_on, document, demonstration, published_at, published_by)
        select tenant, gen_random_uuid(), slug || '-' || n, region_slug, relations, occurred_on, document, demonstration, now() + n * interval '1 second', published_by
        from agenda.published, generate_series(1, 60) n where slug = 'kunjungan-izumisano-2025-07-24'`
    })
    const { text } = await feedOf()
    expect(entriesIn(text)).toHaveLength(50)
    await world.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`delete from agenda.published where slug ~ '^kunjungan-izumisano-2025-07-24-'`
    })
  })

  test('of what is not there there is none', async () => {
    for (const path of [
      '/id/daerah/kota-antah/umpan.xml',
      '/id/kerja-sama/antah/umpan.xml',
      '/xx/daerah/kota-bekasi/umpan.xml',
    ]) {
      expect((await world.page(path)).status, path).toBe(404)
    }
  })
})

const png = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await world.app.request(path, { headers })
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

/** The size that a PNG says it has, and how many different bytes its rows are made of. */
function readPng(bytes: Buffer) {
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const packed: Buffer[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  }
  const rows = inflateSync(Buffer.concat(packed))
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    values: new Set(rows).size,
    rows: rows.length,
  }
}

describe('share picture', () => {
  test.each([page, `/ja/kerja-sama/${slug}`, '/ko/kegiatan/kunjungan-izumisano-2025-07-24', '/en/daerah/kota-bandung'])(
    '%s: a PNG of 1200 × 630 with something on it, named by its page',
    async (path) => {
      const { answer, bytes } = await png(`${path}/gambar.png`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
      expect(readPng(bytes)).toMatchObject({ width: 1200, height: 630 })
      expect(readPng(bytes).values).toBeGreaterThan(50)
      expect(bytes.length).toBeLessThan(300_000)
      const { text } = await world.page(path)
      expect(text).toContain(`<meta property="og:image" content="${path}/gambar.png"/>`)
      expect(text).toContain('<meta name="twitter:card" content="summary_large_image"/>')
      expect(text).toMatch(/<meta property="og:description" content="[^"]{10,}"\/>/)
    },
  )

  test('each language and each state has a picture of its own', async () => {
    const marks = await Promise.all(
      languages.map(async (language) =>
        (await png(`/${language}/kerja-sama/${slug}/gambar.png`)).answer.headers.get('etag'),
      ),
    )
    expect(new Set(marks).size).toBe(4)
    const before = (await png(`${page}/gambar.png`)).answer.headers.get('etag')
    await officer.ask(publishRelation, { id, parts: ['bidang'] })
    const after = await png(`${page}/gambar.png`)
    expect(after.answer.headers.get('etag')).not.toBe(before)
    await officer.ask(publishRelation, { id, parts: ['tahap', 'prakarsa', 'bidang', 'mitra', 'naskah'] })
  })

  test('asked again it is not drawn again, and many who ask at once wait for one drawing', async () => {
    let drawings = 0
    const draw = async () => {
      drawings += 1
      await new Promise((done) => setTimeout(done, 20))
      return Uint8Array.of(drawings)
    }
    const [ofRelation] = sharePictures(draw)
    const { portal } = world.database
    const asked = {
      language: 'id',
      on: '2026-11-22',
      demonstration: true,
      origin: '',
      parameters: { slug },
      portal,
    } as const
    const drawn = async (on: string = asked.on) => {
      const made = await ofRelation?.make({ ...asked, on })
      return typeof made === 'object' && typeof made.body === 'object' ? await made.body.make() : undefined
    }
    expect(await Promise.all([drawn(), drawn(), drawn()])).toEqual([1, 1, 1].map((n) => Uint8Array.of(n)))
    expect(await drawn()).toEqual(Uint8Array.of(1))
    expect(await drawn('2026-11-23')).toEqual(Uint8Array.of(2))
  })

  test('one that could not be drawn is tried again, and no more than two hundred are kept', async () => {
    let asked = 0
    const [ofRelation] = sharePictures(async () => {
      asked += 1
      if (asked === 1) throw new Failure('unavailable')
      return Uint8Array.of(1)
    })
    const drawn = async (on: string) => {
      const parameters = { slug }
      const { portal } = world.database
      const made = await ofRelation?.make({ language: 'id', on, demonstration: true, origin: '', parameters, portal })
      if (typeof made === 'object' && typeof made.body === 'object') await made.body.make()
    }
    await expect(drawn('2026-01-01')).rejects.toMatchObject({ code: 'unavailable' })
    await drawn('2026-01-01')
    for (let n = 1; n <= 200; n += 1) await drawn(addDays('2026-01-01', n))
    expect(asked).toBe(202)
    await drawn(addDays('2026-01-01', 200))
    expect(asked).toBe(202)
    await drawn('2026-01-01')
    expect(asked).toBe(203)
  })

  test('asked again it comes at once', async () => {
    const first = await png(`${page}/gambar.png`)
    const times: number[] = []
    for (let n = 0; n < 20; n += 1) {
      const began = performance.now()
      expect((await png(`${page}/gambar.png`)).bytes.equals(first.bytes)).toBe(true)
      times.push(performance.now() - began)
    }
    // 2 to 5 ms on a machine with nothing else to do; a drawing takes 50 and more.
    expect(Math.min(...times)).toBeLessThan(40)
    const seen = await png(`${page}/gambar.png`, { 'if-none-match': first.answer.headers.get('etag') ?? '' })
    expect([seen.answer.status, seen.bytes.length]).toEqual([304, 0])
  })

  test('of what was never published there is none', async () => {
    const made = await officer.ask(newRelation, { label: 'Mitra diam-diam', beganOn: '2025-01-01' })
    expect([made.status, made.body.slug]).toEqual([200, expect.stringMatching(/./)])
    const draft = await anActivity('Rapat diam-diam')
    const paths = [`/kerja-sama/${made.body.slug}`, `/kegiatan/${draft.slug}`, '/daerah/kota-antah']
    for (const path of paths) {
      for (const tail of ['/gambar.png', '/bagikan', '/umpan.xml']) {
        expect((await world.page(`/id${path}${tail}`)).status, path + tail).toBe(404)
      }
    }
  })
})

describe('[Bagikan] and [Cetak]', () => {
  test('the address can be copied and sent, in each language; only this page is no one else’s', async () => {
    for (const language of languages) {
      const shared = await world.page(`/${language}/kerja-sama/${slug}/bagikan`)
      expect(shared.status).toBe(200)
      expect(shared.text).toContain(`value="http://localhost/${language}/kerja-sama/${slug}"`)
      expect(shared.text).toMatch(/href="https:\/\/wa\.me\/\?text=[^"]+%0Ahttp%3A%2F%2Flocalhost%2F/)
      expect(shared.headers.get('cache-control')).toBe('private, no-store')
      expect(shared.headers.get('x-robots-tag')).toBe('noindex')
    }
  })

  test('on paper every mark has its numbered note with speaker and day; on screen none is seen', async () => {
    const { text } = await world.page(page)
    const numbers = [...text.matchAll(/data-note="(\d+)"/g)].map(([, n]) => Number(n))
    const [, notes = ''] = /<section class="sec paper" hidden="">(.*?)<\/section>/s.exec(text) ?? []
    const count = notes.match(/<li>/g)?.length ?? 0
    expect(count).toBeGreaterThan(1)
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: count }, (_, index) => index + 1)))
    expect(numbers[0]).toBe(1)
    expect(notes).toContain('Dr. Tri Adhianto, Wali Kota')
    expect(notes).toContain('24 Juli 2025')
    const marks = text.match(/<a class="src" href="[^"]*\/sumber\/[^"]*"/g)?.length
    expect(numbers).toHaveLength(marks ?? -1)
    expect(text).toMatch(
      /<p class="paper" hidden="">Dicetak dari \/id\/kerja-sama\/kota-bekasi-izumisano · Keadaan per/,
    )
    expect(text).toContain('media="print"')
  })

  test('"keadaan per" is printed with its own day, and [Cetak] says how', async () => {
    const { text } = await world.page(`${page}?per=2025-07-24&cetak=1`)
    expect(text).toMatch(/<p class="paper" hidden="">[^<]*per=2025-07-24 · Keadaan per 24 Juli 2025</)
    expect(text).toContain('Ctrl + P')
    expect(text).toContain('href="?per=2025-07-24"')
    expect((await world.page(page)).text).not.toContain('Ctrl + P')
  })

  test('a preview is not to be shared: neither buttons nor a picture for messengers', async () => {
    const { text } = await world.page(`/kerja/pratinjau${page}?bagian=tahap`, { cookie: officer.cookie })
    expect(text).toContain('Pratinjau')
    expect(text).not.toMatch(/bagikan|og:image|cetak=1/)
  })
})

describe('withdrawn', () => {
  test('picture, feed and sharing of the page answer 410, and the region’s feed tells of it no more', async () => {
    expect((await officer.ask(withdrawRelation, { id, act: newId() })).status).toBe(200)
    for (const tail of ['/gambar.png', '/umpan.xml', '/bagikan']) {
      const gone = await world.page(`${page}${tail}`)
      expect([gone.status, gone.text.includes('ditarik')], tail).toEqual([410, true])
    }
    expect((await feedOf()).text).not.toContain(`urn:uuid:${id}`)
    await officer.ask(publishRelation, { id })
    expect((await world.page(`${page}/gambar.png`)).status).toBe(200)
  })
})

describe('robots', () => {
  test('a demonstration asks not to be found', async () => {
    expect((await world.page('/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n')
    for (const path of ['/sitemap.xml', '/sitemap/halaman.xml', '/sitemap/kerja-sama-1.xml']) {
      expect((await world.page(path)).status, path).toBe(404)
    }
  })
})

describe('of a real region', () => {
  let real: World
  beforeAll(async () => {
    real = await openWorld({ environment: { BASE_URL: 'https://kerjasama.example.go.id' } })
    await aCityElsewhere(real)
    await furnish(real, { region: 'kota-semarang', canary: 'Kenari', published: true })
    await new Promise((done) => setTimeout(done, 1100))
  })
  afterAll(async () => await real.close())

  const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = '']) => at)

  test('the sitemap lists its pages in every language and nothing of anybody’s own, nor of the demonstration', async () => {
    const { status, text, headers } = await real.page('/sitemap.xml')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
    const listed = locations(text)
    expect(listed).toContain('https://kerjasama.example.go.id/ko/daerah/kota-semarang')
    expect(listed.some((at) => at.includes('/id/kerja-sama/'))).toBe(true)
    expect(listed.filter((at) => !/^https:\/\/kerjasama\.example\.go\.id\/(id|en|ja|ko)(\/|$)/.test(at))).toEqual([])
    expect(text).not.toMatch(/bekasi|bandung|lima-cerita|\/masuk|\/api|tanda-terima|tautan|bagikan/)
    expect(text.match(/hreflang="ja"/g)).toHaveLength(listed.length)
    for (const at of listed)
      expect((await real.page(at.replace('https://kerjasama.example.go.id', ''))).status, at).toBe(200)
  })

  test('robots are sent there, and away from what is not theirs', async () => {
    const { text, headers } = await real.page('/robots.txt')
    expect(text).toContain('Disallow: /kerja\n')
    expect(text).toContain('Sitemap: https://kerjasama.example.go.id/sitemap.xml')
    expect(text).not.toMatch(/^Disallow: \/$/m)
    expect(headers.get('x-robots-tag')).toBeNull()
  })

  test('messengers get whole addresses, and a picture that does not call itself a sample', async () => {
    const listed = locations((await real.page('/sitemap.xml')).text).find((at) => at.includes('/id/kerja-sama/')) ?? ''
    const path = new URL(listed).pathname
    expect((await real.page(path)).text).toContain(`<meta property="og:image" content="${listed}/gambar.png"/>`)
    const feed = await real.page('/id/daerah/kota-semarang/umpan.xml')
    expect(feed.text).toContain('<author><name>Kota Semarang</name></author>')
    expect(feed.text).not.toContain('data contoh')
    expect(feed.headers.get('x-robots-tag')).toBeNull()
    expect((await real.page('/id/daerah/kota-bekasi/umpan.xml')).status).toBe(404)
  })

  test('more than five thousand addresses are divided, each file within the protocol', async () => {
    await real.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`insert into relations.published (tenant, id, slug, region_slug, title, document, demonstration, published_by)
        select tenant, gen_random_uuid(), 'banyak-' || n, region_slug, title, document, demonstration, published_by
        from (select * from relations.published where not demonstration limit 1) one, generate_series(1, 1300) n`
    })
    const { text } = await real.page('/sitemap.xml')
    expect(text).toContain('<sitemapindex')
    const files = locations(text)
    expect(files).toContain('https://kerjasama.example.go.id/sitemap/kerja-sama-2.xml')
    const all: string[] = []
    for (const file of files) {
      const part = await real.page(new URL(file).pathname)
      expect(part.status, file).toBe(200)
      const listed = locations(part.text)
      expect(listed.length).toBeLessThanOrEqual(5000)
      all.push(...listed)
    }
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((at) => at.includes('/banyak-'))).toHaveLength(5200)
    for (const none of ['/sitemap/kerja-sama-3.xml', '/sitemap/antah-1.xml', '/sitemap/kerja-sama-0.xml']) {
      expect((await real.page(none)).status, none).toBe(404)
    }
  })
})

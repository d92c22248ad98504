import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { languages } from '../src/shared/languages.ts'
import * as contests from '../src/slices/contests/contract.ts'
import { readHistory } from '../src/slices/ledger/contract.ts'
import { listProgrammesOf, readProgrammes } from '../src/pages/programmes/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import {
  address,
  begin,
  enter,
  officer,
  on,
  openContestStage,
  photoWith,
  post,
  read,
  slug,
  world,
} from './contests-stage.ts'

beforeAll(openContestStage)
afterAll(async () => await world.close())

describe('the contest of story 000', () => {
  test('says whether it can be entered, by the visitor’s day, in four languages', async () => {
    for (const [day, state] of [
      ['2024-06-11', 'belum'],
      ['2024-06-12', 'dibuka'],
      ['2024-06-28', 'dibuka'],
      ['2024-06-30', 'dibuka'],
      ['2024-07-01', 'ditutup'],
    ] as const) {
      // prettier-ignore
      for (const language of languages) {
        const { text, status } = await world.page(`/${language}/program/lomba/${slug}`, on(day))
        expect([status, /data-window="(\w+)"/.exec(text)?.[1]], `${language} ${day}`).toEqual([200, state])
        expect(text.includes(`/${language}/program/lomba/${slug}/daftar`)).toBe(state === 'dibuka')
      }
    }
    const { text } = await world.page(address, on('2024-06-28'))
    for (const said of [
      'Daftar sampai 30 Juni 2024, 23.59 WIB.',
      'Selasa, 2 Juli 2024',
      'Dinas Lingkungan Hidup',
      'belum disebut',
      'Hari Lingkungan Hidup Sedunia',
      'Sukmawaty Karnahadijat',
      'perusahaan belum disebut',
    ]) {
      // prettier-ignore
      expect(text).toContain(said)
    }
    expect((await world.page(address, on('2024-07-01'))).text).toContain('Pendaftaran ditutup 30 Juni 2024, 23.59 WIB.')
  })

  test('every value of the story leads to its sheet, the goals too', async () => {
    const { text } = await world.page(address, on('2024-06-28'))
    for (const topic of ['untuk', 'penyelenggara', 'peringatan', 'pendaftaran', 'lomba', 'keterangan', 'tujuan']) {
      expect(text).toContain(`${address}/sumber/${topic}`)
      const sheet = await world.page(`${address}/sumber/${topic}`, on('2024-06-28'))
      expect([sheet.status, sheet.text.includes('menurut berita') || sheet.text.includes('Menurut berita')]).toEqual([200, true]) // prettier-ignore
    }
    expect((await world.page(`${address}/sumber/kriteria`)).status).toBe(404)
  })

  test('stands first on the region’s home and in its programme while it is open', async () => {
    for (const page of ['/id/daerah/kab-bekasi', '/id/daerah/kab-bekasi/program']) {
      const { text } = await world.page(page, on('2024-06-28'))
      expect(text).toContain('Sedang dibuka')
      expect(text).toContain(`${address}/daftar`)
      expect((await world.page(page, on('2024-07-01'))).text).not.toContain(`${address}/daftar`)
    }
  })

  test('is told with the cooperation of the same story, as such, and its acts stand in that history', async () => {
    const { rows } = (await officer.ask(listRelations, {})).body
    const relation = rows.find((row: { slug: string }) => row.slug === 'kab-bekasi-kedutaan-besar-jepang')
    const lines = (await officer.ask(listProgrammesOf, { relation: relation.id, per: '2024-06-28' })).body.rows
    const line = lines.find((row: { kind: string }) => row.kind === 'contests')
    expect(line.told.id).toBe('Daftar sampai 30 Juni 2024, 23.59 WIB. Disebut dalam berita yang sama dengan kerja sama ini.') // prettier-ignore
    const { id, rev } = await read()
    await officer.ask(contests.mendContest, { id, rev, announceOn: '2024-07-09' })
    const history = (await officer.ask(readHistory, { subject: relation.id })).body
    expect(JSON.stringify(history)).toContain('contests.mendContest')
    const { parts } = (await officer.ask(readProgrammes, {})).body
    const part = parts.find((one: { kind: string }) => one.kind === 'contests')
    expect(part.told.id).toContain('1 lomba tercatat')
  })
})

describe('entering a kampung', () => {
  test('on 28 June: a receipt with number, instant and a signature that anybody can check', async () => {
    const sent = await enter()
    expect(sent.status, sent.text).toBe(303)
    expect(sent.to).toMatch(/^\/id\/program\/lomba\/tanda\/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
    const receipt = await world.page(sent.to)
    expect(receipt.text).toContain('data-signature="cocok"')
    expect(receipt.text).toContain('28 Juni 2024, 12.00.00 WIB')
    expect(receipt.text).not.toContain('Warga Uji')
    expect(receipt.text).not.toContain('080000000000')
    expect(receipt.headers.get('cache-control')).toContain('no-store')
    const [said = '', signature = '', key = ''] = [...receipt.text.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(
      ([, text = '']) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    )
    expect(verify(null, Buffer.from(said), createPublicKey(key), Buffer.from(signature, 'base64url'))).toBe(true)
    expect(verify(null, Buffer.from(`${said} `), createPublicKey(key), Buffer.from(signature, 'base64url'))).toBe(false)
    expect(JSON.parse(said)).toMatchObject({ contest: slug, kampung: 'Kampung Uji', desa: 'Desa Uji' })
    expect((await world.page(address)).text).toContain(key.trim().split('\n')[1])
    // Somebody who changes the record behind its back is found out.
    const code = sent.to.split('/').at(-1) ?? ''
    await world.owner.unsafe('alter table contests.entries disable trigger track')
    await world.owner`update contests.entries e set number = number + 1000 from contests.receipts r where r.id = e.id and r.code = ${code}`
    expect((await world.page(sent.to)).text).toContain('data-signature="tidak"')
    await world.owner`update contests.entries e set number = number - 1000 from contests.receipts r where r.id = e.id and r.code = ${code}`
    await world.owner.unsafe('alter table contests.entries enable trigger track')
    expect((await world.page(sent.to)).text).toContain('data-signature="cocok"')
  })

  test('too late and too early is refused with the instant that decided, and nothing typed is lost', async () => {
    const late = await enter({ kampung: 'Kampung Telat' }, { day: '2024-07-01' })
    expect(late.status).toBe(409)
    for (const said of [
      '1 Juli 2024, 12.00.00 WIB',
      '30 Juni 2024, 23.59 WIB',
      'value="Kampung Telat"',
      'Menanam pohon.',
      'data-window="ditutup"',
    ]) {
      // prettier-ignore
      expect(late.text).toContain(said)
    }
    const early = await enter({ kampung: 'Kampung Dini' }, { day: '2024-06-11' })
    expect([early.status, early.text.includes('Pendaftaran belum dibuka')]).toEqual([409, true])
    const [{ n } = { n: 0 }] = await world.owner<{ n: number }[]>`
      select count(*)::int as n from contests.entries where name in ('Kampung Telat', 'Kampung Dini')`
    expect(n).toBe(0)
    expect((await world.page(`${address}/daftar`, on('2024-07-01'))).text).not.toContain('<form')
  })

  test('the same form sent twice is one entry and the same receipt, also when the second comes too late', async () => {
    const lembar = newId()
    const form = { lembar, kampung: 'Kampung Ganda' }
    const [one, two, late] = [await enter(form), await enter(form), await enter(form, { day: '2024-07-01' })]
    expect([one.status, two.to, late.to]).toEqual([303, one.to, one.to])
    const other = await enter({ ...form, kampung: 'Kampung Lain' })
    expect([other.status, other.text.includes('sudah terkirim dengan isian lain')]).toEqual([422, true])
  })

  test('numbers follow each other without gaps, whatever was refused between', async () => {
    const numberOf = async (to: string) => Number(/Tanda terima no\. (\d+)/.exec((await world.page(to)).text)?.[1])
    const first = await numberOf((await enter({ kampung: 'Kampung Satu' })).to)
    const again = await enter({ kampung: 'KAMPUNG satu' })
    expect([again.status, again.text.includes(`sudah terdaftar dengan nomor ${first}`)]).toEqual([409, true])
    await enter({ kampung: 'Kampung Telat' }, { day: '2024-07-02' })
    expect(await numberOf((await enter({ kampung: 'Kampung Dua' })).to)).toBe(first + 1)
    const sent = await Promise.all(Array.from({ length: 8 }, (_, n) => enter({ kampung: `Kampung Serentak ${n}` })))
    const numbers = await Promise.all(sent.map(async ({ to }) => await numberOf(to)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 8 }, (_, n) => first + 2 + n))
  })

  test('eight who send the same kampung at once are one entry', async () => {
    const sent = await Promise.all(Array.from({ length: 8 }, () => enter({ kampung: 'Kampung Sama' })))
    expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      303,
      ...Array.from({ length: 7 }, () => 409),
    ])
  })

  test('what cannot be meant comes back field by field with everything that was typed', async () => {
    const bad = await enter({ kampung: ' ', desa: '', telepon: 'dua belas', nama: 'a\u202eb' })
    expect(bad.status).toBe(422)
    for (const field of ['kampung', 'desa', 'telepon', 'nama']) expect(bad.text).toContain(`href="#${field}"`)
    expect(bad.text).toContain('value="dua belas"')
    expect((await enter({ kampung: 'x'.repeat(121) })).status).toBe(422)
    expect((await enter({ cerita: 'x'.repeat(3001) })).status).toBe(422)
    const elsewhere = await world.app.request(`${address}/daftar`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      body: 'kampung=x',
    })
    expect(elsewhere.status).toBe(403)
    expect((await enter({}, { of: 'tidak-ada' })).status).toBe(404)
  })

  test('script in a village’s name is kept and shown as text, in page, receipt and file', async () => {
    const desa = '<script>alert(1)</script>'
    const { to } = await enter({ kampung: '=HYPERLINK("x")', desa })
    expect((await world.page(to)).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    const { id } = await read()
    const file = (await officer.ask(contests.exportEntries, { id })).body.toString() as string
    expect(file).toContain(desa)
    expect(file).toContain(`"'=HYPERLINK`)
  })
})

describe('photographs by receipt', () => {
  const sendPhoto = async (
    to: string,
    content: Uint8Array | undefined,
    form: Record<string, string> = {},
    day = '2024-06-28',
  ) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ lembar: newId(), ...form })) body.append(name, value)
    if (content !== undefined)
      body.append('berkas', new Blob([content as BlobPart], { type: 'image/jpeg' }), 'kampung.jpg')
    const answer = await world.app.request(to, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...on(day) },
      body,
    })
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
  }
  const kept = async (to: string) => {
    const code = to.split('/').at(-1) ?? ''
    return await world.owner<{ tenant: string; sha256: string }[]>`
      select f.tenant, f.sha256 from contests.receipts r join contests.entry_photos p on p.tenant = r.tenant and p.entry = r.id
      join files.files f on f.tenant = p.tenant and f.id = p.file where r.code = ${code} order by p.position`
  }
  const contentOf = async (row: { tenant: string; sha256: string } | undefined) =>
    row === undefined
      ? ''
      : Buffer.from(await new Response(await world.store.read(row)).arrayBuffer()).toString('latin1')

  test('three at most; the place is taken out unless it is wanted; once sent twice is one', async () => {
    const { to } = await enter({ kampung: 'Kampung Foto' })
    const lembar = newId()
    for (const _ of [1, 2])
      expect((await sendPhoto(to, photoWith('GPS-RAHASIA'), { lembar })).to).toContain('?foto=masuk')
    expect((await sendPhoto(to, photoWith('GPS-DIMINTA'), { lokasi: 'ya' })).status).toBe(303)
    const [one, two, more] = await kept(to)
    expect(more).toBeUndefined()
    expect(await contentOf(one)).not.toContain('GPS-RAHASIA')
    expect(await contentOf(two)).toContain('GPS-DIMINTA')
    const rush = await Promise.all([1, 2, 3].map(async (n) => (await sendPhoto(to, photoWith(`n${n}`))).status))
    expect(rush.toSorted((a, b) => a - b)).toEqual([303, 409, 409])
  })

  test('sent, gone back to and another one chosen: it is said, and stands in nobody’s way', async () => {
    const { to } = await enter({ kampung: 'Kampung Kembali', telepon: '0812 3456 7890' })
    const page = (await world.page(to, on('2024-06-28'))).text
    const [photo = '', back = ''] = [...page.matchAll(/name="lembar" value="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(photo).not.toBe(back)
    expect((await sendPhoto(to, photoWith('pertama'), { lembar: photo })).status).toBe(303)
    const other = await sendPhoto(to, photoWith('kedua'), { lembar: photo })
    expect([other.status, other.text.includes('pilih foto ini sekali lagi')]).toEqual([409, true])
    const again = /name="lembar" value="([^"]+)"/.exec(other.text)?.[1] ?? ''
    expect((await sendPhoto(to, photoWith('kedua'), { lembar: again })).status).toBe(303)
    expect(await kept(to)).toHaveLength(2)
    expect((await post(to, { langkah: 'tarik', telepon: '0812 3456 7890', lembar: back })).status).toBe(303)
    expect((await world.page(to)).text).toContain('ditarik')
  })

  test('40 MB, no picture, none at all, and one after the window are refused with a clear word; the entry stays', async () => {
    const { to } = await enter({ kampung: 'Kampung Besar' })
    const large = await sendPhoto(to, photoWith('x', 40_000_000))
    expect([large.status, large.text.includes('terlalu besar; paling besar 25')]).toEqual([422, true])
    expect((await sendPhoto(to, Buffer.from('%PDF-1.4 x'))).text).toContain('bukan foto JPEG atau PNG')
    expect((await sendPhoto(to, undefined)).text).toContain('pilih foto dulu')
    const late = await sendPhoto(to, photoWith('x'), {}, '2024-07-01')
    expect([late.status, late.text.includes('pendaftaran sudah ditutup')]).toEqual([409, true])
    expect(await kept(to)).toEqual([])
    expect((await world.page(to)).text).toContain('data-signature="cocok"')
  }, 30_000)
})

describe('taking an entry back by its receipt', () => {
  const withdraw = async (to: string, telepon: string) => await post(to, { langkah: 'tarik', telepon })

  test('needs the number that was left with it; then the kampung can be entered again under a new number', async () => {
    const { to } = await enter({ kampung: 'Kampung Tarik', telepon: '0812 3456 7890' })
    expect((await world.page(to)).text).toContain('Tarik pendaftaran ini')
    const wrong = await withdraw(to, '0812 0000 0000')
    expect([wrong.status, wrong.text.includes('value="0812 0000 0000"'), wrong.text.includes('href="#telepon"')]).toEqual([422, true, true]) // prettier-ignore
    expect((await withdraw(to, '')).status).toBe(422)
    expect((await withdraw(to, '+62 812-3456-7890')).to).toBe(to)
    const page = await world.page(to)
    expect(page.text).toContain('Pendaftaran ini ditarik 28 Juni 2024')
    expect(page.text).toContain('data-signature="cocok"')
    expect(page.text).not.toContain('Tarik pendaftaran ini')
    expect((await withdraw(to, '081234567890')).to).toBe(to)
    const again = await enter({ kampung: 'Kampung Tarik' })
    expect([again.status, again.to === to]).toEqual([303, false])
  })

  test('is refused once judging began', async () => {
    const { to } = await enter({ kampung: 'Kampung Dinilai', telepon: '081234567890' })
    const state = async (value: string) => {
      await world.owner.unsafe('alter table contests.contests disable trigger track')
      await world.owner`update contests.contests set state = ${value} where slug = ${slug}`
      await world.owner.unsafe('alter table contests.contests enable trigger track')
    }
    await state('judging')
    expect((await world.page(to)).text).not.toContain('Tarik pendaftaran ini')
    const late = await withdraw(to, '081234567890')
    expect([late.status, late.text.includes('penilaian sudah dimulai')]).toEqual([409, true])
    await state('draft')
  })
})

test('a contest that was taken back says so where it was entered too', async () => {
  const { id, slug: of } = (await begin({ opensOn: '2020-01-01', closesOn: '2099-01-01' })).body
  await officer.ask(contests.publishContest, { id })
  expect((await world.page(`/id/program/lomba/${of}/daftar`)).status).toBe(200)
  await officer.ask(contests.withdrawContest, { id })
  const form = await world.page(`/id/program/lomba/${of}/daftar`)
  expect([form.status, form.text.includes('<form class="form')]).toEqual([410, false])
  const sent = await enter({}, { of, day: '' })
  expect([sent.status, sent.text.includes('<h1')]).toEqual([410, true])
  expect((await world.page('/id/program/lomba/tidak-ada/daftar')).status).toBe(404)
})

test('sixteen figures like an identity number are taken nowhere', async () => {
  for (const [field, text] of [
    ['nama', 'Uji 3216010101900001'],
    ['cerita', 'NIK 3216 0101 0190 0001'],
    ['kampung', '３２１６０１０１０１９００００１'],
  ] as const) {
    // prettier-ignore
    const sent = await enter({ [field]: text })
    expect([sent.status, sent.text.includes('enam belas angka')], field).toEqual([422, true])
  }
})

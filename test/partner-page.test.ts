import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { revokeLink } from '../src/slices/links/contract.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'
import * as relations from '../src/slices/relations/contract.ts'
import * as sharing from '../src/slices/sharing/contract.ts'
import { partIds } from '../src/slices/sharing/model.ts'
import { must, openPartnerStage, type Bound, type PartnerStage, type Sent } from './partner-page-stage.ts'
import * as onStage from './partner-page-stage.ts'
import type { Asker, World } from './world.ts'

let stage: PartnerStage
let world: World
let petugas: Asker
let kab: Asker
let relation: string
let embassy: string

beforeAll(async () => {
  stage = await openPartnerStage()
  ;({ world, petugas, kab, relation, embassy } = stage)
})
afterAll(async () => await world.close())

const shared: Bound<typeof onStage.shared> = async (...given) => await onStage.shared(stage, ...given)
const post: Bound<typeof onStage.post> = async (...given) => await onStage.post(stage, ...given)
const seenOn: Bound<typeof onStage.seenOn> = async (...given) => await onStage.seenOn(stage, ...given)
const answers = async () => await onStage.answers(stage)
const newest = async () => await onStage.newest(stage)
const corrected = async (words: string) => await onStage.corrected(stage, words)
const relationOf = async (slug: string) => await onStage.relationOf(world, slug)

describe('what may be shared', () => {
  test('is composed once for the list, the preview and the page, and names the partner first', async () => {
    const { parts, language } = await must(petugas.ask(sharing.readPage, { relation }))
    expect([parts.map(({ id }: { id: string }) => id), language]).toEqual([partIds, 'ja'])
    const { path } = await shared()
    for (const { id, version } of parts) expect(await seenOn(path, id)).toBe(version)
    const page = await world.page(`/ja${path}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('<h1>泉佐野市')
    expect(page.text).toContain('Balai &lt;b&gt;Kota&lt;/b&gt; 御中')
  })

  test('what was left out is not on the page, and nobody can answer it', async () => {
    const { path } = await shared({ parts: ['kerja_sama', 'naskah'] })
    const { text } = await world.page(`/id${path}`)
    expect(text).toContain('id="naskah"')
    for (const part of ['tahap', 'bidang', 'kegiatan', 'komitmen', 'surat']) expect(text).not.toContain(`id="${part}"`)
    expect(text).not.toContain('Pendidikan')
    const before = (await answers()).length
    const lihat = '0'.repeat(16)
    expect((await post(path, { jawab: 'benar', bagian: 'bidang', lihat })).status).toBe(404)
    expect((await answers()).length).toBe(before)
  })

  test('never tasks, notes, internal meetings, drafts, unpublished words or what was voided', async () => {
    const secret = `rahasia${newId().slice(-8)}`
    const on = '2026-03-02'
    const meet = async (more: object) =>
      (await must(petugas.ask(agenda.recordActivity, { relations: [relation], occurredOn: on, ...more }))) as {
        id: string
        slug: string
      }
    const inside = await meet({ about: `${secret} tkksd`, kind: 'rapat_tkksd', place: `${secret} ruang` })
    const held = await meet({
      about: `${secret} perihal`,
      place: 'Balai Izumi',
      note: `${secret} catatan`,
      startsAt: '10:00',
    })
    const wrong = await meet({ about: `${secret} salah`, place: `${secret} batal`, sure: ['about'] })
    await must(petugas.ask(agenda.voidActivity, { id: wrong.id, rev: 1, reason: 'keliru' }))
    await must(petugas.ask(agenda.addTask, { id: held.id, what: `${secret} tugas` }))
    const { path } = await shared()
    const { text } = await world.page(`/ja${path}`)
    expect(text).toContain('Balai Izumi')
    expect(text).toContain('10:00 WIB')
    expect(text).toContain('12:00 JST')
    expect(text).not.toContain(secret)
    expect([inside.id, held.id].length).toBe(2)
  })

  test('of a meeting of several partners only what its own people were at', async () => {
    const word = `bersama${newId().slice(-8)}`
    const [other] = await world.owner<{ id: string }[]>`
      select r.id from relations.relations r join reference.regions g on g.tenant = r.tenant
      where g.slug = 'kota-bandung' and r.slug = 'kota-bandung-toyota'`
    const bandung = await world.as('petugas-kota-bandung')
    const of = { of: other?.id ?? '', by: bandung }
    const second = await relationOf('kota-bandung-hamamatsu')
    const both = { relations: [of.of, second], occurredOn: '2026-03-04', about: word, place: `${word} tempat` }
    const { id } = await must(bandung.ask(agenda.recordActivity, both))
    const { path } = await shared({}, of)
    expect((await world.page(`/id${path}`)).text).not.toContain(word)
    const alone = {
      relations: [of.of],
      occurredOn: '2026-03-05',
      about: word,
      place: `${word} sendiri`,
      sure: ['about'],
    }
    await must(bandung.ask(agenda.recordActivity, alone))
    const { text } = await world.page(`/id${path}`)
    expect([text.includes(`${word} sendiri`), text.includes(`${word} tempat`), id]).toEqual([true, false, id])
  })

  test('a summary only once it was shared or agreed on, and then without what follows from it', async () => {
    const word = `notulen${newId().slice(-8)}`
    const made = await must(
      petugas.ask(agenda.recordActivity, {
        relations: [relation],
        occurredOn: '2026-03-03',
        about: word,
        place: 'Balai',
      }),
    )
    const blocks = [{ kind: 'pembuka', text: `${word} isi` }]
    const summary = await must(petugas.ask(agenda.saveSummary, { id: made.id, rev: 0, blocks }))
    const { path } = await shared()
    expect((await world.page(`/id${path}`)).text).not.toContain(word)
    const to = { id: summary.id, hash: hashOfToken(newId()), party: 'Mitra', language: 'ja', days: 14 }
    await must(petugas.ask(agenda.shareSummary, to))
    const { text } = await world.page(`/id${path}`)
    expect(text).toContain(`${word} isi`)
    expect(text).toContain('belum disepakati')
  })

  test('letters with the partner by number, day and subject; what belongs to a mission is closed', async () => {
    const subject = `Perihal ${newId().slice(-8)}`
    const [row] = await world.owner<
      { partner: string }[]
    >`select partner from relations.relations where id = ${relation}`
    const mail = { direction: 'in', kind: 'mitra', partner: row?.partner, number: `IZ-${newId().slice(-6)}`, passedOn: '2026-02-01', channel: 'post', subject } // prettier-ignore
    const sent = await petugas.ask(letters.registerMail, { ...mail, relations: [relation] })
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    const secret = await petugas.ask(letters.registerMail, { ...mail, number: `${mail.number}-R`, subject: `${subject} rahasia`, security: 'rahasia', relations: [relation] }) // prettier-ignore
    expect(secret.status, JSON.stringify(secret.body)).toBe(200)
    const { text } = await world.page(`/id${(await shared()).path}`)
    expect(text).toContain(subject)
    expect(text).toContain(mail.number)
    expect(text).not.toContain(`${subject} rahasia`)
    const closed = await shared({}, { of: embassy, by: kab })
    expect((await world.page(`/id${closed.path}`)).text).toContain('perwakilan diplomatik tidak ditampilkan')
  })
})

describe('an answer', () => {
  test('that a part is right gives a receipt, and changes nothing in the record', async () => {
    const { path } = await shared()
    const lihat = await seenOn(path, 'tahap')
    const sent = await post(path, { jawab: 'benar', bagian: 'tahap', lihat }, 'ja')
    expect(sent.status).toBe(303)
    const { number, said, part, state, changed } = await newest()
    expect([said, part, state, changed]).toEqual(['benar', 'tahap', 'baru', false])
    expect(sent.to).toBe(`/ja${path}?tanda=${number}#tanda`)
    expect((await world.page(`/id${path}?tanda=${number}`)).text).toContain(`Tanda terima nomor ${number}`)
    expect(await seenOn(path, 'tahap')).toBe(lihat)
  })

  test('sent twice happens once; the same form with other words is asked again, and another form stands beside it', async () => {
    const { path } = await shared()
    const form = {
      lembar: newId(),
      jawab: 'perbaikan',
      bagian: 'bidang',
      lihat: await seenOn(path, 'bidang'),
      kata: 'Satu',
    }
    const before = (await answers()).length
    const both = await Promise.all([post(path, form), post(path, form)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(both[0].to).toBe(both[1].to)
    const other = await post(path, { ...form, kata: 'Dua <i>kata</i>' })
    expect([other.status, other.text.includes('Dua &lt;i&gt;kata&lt;/i&gt;')]).toEqual([409, true])
    expect((await answers()).length).toBe(before + 1)
    expect((await post(path, { ...form, lembar: newId(), kata: 'Dua' })).status).toBe(303)
    expect((await answers()).slice(0, 2).map(({ words }: { words: string }) => words)).toEqual(['Dua', 'Satu'])
  })

  test('to a part that changed meanwhile is kept for what was seen, and both sides are told', async () => {
    const { path } = await shared()
    const lihat = await seenOn(path, 'bidang')
    await must(petugas.ask(relations.addField, { id: relation, name: `Bidang ${newId().slice(-6)}` }))
    const sent = await post(path, { jawab: 'benar', bagian: 'bidang', lihat })
    expect(sent.status).toBe(303)
    const row = await newest()
    expect([row.changed, row.behind]).toEqual([true, true])
    expect((await world.page(`/id${path}?tanda=${row.number}`)).text).toContain('sudah berubah sejak Anda membukanya')
  })

  test('a proposal carries subject, words, field, name, role and a file', async () => {
    const { path } = await shared()
    const usulan = {
      jawab: 'usulan',
      judul: 'Lokakarya',
      kata: 'Mari bertemu',
      bidang: 'Sampah',
      nama: 'Nama',
      jabatan: 'Kepala',
    }
    const sent = await post(path, { ...usulan, berkas: { name: 'a.pdf', content: '%PDF-1.4\n%%EOF\n' } }, 'ja')
    expect(sent.status, sent.text).toBe(303)
    const row = await newest()
    expect(row).toMatchObject({ said: 'usulan', title: 'Lokakarya', words: 'Mari bertemu', wordsLang: 'ja', field: 'Sampah', name: 'Nama', role: 'Kepala' }) // prettier-ignore
    const file = await petugas.ask(sharing.readAnswerFile, { id: row.id })
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  test.each([
    ['a correction without words', { jawab: 'perbaikan', kata: '  ' }, 'kata-bidang'],
    ['a correction that is too long', { jawab: 'perbaikan', kata: 'x'.repeat(4001) }, 'kata-bidang'],
    ['a name that turns the direction', { jawab: 'perbaikan', kata: 'ada', nama: 'a\u202eb' }, 'nama-bidang'],
    ['an identity number', { jawab: 'perbaikan', kata: 'ada', nama: 'NIK 3275 0112 3456 7890' }, 'nama-bidang'],
    ['a proposal without subject', { jawab: 'usulan', kata: 'ada', nama: 'N' }, 'judul-usulan'],
    ['a proposal without a name', { jawab: 'usulan', kata: 'ada', judul: 'J' }, 'nama-usulan'],
    [
      'a script that calls itself a picture',
      {
        jawab: 'usulan',
        kata: 'ada',
        judul: 'J',
        nama: 'N',
        berkas: { name: 'foto.jpg', content: '<script>alert(1)</script>' },
      },
      'berkas-usulan',
    ],
    [
      'a picture of signs',
      {
        jawab: 'usulan',
        kata: 'ada',
        judul: 'J',
        nama: 'N',
        berkas: { name: 'a.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' },
      },
      'berkas-usulan',
    ],
    [
      'a file of more than 10 MB',
      {
        jawab: 'usulan',
        kata: 'ada',
        judul: 'J',
        nama: 'N',
        berkas: { name: 'a.pdf', content: `%PDF-1.4\n${'x'.repeat(10 * 2 ** 20)}` },
      },
      'berkas-usulan',
    ],
  ] as [string, Sent, string][])('%s is refused beside its field, and what was typed stays', async (_, sent, field) => {
    const { path } = await shared()
    const before = (await answers()).length
    const lihat = await seenOn(path, 'bidang')
    const refused = await post(path, { bagian: 'bidang', lihat, ...sent })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`id="${field}-e"`)
    if (sent['kata'] === 'ada') expect(refused.text).toContain('>ada</textarea>')
    expect((await answers()).length).toBe(before)
  })

  test.each([
    ['a part of another page', { jawab: 'benar', bagian: 'tugas', lihat: '0'.repeat(16) }],
    ['a relation in place of a part', { jawab: 'benar', bagian: newId(), lihat: '0'.repeat(16) }],
    ['no digest', { jawab: 'benar', bagian: 'bidang', lihat: 'x' }],
    ['nothing', {}],
  ] as [string, Sent][])('%s is not there', async (_, sent) => {
    expect((await post((await shared()).path, sent)).status).toBe(404)
  })

  test('hostile words stay words, here and for the officer, and a receipt shows none of them', async () => {
    const kata = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const { words, number, page } = await corrected(kata)
    expect(words).toBe(kata)
    const { text } = await world.page(`/id${page.path}?tanda=${number}`)
    expect(text).not.toContain('alert(1)')
  })

  test('a forwarded link shows the parts and no answer of anybody; a receipt belongs to its own page', async () => {
    const word = `kata${newId().slice(-8)}`
    const { number, page } = await corrected(word)
    expect((await world.page(`/id${page.path}`)).text).not.toContain(word)
    const other = await shared()
    expect((await world.page(`/id${other.path}?tanda=${number}`)).text).not.toContain('Tanda terima')
    for (const odd of ['0', '-1', 'x', '1e9', '1001'])
      expect((await world.page(`/id${page.path}?tanda=${odd}`)).status).toBe(200)
  })

  test('expired or revoked the page takes nothing', async () => {
    const [expired, revoked] = [await shared(), await shared()]
    await world.owner.begin(async (sql) => {
      await sql`select set_config('session_replication_role', 'replica', true)`
      await sql`update links.links set expires_at = now() - interval '1 minute' where id = ${expired.link}`
    })
    await must(petugas.ask(revokeLink, { id: revoked.link, rev: 1 }))
    for (const { path } of [expired, revoked]) {
      expect((await world.page(`/id${path}`)).status).toBe(410)
      expect((await post(path, { jawab: 'usulan', judul: 'J', kata: 'K', nama: 'N' })).status).toBe(410)
    }
    const { pages } = await must(petugas.ask(sharing.readPage, { relation }))
    const stateOf = (link: string) => pages.find((page: { link: string }) => page.link === link).state
    expect([stateOf(expired.link), stateOf(revoked.link)]).toEqual(['expired', 'revoked'])
  })

  test('no more than 200 by one link', async () => {
    const page = await shared({ party: 'Banyak' })
    await world.owner.begin(async (sql) => {
      await sql`select set_config('session_replication_role', 'replica', true)`
      await sql`insert into sharing.answers (tenant, id, page, relation, position, said, part, seen, answered_on)
        select p.tenant, gen_random_uuid(), p.id, p.relation, 700 + n, 'benar', 'bidang', repeat('0', 16), '2026-01-01'
        from sharing.pages p, generate_series(1, 200) n where p.id = ${page.id}`
    })
    const full = await post(page.path, { jawab: 'usulan', judul: 'J', kata: 'Masih ada', nama: 'N' })
    expect([full.status, full.text.includes('Masih ada')]).toEqual([409, true])
    await world.owner.begin(async (sql) => {
      await sql`select set_config('session_replication_role', 'replica', true)`
      await sql`delete from sharing.answers where page = ${page.id}`
    })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import {
  fileDocument,
  publishRelation,
  readWork,
  recordStep,
  recordText,
  voidText,
  withdrawRelation,
} from '../src/slices/relations/contract.ts'
import { openRelationStage, papersToSignature, recordOf, type RelationStage } from './relation-stage.ts'

const today = '2026-06-01'
const content = '%PDF-1.4\nisi naskah yang ditandatangani\n%%EOF\n'
let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const kept = async (name: string, body = content) => (await stage.on(today, keepFile, { name, body })).body.id as string
const slugOf = async (id: string) =>
  (await stage.world.owner<{ slug: string }[]>`select slug from relations.relations where id = ${id}`)[0]?.slug ?? ''
const publish = async (id: string, parts?: string[]) => {
  expect((await stage.on(today, publishRelation, { id, ...(parts && { parts }) })).status).toBe(200)
}
const page = async (id: string, { language = 'id', day = today, on = '' } = {}) =>
  await stage.world.page(`/${language}/kerja-sama/${await slugOf(id)}?tanggal=${day}${on === '' ? '' : `&per=${on}`}`)
const links = (text: string) => [...text.matchAll(/href="([^"]*\/naskah\/[^"]+)"/g)].map(([, to]) => to ?? '')
const bytesOf = async (path: string, headers = {}) => await stage.world.app.request(path, { headers })

/** A relation whose MoU of 12 May 2026 is on file, with everything told of it. */
async function aSigned(paper: object) {
  const id = await stage.begin({ kind: 'foreign_local_government' })
  const signing = {
    id,
    step: 'penandatanganan',
    occurredOn: '2026-05-12',
    sure: ['text.numberOurs'],
    paper,
    text: {
      title: 'Nota Kesepahaman Sampah',
      numberOurs: '17/KS/2026',
      numberTheirs: '泉 88',
      signedAt: 'Bekasi',
      termMonths: 36,
      originalAt: 'Lemari besi lantai dua',
      signatories: [
        { side: 'region', office: 'wali_kota', name: 'Nama Wali' },
        { side: 'partner', name: 'Nama Tamu', office: 'Ketua' },
      ],
    },
  }
  const { status, body } = await stage.on(today, recordStep, signing)
  expect(status, JSON.stringify(body)).toBe(200)
  return id
}

describe('a signed text on the public page', () => {
  test('tells its numbers, days, term and signatories in four languages; where the original lies stays inside', async () => {
    const id = await aSigned({ file: await kept('pindai punya Budi.pdf') })
    await publish(id)
    const words = { id: '36 bulan', en: '36 months', ja: '36', ko: '36' }
    for (const [language, months] of Object.entries(words)) {
      const { text } = await page(id, { language })
      for (const told of ['Nota Kesepahaman Sampah', '17/KS/2026', '泉 88', 'Nama Wali', 'Nama Tamu', months]) {
        expect(text, `${language}: ${told}`).toContain(told)
      }
      expect(text).toContain('class="doc"')
      expect(text).not.toContain('Lemari besi')
      expect(text).not.toContain('Budi')
      expect(links(text)).toHaveLength(1)
    }
    const [row] = await stage.world.owner<{ document: object }[]>`
      select document from relations.published where id = ${id}`
    expect(JSON.stringify(row?.document)).not.toMatch(/Lemari besi|Budi/)
  })

  test('is offered as its file: saved, never run, under its own name; known content is not sent twice', async () => {
    const id = await aSigned({ file: await kept('a.pdf') })
    await publish(id)
    const [to = ''] = links((await page(id)).text)
    const answer = await bytesOf(to)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(content)
    const { headers } = answer
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toContain(
      `attachment; filename="${await slugOf(id)}-mou-2026-05-12.pdf"`,
    )
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toContain('s-maxage')
    expect((await bytesOf(to, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
    expect((await bytesOf(to.replace('/id/', '/ko/'))).status).toBe(200)
  })

  test('is not there before its day, nor on the page as of an earlier one', async () => {
    const id = await aSigned({ file: await kept('b.pdf') })
    await publish(id)
    const [to = ''] = links((await page(id)).text)
    expect((await bytesOf(`${to}?tanggal=2026-05-11`)).status).toBe(404)
    expect((await bytesOf(`${to}?tanggal=2026-05-12`)).status).toBe(200)
    const then = (await page(id, { on: '2026-05-11' })).text
    expect(then).not.toContain('17/KS/2026')
    expect(then).toMatch(/<dt>Naskah<\/dt><dd>belum ada/)
  })

  test('without its part, after a correction published anew, and withdrawn, its file is not there', async () => {
    const id = await aSigned({ file: await kept('c.pdf') })
    await publish(id)
    const [to = ''] = links((await page(id)).text)
    await publish(id, ['tahap', 'bidang'])
    expect((await bytesOf(to)).status).toBe(404)
    const without = (await page(id)).text
    expect(without).not.toContain('17/KS/2026')
    expect(without).not.toMatch(/<dt>Naskah<\/dt>/)
    await publish(id, ['naskah'])
    expect((await bytesOf(to)).status).toBe(200)
    expect((await stage.on(today, withdrawRelation, { id })).status).toBe(200)
    const gone = await bytesOf(to)
    expect([gone.status, (await gone.text()).includes('ditarik')]).toEqual([410, true])
    await publish(id, ['naskah'])
    const { texts } = (await stage.on(today, readWork, { id })).body
    const voided = { id: texts[0].id, rev: texts[0].rev, reason: 'Salah pindai' }
    expect((await stage.on(today, voidText, voided, stage.head)).status).toBe(200)
    expect((await bytesOf(to)).status, 'what was published stays until published again').toBe(200)
    await publish(id)
    expect((await bytesOf(to)).status).toBe(404)
  })

  test('no other file of the region is there, whatever is asked', async () => {
    const id = await aSigned({ seenAt: 'Lemari' })
    const secret = await kept('rahasia.pdf', '%PDF-1.4\nrahasia\n%%EOF\n')
    const letter = { id, kind: 'jawaban_mendagri', file: secret, datedOn: '2026-05-01', outcome: 'agreed' }
    const { status, body } = await stage.on(today, fileDocument, letter)
    expect(status).toBe(200)
    // A draft that somebody filed as the paper of a text is still a draft.
    const draft = { kind: 'rancangan_naskah', file: secret }
    await stage.on(today, recordText, {
      id,
      kind: 'agreement',
      title: 'Rancangan',
      signedOn: '2026-05-20',
      paper: draft,
    })
    await publish(id)
    const { text } = await page(id)
    expect(text).toContain('berkasnya belum tersedia')
    expect(text).not.toContain('Rancangan')
    expect(links(text)).toEqual([])
    const slug = await slugOf(id)
    const { texts } = (await stage.on(today, readWork, { id })).body
    for (const asked of [secret, body.id, newId(), 'x', ...texts.map((one: { id: string }) => one.id)]) {
      expect((await bytesOf(`/id/kerja-sama/${slug}/naskah/${asked}`)).status, asked).toBe(404)
    }
    expect((await bytesOf(`/id/kerja-sama/tidak-ada/naskah/${newId()}`)).status).toBe(404)
    expect((await bytesOf(`/xx/kerja-sama/${slug}/naskah/${secret}`)).status).toBe(404)
  })
})

describe('what the status word tells', () => {
  test('a signing known only by a note never reads signed: no day at its step, no word, no stage', async () => {
    const id = await stage.begin({ kind: 'foreign_local_government' })
    for (const step of ['penandatanganan', 'persetujuan_dprd']) {
      await stage.on(today, recordStep, { id, step, occurredOn: '2026-05-14' })
    }
    const named = { id, kind: 'mou', title: 'Naskah menurut berita', signedOn: '2026-05-14' }
    expect((await stage.on(today, recordText, named)).status).toBe(200)
    await publish(id)
    for (const language of ['id', 'en', 'ja', 'ko']) {
      const { text } = await page(id, { language })
      expect(text).not.toContain('Naskah menurut berita')
      expect(text).not.toMatch(/14 Mei|14 May|5月14日|5월 14일/)
    }
    expect((await page(id)).text).toMatch(/class="status[^>]*>Penjajakan/)
    const [row] = await stage.world.owner<{ document: { process: object } }[]>`
      select document from relations.published where id = ${id}`
    expect(JSON.stringify(row?.document.process)).not.toContain('penandatanganan')
  })

  test('goes with the stages; with the texts alone it tells of the texts only; with neither there is none', async () => {
    const id = await aSigned({ seenAt: 'Lemari' })
    for (const index of papersToSignature.keys()) await stage.on(today, recordStep, recordOf(id, index))
    const statuses = async (parts: string[]) => {
      await publish(id, parts)
      const [row] = await stage.world.owner<{ document: { statuses: { status?: string }[] } }[]>`
        select document from relations.published where id = ${id}`
      return row?.document.statuses.map(({ status }) => status)
    }
    expect(await statuses(['tahap'])).toEqual(expect.arrayContaining(['exploring', 'in_process', 'signed_incomplete']))
    expect(await statuses(['naskah'])).toEqual(['signed_incomplete', 'ended'])
    expect((await page(id)).text).toContain('Ditandatangani, syarat belum lengkap')
    expect(await statuses(['bidang', 'mitra'])).toEqual([])
    expect((await page(id)).text).not.toContain('Ditandatangani')
  })

  test('a list line does not tell a stage that was not chosen', async () => {
    const id = await aSigned({ seenAt: 'Lemari' })
    const slug = await slugOf(id)
    const line = async () => {
      const { text } = await stage.world.page('/id/daerah/kota-bekasi/kerja-sama')
      return text.split('<li>').find((part) => part.includes(`/kerja-sama/${slug}"`))
    }
    await publish(id, ['bidang'])
    expect(await line()).toContain('Mitra relasi')
    expect(await line()).not.toMatch(/Tahap \d|Ditandatangani|Penjajakan/)
    await publish(id, ['tahap'])
    expect(await line()).toContain('Tahap 7 dari 8')
  })
})

import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../src/platform/serve.ts'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import * as followup from '../src/slices/followup/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { revokeLink } from '../src/slices/links/contract.ts'
import { openTaskStage, origin, pdf, words, type TaskStage } from './task-stage.ts'

let stage: TaskStage
beforeAll(async () => {
  stage = await openTaskStage()
})
afterAll(async () => await stage.world.close())

const added: TaskStage['added'] = async (more) => await stage.added(more)
const read: TaskStage['read'] = async (id) => await stage.read(id)
const shared: TaskStage['shared'] = async (id, more) => await stage.shared(id, more)
const post: TaskStage['post'] = async (path, sent, language) => await stage.post(path, sent, language)

describe('a link to answer', () => {
  test('says what, from where, until when and for whom, and takes three answers', async () => {
    const what = words()
    const id = await added({ what, dueOn: '2099-02-01', unit: stage.own.unit })
    const { path } = await shared(id)
    const page = await stage.world.page(`/id${path}`)
    expect(page.status).toBe(200)
    for (const said of [what, '1 Februari 2099', 'Dinas &lt;b&gt;Pendidikan&lt;/b&gt;', 'Terkendala']) {
      expect(page.text).toContain(said)
    }
    const sent = await post(path, { jawaban: 'running', catatan: 'Sedang disusun', berkas: pdf() })
    expect([sent.status, sent.to]).toEqual([303, `/id${path}?terkirim=running`])
    const { task, answers } = await read(id)
    expect(task).toMatchObject({ state: 'running', last: { said: 'running', byLink: true, note: 'Sedang disusun' } })
    const file = await stage.petugas.ask(followup.readAnswerFile, { id: answers[0].id })
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const after = await stage.world.page(sent.to)
    expect(after.text).toContain('Jawaban Anda sudah tercatat')
    expect(after.text).toContain('Sedang disusun')
  })

  test('"sudah" does not close it: an officer does, with one act', async () => {
    const id = await added()
    const { path } = await shared(id)
    expect((await post(path, { jawaban: 'done' }, 'ja')).status).toBe(303)
    const { task } = await read(id)
    expect([task.answered, task.endedOn]).toEqual([true, undefined])
    const stale = await stage.petugas.ask(followup.endFollowUp, { id, rev: 1, outcome: 'done' })
    expect(stale.status, 'she had not seen the answer').toBe(409)
    expect((await stage.petugas.ask(followup.endFollowUp, { id, rev: task.rev, outcome: 'done' })).status).toBe(200)
    const page = await stage.world.page(`/id${path}`)
    expect(page.text).toContain('sudah ditutup petugas')
    expect(page.text).not.toContain('<form class="form')
    const late = await post(path, { jawaban: 'running', catatan: 'Terlambat' })
    expect(late.status).toBe(409)
    expect((await read(id)).answers).toHaveLength(1)
  })

  test('what staff wrote and what others answered stays with the officer', async () => {
    const id = await added()
    const [first, second] = [await shared(id), await shared(id, { party: 'Dinas lain' })]
    await post(first.path, { jawaban: 'running', catatan: 'Jawaban dinas pertama' })
    const inside = await stage.petugas.ask(followup.answerFollowUp, { id, said: 'stuck', note: 'CATATAN INTERNAL' })
    expect(inside.status).toBe(200)
    const [own, other] = [await stage.world.page(`/id${first.path}`), await stage.world.page(`/id${second.path}`)]
    expect([own.text.includes('Jawaban dinas pertama'), own.text.includes('CATATAN INTERNAL')]).toEqual([true, false])
    expect(other.text).not.toMatch(/Jawaban dinas pertama|CATATAN INTERNAL/)
    expect((await read(id)).answers).toHaveLength(2)
  })

  test('a form with a photo may take its time over a slow line, a form without one may not; four of one network wait', async () => {
    const { path } = await shared(await added())
    const patience = { request: 300, file: 20_000 }
    const server = await listen(stage.world.app, { host: '127.0.0.1', port: 0, patience })
    const mark = 'batas'
    const part = (name: string, value: string) =>
      `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const whole = `${part('lembar', newId())}${part('jawaban', 'running')}--${mark}--\r\n`
    /** Sends all but the last bytes, waits, then sends them; says what came back. */
    const slowly = async (type: string, wait: number) => {
      const headers = { ...origin, 'content-type': type, 'content-length': Buffer.byteLength(whole) }
      return await new Promise<number | 'cut'>((done) => {
        const out = request({ host: '127.0.0.1', port: server.port, path: `/id${path}`, method: 'POST', headers })
        out.once('response', (answer) => done(answer.resume().statusCode ?? 0)).once('error', () => done('cut'))
        out.write(whole.slice(0, -8))
        setTimeout(() => out.end(whole.slice(-8)), wait)
      })
    }
    const form = `multipart/form-data; boundary=${mark}`
    try {
      expect(await slowly('application/x-www-form-urlencoded', 1500)).toBe('cut')
      expect(await slowly(form, 1500)).toBe(303)
      const five = await Promise.all(Array.from({ length: 5 }, async () => await slowly(form, 1500)))
      expect(five.filter((status) => status === 303)).toHaveLength(4)
      expect(five).toContain(503)
    } finally {
      await server.close()
    }
  })

  test('sent twice it is one answer; the same form with another answer is refused', async () => {
    const id = await added()
    const { path } = await shared(id)
    const form = { lembar: newId(), jawaban: 'running', catatan: 'Sekali' }
    const both = await Promise.all([post(path, form), post(path, form)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await read(id)).answers).toHaveLength(1)
    const changed = await post(path, { ...form, jawaban: 'stuck', catatan: 'Alatnya rusak' })
    expect([changed.status, changed.text.includes('Alatnya rusak')]).toEqual([409, true])
    expect(changed.text).toContain('sudah mengirim jawaban lain')
    expect((await read(id)).answers).toHaveLength(1)
    // It stands under a form of its own, so that sending it once more is the second answer.
    const lembar = /name="lembar" value="([^"]+)"/.exec(changed.text)?.[1] ?? ''
    expect((await post(path, { lembar, jawaban: 'stuck', catatan: 'Alatnya rusak' })).status).toBe(303)
    expect((await read(id)).answers).toHaveLength(2)
  })

  test('without a choice, or with a note that is too long, it comes back with what was typed', async () => {
    const id = await added()
    const { path } = await shared(id)
    const without = await post(path, { catatan: 'Masih <b>ada</b>', berkas: pdf() })
    expect(without.status).toBe(422)
    expect(without.text).toContain('Masih &lt;b&gt;ada&lt;/b&gt;')
    expect(without.text).toContain('Pilih berkasnya sekali lagi')
    expect((await post(path, { jawaban: 'running', catatan: 'x'.repeat(2001) })).status).toBe(422)
    const identity = await post(path, { jawaban: 'running', catatan: 'NIK 3275.0112.3456.7890' })
    expect([identity.status, identity.text.includes('NIK tidak disimpan di sini, hapus dahulu')]).toEqual([422, true])
    expect((await read(id)).answers).toEqual([])
  })

  test.each([
    ['a script that calls itself a picture', { name: 'foto.jpg', content: '<html><script>alert(1)</script>' }],
    ['a picture of signs', { name: 'gambar.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' }],
    ['a program', { name: 'foto.jpg', content: 'MZ\u0090\u0000' }],
    ['a PDF that calls itself a photo', { name: 'foto.jpg', content: '%PDF-1.4\n%%EOF\n' }],
    ['nothing', { name: 'kosong.pdf', content: '' }],
    ['a file of more than 10 MB', { name: 'besar.pdf', content: `%PDF-1.4\n${'x'.repeat(10 * 2 ** 20)}` }],
    ['a file far larger than what is read', { name: 'besar.pdf', content: `%PDF-1.4\n${'x'.repeat(15 * 2 ** 20)}` }],
  ])('refuses %s with a word, by its content, and keeps what was typed', async (_, berkas) => {
    const id = await added()
    const { path } = await shared(id)
    const refused = await post(path, { jawaban: 'stuck', catatan: 'Tetap ada', berkas })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tetap ada')
    expect(refused.text).toContain('id="berkas-e"')
    expect((await read(id)).answers).toEqual([])
  })

  test.each([
    ['no boundary', 'multipart/form-data; x=y', 'a'],
    [
      'half a form',
      'multipart/form-data; boundary=abc',
      '--abc\r\nContent-Disposition: form-data; name="jawaban"\r\n\r\ndone',
    ],
    ['no form at all', 'multipart/form-data; boundary=abc', 'x'],
    ['parts without end', 'multipart/form-data; boundary=abc', '--abc\r\nX: y\r\n\r\n\r\n'.repeat(4000)],
    ['JSON', 'application/json', '{}'],
  ])('%s is not read', async (_, type, body) => {
    const { path } = await shared(await added())
    const headers = { ...origin, 'content-type': type }
    const answer = await stage.world.app.request(`/id${path}`, { method: 'POST', headers, body })
    expect(answer.status).toBe(415)
  })

  test('a file is awaited by this form alone: anywhere else not a byte of it is read', async () => {
    const answer = await post('/t/AAAAAAAAAAAAAAAAAAAAAA', { jawaban: 'done', berkas: pdf() })
    expect(answer.status).toBe(404)
    expect((await post('/masuk', { email: 'x', berkas: pdf() })).status).toBe(415)
  })

  test('a script in the note stays text', async () => {
    const id = await added()
    const { path } = await shared(id)
    const catatan = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    expect((await post(path, { jawaban: 'running', catatan })).status).toBe(303)
    const { text } = await stage.world.page(`/id${path}`)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert(1)')
    expect((await read(id)).answers[0].note).toBe(catatan)
  })

  test('expired or revoked it says so and takes nothing; forwarded it works and says for whom it was', async () => {
    const id = await added()
    const [expired, revoked, forwarded] = [await shared(id), await shared(id), await shared(id, { party: 'Pak Camat' })]
    await stage.world.owner.begin(async (sql) => {
      await sql`select set_config('session_replication_role', 'replica', true)`
      await sql`update links.links set expires_at = now() - interval '1 minute' where id = ${expired.link}`
    })
    expect((await stage.petugas.ask(revokeLink, { id: revoked.link, rev: 1 })).status).toBe(200)
    for (const [{ path }, said] of [
      [expired, 'berlaku sampai'],
      [revoked, 'dicabut'],
    ] as const) {
      const page = await stage.world.page(`/id${path}`)
      expect([page.status, page.text.includes(said)]).toEqual([410, true])
      const sent = await post(path, { jawaban: 'done', berkas: pdf() })
      expect([sent.status, sent.text.includes(said)]).toEqual([410, true])
    }
    expect((await stage.world.page(`/id${forwarded.path}`)).text).toContain('Pak Camat')
    expect((await post(forwarded.path, { jawaban: 'done' })).status).toBe(303)
    expect((await read(id)).answers).toHaveLength(1)
  })

  test('given to somebody else the link of the one before ends; moved to another day it goes on', async () => {
    const id = await added()
    const { path } = await shared(id)
    const moved = await stage.petugas.ask(followup.changeFollowUp, { id, rev: 1, dueOn: '2099-03-01' })
    expect((await stage.world.page(`/id${path}`)).text).toContain('1 Maret 2099')
    expect((await post(path, { jawaban: 'running' })).status).toBe(303)
    const { task } = await read(id)
    expect(task).toMatchObject({ id: moved.body.id, state: 'running' })
    const act = newId()
    const given = await stage.petugas.ask(followup.changeFollowUp, {
      act,
      id: task.id,
      rev: task.rev,
      unit: stage.own.unit,
    })
    expect(given.status).toBe(200)
    expect((await stage.world.page(`/id${path}`)).status).toBe(410)
    expect((await stage.petugas.ask(undoAct, { id: act })).status).toBe(200)
    expect((await stage.world.page(`/id${path}`)).status).toBe(200)
  })

  test('nobody shares what is not there, of another region, or closed', async () => {
    const hash = createHash('sha256').update(newId()).digest('hex')
    const link = { hash, party: 'Dinas', language: 'id' }
    expect((await stage.petugas.ask(followup.shareFollowUp, { ...link, id: stage.foreign.task })).status).toBe(404)
    const id = await added()
    await stage.petugas.ask(followup.endFollowUp, { id, rev: 1, outcome: 'dropped' })
    expect((await stage.petugas.ask(followup.shareFollowUp, { ...link, id })).status).toBe(409)
    expect((await stage.dinas.ask(followup.shareFollowUp, { ...link, id })).status).toBe(403)
  })

  test('a task of a meeting is answered the same way', async () => {
    const made = await stage.petugas.ask(agenda.addTask, {
      id: stage.own.activity,
      what: words(),
      unit: stage.own.unit,
    })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    const { path } = await shared(made.body.id)
    expect((await post(path, { jawaban: 'stuck', catatan: 'Anggaran' })).status).toBe(303)
    const { body } = await stage.petugas.ask(agenda.readActivity, { slug: stage.own.activitySlug })
    expect(JSON.stringify(body)).toContain('stuck')
  })
})

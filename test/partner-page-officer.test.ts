import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTask } from '../src/pages/tasks/contract.ts'
import { readToday } from '../src/pages/today/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'
import * as sharing from '../src/slices/sharing/contract.ts'
import { aColleague } from './factories.ts'
import { must, openPartnerStage, type Bound, type PartnerStage } from './partner-page-stage.ts'
import * as onStage from './partner-page-stage.ts'
import type { Asker, World } from './world.ts'

let stage: PartnerStage
let world: World
let petugas: Asker
let kab: Asker
let relation: string

beforeAll(async () => {
  stage = await openPartnerStage()
  ;({ world, petugas, kab, relation } = stage)
})
afterAll(async () => await world.close())

const shared: Bound<typeof onStage.shared> = async (...given) => await onStage.shared(stage, ...given)
const post: Bound<typeof onStage.post> = async (...given) => await onStage.post(stage, ...given)
const answers = async () => await onStage.answers(stage)
const newest = async () => await onStage.newest(stage)
const corrected = async (words: string) => await onStage.corrected(stage, words)
const relationOf = async (slug: string) => await onStage.relationOf(world, slug)

describe('the officer', () => {
  test('sees what each page shows, until when and how often it was answered', async () => {
    const page = await shared({ party: 'Daftar', parts: ['naskah', 'kerja_sama'] })
    await post(page.path, { jawab: 'usulan', judul: 'J', kata: 'K', nama: 'N' })
    const { pages } = await must(petugas.ask(sharing.readPage, { relation }))
    const row = pages.find((one: { id: string }) => one.id === page.id)
    expect(row).toMatchObject({
      party: 'Daftar',
      parts: ['kerja_sama', 'naskah'],
      language: 'ja',
      state: 'open',
      uses: 1,
    })
    expect(row.expiresAt).not.toBeNull()
  })

  test('makes a follow-up of it with one tap, once; an older look is told what changed', async () => {
    const { id, rev } = await corrected('Jadi tugas')
    const act = newId()
    const made = await must(petugas.ask(sharing.followAnswer, { act, id, rev, what: 'Periksa perbaikan' }))
    const { task } = await must(petugas.ask(readTask, { id: made.followUp }))
    expect([task.what, task.subject]).toEqual(['Periksa perbaikan', relation])
    expect(await newest()).toMatchObject({ id, state: 'ditindaklanjuti', followUp: made.followUp })
    const late = await petugas.ask(sharing.settleAnswer, { id, rev, state: 'dicatat' })
    expect(late.status).toBe(409)
    await must(petugas.ask(undoAct, { id: act }))
    expect(await newest()).toMatchObject({ id, state: 'baru', followUp: null })
    expect((await petugas.ask(readTask, { id: made.followUp })).status).toBe(404)
  })

  test('notes it, or leaves it out with a reason', async () => {
    const first = await corrected('Dicatat saja')
    await must(petugas.ask(sharing.settleAnswer, { id: first.id, rev: first.rev, state: 'dicatat' }))
    const { id, rev } = await corrected('Tidak dipakai')
    const without = await petugas.ask(sharing.settleAnswer, { id, rev, state: 'tidak_dipakai' })
    expect([without.status, without.body.error?.details?.fields?.[0] ?? without.body.details?.fields?.[0]]).toEqual([422, { path: 'reason', fault: 'required' }]) // prettier-ignore
    await must(petugas.ask(sharing.settleAnswer, { id, rev, state: 'tidak_dipakai', reason: 'Sudah benar' }))
    expect((await answers()).slice(0, 2)).toMatchObject([
      { state: 'tidak_dipakai', reason: 'Sudah benar' },
      { state: 'dicatat', reason: null },
    ])
  })

  test('is told in Hari ini, and the history of the relation names who answered', async () => {
    await corrected('Untuk hari ini')
    const { lines } = await must(petugas.ask(readToday, { all: 'true' } as never))
    const line = lines.find(({ kind }: { kind: string }) => kind === 'partner_answer')
    expect(line.relation.id).toBe(relation)
    expect(line.n).toBeGreaterThan(0)
    const { rows } = await must(petugas.ask(readHistory, { subject: relation }))
    expect(rows.map(({ verb }: { verb: string }) => verb)).toContain('sharing.answerByLink')
    expect(rows.map(({ verb }: { verb: string }) => verb)).toContain('sharing.sharePage')
  })

  test('reads page by page', async () => {
    const first = await must(petugas.ask(sharing.listAnswers, { relation, limit: 2 }))
    expect(first.rows).toHaveLength(2)
    const second = await must(petugas.ask(sharing.listAnswers, { relation, limit: 2, after: first.next }))
    expect(second.rows[0].number).toBeLessThan(first.rows[1].number)
  })

  test('shares nothing of another region, nothing without parts, and nothing without a partner', async () => {
    const to = () => ({ hash: hashOfToken(newId()), party: 'P', language: 'ja', days: 30, parts: ['bidang'] })
    expect((await kab.ask(sharing.sharePage, { id: relation, ...to() })).status).toBe(404)
    expect((await kab.ask(sharing.readPage, { relation })).status).toBe(404)
    expect((await kab.ask(sharing.listAnswers, { relation })).status).toBe(404)
    for (const parts of [[], ['tugas'], ['bidang', 'bidang']]) {
      expect((await petugas.ask(sharing.sharePage, { id: relation, ...to(), parts })).status).toBe(422)
    }
    expect((await petugas.ask(sharing.sharePage, { id: relation, ...to(), days: 181 })).status).toBe(422)
    const unknown = await relationOf('kab-bekasi-pihak-korea-selatan')
    expect((await must(kab.ask(sharing.readPage, { relation: unknown }))).parts).toBeUndefined()
    expect((await kab.ask(sharing.sharePage, { id: unknown, ...to() })).status).toBe(409)
    const wali = await world.as('wali-kota')
    expect((await wali.ask(sharing.sharePage, { id: relation, ...to() })).status).toBe(403)
    const auditor = await world.as(await aColleague(world, { region: 'kota-bekasi', role: 'auditor' }))
    const { id, rev } = await corrected('Hanya dibaca')
    expect((await auditor.ask(sharing.settleAnswer, { id, rev, state: 'dicatat' })).status).toBe(403)
    expect((await kab.ask(sharing.settleAnswer, { id, rev, state: 'dicatat' })).status).toBe(404)
    expect((await kab.ask(sharing.followAnswer, { id, rev, what: 'x' })).status).toBe(404)
  })

  test('takes the sharing back, and the address is not there any more', async () => {
    const page = await shared()
    await must(petugas.ask(undoAct, { id: page.act }))
    expect((await world.page(`/id${page.path}`)).status).toBe(404)
  })
})

test('what may name a person is personal, and can be blanked without breaking the row', async () => {
  const { id } = await corrected('Nama orang')
  const columns = await world.owner<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = 'sharing.answers'::regclass and attnum > 0 and col_description(attrelid, attnum) ~ '^personal[.]' order by 1`
  expect(columns.map(({ name }) => name)).toEqual(['field', 'name', 'reason', 'role', 'title', 'words'])
  const [kept] = await world.owner<{ n: number }[]>`
    select count(*)::int as n from ledger.personal p join ledger.changes c on c.tenant = p.tenant and c.id = p.change where c.row_id = ${id}`.catch(
    () => [{ n: 1 }],
  )
  expect(kept?.n).toBeGreaterThan(0)
  await world.owner.begin(async (sql) => {
    await sql`select set_config('session_replication_role', 'replica', true)`
    await sql`update sharing.answers set words = null, name = null, role = null, title = null, field = null, reason = null where id = ${id}`
  })
  expect((await newest()).words).toBeNull()
})

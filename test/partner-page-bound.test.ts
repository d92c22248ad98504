import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { addPartner, joinPartners, separatePartners } from '../src/slices/partners/contract.ts'
import { readRelation, setPartner } from '../src/slices/relations/contract.ts'
import * as sharing from '../src/slices/sharing/contract.ts'
import { must, openPartnerStage, type Bound, type PartnerStage } from './partner-page-stage.ts'
import * as onStage from './partner-page-stage.ts'
import type { Asker, World } from './world.ts'

let stage: PartnerStage
let world: World
let petugas: Asker
let kab: Asker
/** A relation of which nobody said with whom it is. */
let unnamed: string

beforeAll(async () => {
  stage = await openPartnerStage()
  ;({ world, petugas, kab } = stage)
  unnamed = await onStage.relationOf(world, 'kab-bekasi-pihak-korea-selatan')
})
afterAll(async () => await world.close())

const shared: Bound<typeof onStage.shared> = async (...given) => await onStage.shared(stage, ...given)
const post: Bound<typeof onStage.post> = async (...given) => await onStage.post(stage, ...given)
const proposal = { jawab: 'usulan', judul: 'J', kata: 'K', nama: 'N' }

describe('a page belongs to the partner it was handed to', () => {
  const entered = async (name: string) =>
    (await must(kab.ask(addPartner, { name, kind: 'company', country: 'KR', sure: ['name'] }))).id as string
  const aName = (word: string) => `${word}${newId().slice(-8)}`
  const name = async (who: Record<string, unknown>) => {
    const act = newId()
    const { rev } = await must(kab.ask(readRelation, { id: unnamed }))
    await must(kab.ask(setPartner, { act, id: unnamed, rev, ...who }))
    return async () => {
      const back = newId()
      await must(kab.ask(undoAct, { act: back, id: act }))
      return back
    }
  }
  const share = async () => await shared({ party: 'Penerima' }, { of: unnamed, by: kab })
  const opens = async (path: string) => [(await world.page(`/id${path}`)).status, (await post(path, proposal)).status]

  test.each(['known', 'entered with the naming'])(
    'handed to the wrong one, %s, it never opens the next one’s page',
    async (how) => {
      const wrong = aName('Salah')
      const unname = await name(
        how === 'known'
          ? { partner: await entered(wrong) }
          : { newPartner: { name: wrong, kind: 'company', country: 'KR' }, sure: ['name'] },
      )
      const old = await share()
      expect(await opens(old.path)).toEqual([200, 303])
      await unname()
      expect(await opens(old.path)).toEqual([404, 404])

      const right = aName('Benar')
      const partner = await entered(right)
      const again = await name({ partner })
      const number = aName('B-')
      const mail = { direction: 'in', kind: 'mitra', partner, number, passedOn: '2026-02-01', channel: 'post', subject: aName('Perihal ') } // prettier-ignore
      await must(kab.ask(letters.registerMail, { ...mail, relations: [unnamed] }))
      const { status, text } = await world.page(`/id${old.path}`)
      expect(status).toBe(404)
      for (const closed of [right, number, mail.subject]) expect(text).not.toContain(closed)
      expect((await post(old.path, proposal)).status).toBe(404)
      const { path } = await share()
      expect((await world.page(`/id${path}`)).text).toContain(number)
      await again()
    },
  )

  test('it opens again once the naming is put back', async () => {
    const unname = await name({ newPartner: { name: aName('Tetap'), kind: 'company', country: 'KR' }, sure: ['name'] })
    const { path } = await share()
    const undone = await unname()
    expect(await opens(path)).toEqual([404, 404])
    const again = newId()
    await must(kab.ask(undoAct, { act: again, id: undone }))
    expect(await opens(path)).toEqual([200, 303])
    await must(kab.ask(undoAct, { id: again }))
  })

  test('a partner that was entered twice is the same one', async () => {
    const [twin, kept] = [await entered(aName('Kembar')), await entered(aName('Utama'))]
    const unname = await name({ partner: twin })
    const before = await share()
    await must(kab.ask(joinPartners, { id: twin, sameAs: kept }))
    expect(await opens(before.path)).toEqual([200, 303])
    const after = await share()
    await must(kab.ask(separatePartners, { id: twin }))
    expect(await opens(before.path)).toEqual([200, 303])
    // This one was handed to the other of the two.
    expect(await opens(after.path)).toEqual([404, 404])
    await unname()
  })
})

test('the subject of a meeting is what was published of it, until a mended one is published too', async () => {
  const [open, hidden] = [`umum${newId().slice(-8)}`, `rahasia${newId().slice(-8)}`]
  const meeting = { relations: [stage.relation], occurredOn: '2026-03-06', about: open, place: 'Balai' }
  const { id } = await must(petugas.ask(agenda.recordActivity, meeting))
  const { path } = await shared()
  const seen = async () => {
    const { text } = await world.page(`/id${path}`)
    return [text.includes(open), text.includes(hidden)]
  }
  expect(await seen()).toEqual([false, false])
  await must(petugas.ask(agenda.publishActivity, { id }))
  expect(await seen()).toEqual([true, false])
  await must(petugas.ask(agenda.mendActivity, { id, rev: 1, about: hidden }))
  expect(await seen()).toEqual([true, false])
  await must(petugas.ask(agenda.publishActivity, { id }))
  expect(await seen()).toEqual([false, true])
})

test('of the closed letters of a mission nobody can say anything', async () => {
  const { embassy } = stage
  const { path } = await shared({}, { of: embassy, by: kab })
  const { parts } = await must(kab.ask(sharing.readPage, { relation: embassy }))
  const lihat = parts.find(({ id }: { id: string }) => id === 'surat').version
  const before = (await must(kab.ask(sharing.listAnswers, { relation: embassy }))).rows.length
  expect((await post(path, { jawab: 'benar', bagian: 'surat', lihat })).status).toBe(404)
  expect((await post(path, { jawab: 'perbaikan', bagian: 'surat', lihat, kata: 'K' })).status).toBe(404)
  expect((await must(kab.ask(sharing.listAnswers, { relation: embassy }))).rows.length).toBe(before)
})

test('beyond 100 links the open ones are told first, however old', async () => {
  const { relation } = stage
  const oldest = await shared({ party: 'Tertua' })
  await world.owner.begin(async (sql) => {
    await sql`select set_config('session_replication_role', 'replica', true)`
    await sql`with made as (
        insert into links.links (tenant, id, purpose, subject, party, language, token_hash, expires_at, made_by)
        select l.tenant, ('ffffffff-ffff-7fff-8fff-' || lpad(n::text, 12, '0'))::uuid, l.purpose, l.subject, 'Lewat', l.language,
          sha256(('lewat' || n)::bytea), now() - interval '1 minute', l.made_by
        from links.links l, generate_series(1, 100) n where l.id = ${oldest.link} returning tenant, id)
      insert into sharing.pages (tenant, id, relation, partner, link, parts, shared_on)
      select m.tenant, m.id, p.relation, p.partner, m.id, p.parts, p.shared_on
      from made m join sharing.pages p on p.id = ${oldest.id}`
  })
  const { pages } = await must(petugas.ask(sharing.readPage, { relation }))
  expect(pages).toHaveLength(100)
  const states: string[] = pages.map(({ state }: { state: string }) => state)
  expect(pages.map(({ id }: { id: string }) => id)).toContain(oldest.id)
  expect(states.lastIndexOf('open')).toBeLessThan(states.indexOf('expired'))
})

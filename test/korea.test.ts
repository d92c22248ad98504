import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { listPartners } from '../src/slices/partners/contract.ts'
import { mendRelation, publishRelation, readRelation, setPartner } from '../src/slices/relations/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

// Story 003: a memorandum is reported as signed, no text is known, and nobody said with whom.
const slug = 'kab-bekasi-pihak-korea-selatan'

let world: World
let officer: Asker
let id: string

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kab-bekasi')
  id = (await pageOf()).relation.id
})
afterAll(async () => await world.close())

const pageOf = async () => (await officer.ask(readRelationPage, { slug })).body
const read = async () => (await officer.ask(readRelation, { id })).body

async function answer(who: Record<string, unknown>) {
  const { rev } = await read()
  const act = newId()
  const { status, body } = await officer.ask(setPartner, { act, id, rev, ...who })
  return { act, status, body }
}
const undo = async (act: string) => {
  const { status, body } = await officer.ask(undoAct, { act: newId(), id: act })
  expect(status, JSON.stringify(body)).toBe(200)
}
const named = async (q: string) => (await officer.ask(listPartners, { q })).body.rows.map(({ name }: { name: string }) => name) // prettier-ignore

describe('while nobody named the partner', () => {
  test('what is reported moves nothing: no partner, no procedure, no status, no text', async () => {
    const { relation, activities, levels } = await pageOf()
    expect(relation).toMatchObject({ partner: null, process: null, status: null, stage: null, cooperationType: null })
    expect(levels[activities[0].id]).toBe('reported')
  })

  test('what other outlets say stands apart, with the outlet, and backs nothing', async () => {
    const { others, relation, levels, differences } = await pageOf()
    const told = others.map(({ field, value, source }: any) => [field, value, source.outlet])
    expect(told.toSorted()).toEqual([
      ['counterpart', 'DICS US Co Ltd', 'koran-jakarta'],
      ['counterpart', 'DICS US Co Ltd', 'satuarah.co'],
      ['occasion', 'audiensi', 'koran-jakarta'],
      ['occasion', 'audiensi', 'satuarah.co'],
    ])
    expect(Object.keys(levels)).not.toContain(`${relation.id}.counterpart`)
    expect(Object.keys(differences)).not.toContain(`${relation.id}.counterpart`)
  })

  test('the world reads none of it, also after it is published again', async () => {
    expect((await officer.ask(publishRelation, { id })).status).toBe(200)
    for (const language of ['id', 'en', 'ja', 'ko']) {
      const { text } = await world.page(`/${language}/kerja-sama/${slug}`)
      expect(text).not.toMatch(/DICS|satuarah|koran-jakarta/)
      expect(text).toContain('193/1652/PUOD')
    }
    const [document] = await world.owner<{ text: string }[]>`
      select document::text as text from relations.published where id = ${id}`
    expect(document?.text).not.toMatch(/DICS|satuarah|koran-jakarta/)
  })

  test('the circular of 1993 is shown as cited and as superseded, with what applies', async () => {
    const { text } = await world.page(`/id/kerja-sama/${slug}`)
    expect(text).toContain('Aturan ini sudah digantikan; yang berlaku: PP 28/2018 dan Permendagri 25/2020.')
    expect((await world.page(`/ja/kerja-sama/${slug}`)).text).toContain('現行はPP 28/2018、Permendagri 25/2020')
  })

  test('purpose, expected benefit and precedent are public in the reader’s language, each with its sheet', async () => {
    const { text } = await world.page(`/ko/kerja-sama/${slug}`)
    for (const topic of ['tujuan', 'manfaat', 'contoh']) {
      expect(text).toContain(`sumber/${topic}`)
      expect((await world.page(`/ko/kerja-sama/${slug}/sumber/${topic}`)).status).toBe(200)
    }
    expect(text).toContain('상공회의소') // the chair's expectation
  })

  test('the reports it links to stand on the sheet of the signing, and the editor too', async () => {
    const { activities } = await pageOf()
    const { text } = await world.page(`/id/kerja-sama/${slug}/sumber/pertemuan-${activities[0].slug}`)
    expect(text).toContain('Gubernur Setif Ajak Purwakarta')
    expect(text).toContain('redaktur Naryo')
    expect(text).toContain('tidak dibuatkan kerja sama')
  })
})

describe('who is it?', () => {
  test('a company: entered with the answer, no procedure, never a sister city; one undo takes both back', async () => {
    const { act, status, body } = await answer({
      newPartner: { name: 'DICS US Co Ltd', kind: 'company', country: 'KR' },
    })
    expect([status, body.process, body.procedure]).toEqual([200, null, null])
    const { rev, partner } = await read()
    expect(partner).toMatchObject({ name: 'DICS US Co Ltd', kind: 'company', country: 'KR' })
    const refused = await officer.ask(mendRelation, { id, rev, cooperationType: 'ksdpl' })
    expect([refused.status, refused.body.details.missing[0].article.at]).toEqual([422, 'Ps 24'])
    expect((await pageOf()).relation).toMatchObject({ status: null, process: null })
    await undo(act)
    expect(await read()).toMatchObject({ partner: null, label: 'pihak Korea Selatan' })
    expect(await named('DICS')).toEqual([])
  })

  test('a local government: the foreign procedure, an estimate at its first stage whatever was reported', async () => {
    const who = { name: 'Kabupaten Goseong', kind: 'foreign_local_government', country: 'KR' }
    const { act, body } = await answer({ newPartner: who })
    expect(body.procedure).toBe('foreign-2018')
    expect((await pageOf()).relation).toMatchObject({
      status: 'exploring',
      stage: 'penjajakan',
      process: { provisional: true },
    })
    await undo(act)
    expect(await read()).toMatchObject({ partner: null, process: null })
    expect(await named('Goseong')).toEqual([])
  })

  test.each([
    [{}, 'partner', 'required'],
    [{ newPartner: { name: ' ' } }, 'newPartner.name', 'required'],
    [{ newPartner: { name: 'Kedutaan Besar Jepang', kind: 'embassy', country: 'JP' } }, 'name', 'doubtful'],
  ])('%j is refused at %s as %s', async (who, path, fault) => {
    const { status, body } = await answer(who)
    expect([status, body.details.fields]).toEqual([422, [{ path, fault }]])
  })

  test('of another region there is nothing to answer', async () => {
    const other = await world.as('petugas-kota-bekasi')
    const input = { id, rev: 1, newPartner: { name: 'Perusahaan' } }
    expect((await other.ask(setPartner, { act: newId(), ...input })).status).toBe(404)
    expect((await (await world.as(undefined)).ask(setPartner, { act: newId(), ...input })).status).toBe(401)
  })

  test('an association: nothing is assumed until its type is decided, then the procedure for institutions', async () => {
    const { body } = await answer({
      newPartner: { name: 'Asosiasi Pertukaran', kind: 'institution', country: 'KR' },
    })
    expect(body.procedure).toBeNull()
    const { rev } = await read()
    const mended = await officer.ask(mendRelation, { act: newId(), id, rev, cooperationType: 'ksdll' })
    expect(mended.status).toBe(200)
    expect((await pageOf()).relation).toMatchObject({ status: 'exploring', process: { provisional: false } })
  })
})

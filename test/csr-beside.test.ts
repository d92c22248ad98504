import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportCompany, readBeside } from '../src/pages/csr-pages/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { addContest, addSponsor, publishContest } from '../src/slices/contests/contract.ts'
import { addOffer, listCompanies, publishCompany } from '../src/slices/csr/contract.ts'
import { answerIssue, publishIssue, raiseIssue, withdrawIssue } from '../src/slices/forum/contract.ts'
import { addPartner } from '../src/slices/partners/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import { newRelation, publishRelation } from '../src/slices/relations/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let neighbour: Asker
let company: string
let companySlug: string
let relation: string

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  neighbour = await world.as('petugas-kab-bekasi')
  const made = ok(await petugas.ask(addPartner, { name: `Kawasan ${newId()}`, kind: 'estate', country: 'ID' }))
  company = made.id
  companySlug = made.slug
  relation = ok(await petugas.ask(newRelation, { partner: company, beganOn: '2025-01-10' })).id
})
afterAll(async () => await world.close())

const ok = <T extends { status: number; body: any }>(answer: T) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

describe('beside a company’s year', () => {
  test('stand the issues of its forum that were answered in it', async () => {
    const words = `Jalan masuk ${newId()}`
    const issue = ok(await petugas.ask(raiseIssue, { words, relations: [relation] }))
    const beside = async (year: number) => ok(await petugas.ask(readBeside, { slug: companySlug, year }))
    const year = Number((await petugas.ask(listCompanies, {})).body.year)
    expect((await beside(year)).issues).toEqual([])
    ok(await petugas.ask(answerIssue, { id: issue.id, words: 'Sudah dilebarkan' }))
    expect((await beside(year)).issues).toMatchObject([{ slug: issue.slug, words }])
    expect((await beside(year - 1)).issues).toEqual([])
    expect((await neighbour.ask(readBeside, { slug: companySlug, year })).status).toBe(404)
  })

  test('stand the contests it helps', async () => {
    const [unit] = ok(await petugas.ask(listUnits)).rows
    const asked = { title: `Lomba ${newId()}`, contestOn: '2026-12', organiserUnit: unit.id }
    const contest = ok(await petugas.ask(addContest, asked))
    ok(await petugas.ask(addSponsor, { id: contest.id, partner: company }))
    const { contests } = ok(await petugas.ask(readBeside, { slug: companySlug, year: 2026 }))
    expect(contests).toMatchObject([{ slug: contest.slug }])
  })

  test('stand as known on the visitor’s day: a window that is not open yet, and a year to come, are not told', async () => {
    const [unit] = ok(await petugas.ask(listUnits)).rows
    const window = { opensOn: '2025-03-10', closesOn: '2025-03-20', contestOn: '2025-04-02' }
    const contest = ok(await petugas.ask(addContest, { title: `Lomba ${newId()}`, ...window, organiserUnit: unit.id }))
    const bare = ok(
      await petugas.ask(addContest, { title: `Lomba ${newId()}`, contestOn: '2025', organiserUnit: unit.id }),
    )
    for (const { id } of [contest, bare]) ok(await petugas.ask(addSponsor, { id, partner: company }))
    const seen = async (day: string) => {
      const headers = { cookie: `${petugas.cookie}; tanggal=${day}` }
      const { contests } = ok(await petugas.ask(readBeside, { slug: companySlug, year: 2025 }, { headers }))
      return contests.map(({ slug }: { slug: string }) => slug)
    }
    expect(await seen('2025-03-10')).toEqual([contest.slug, bare.slug])
    expect(await seen('2025-03-09')).toEqual([bare.slug])
    expect(await seen('2024-12-31')).toEqual([])
  })

  test('stand in the file of the year too, where nothing is computed and no other year comes in', async () => {
    const formula = `=1+1 ${newId()}`
    const { id } = ok(await petugas.ask(raiseIssue, { words: formula, relations: [relation] }))
    ok(await petugas.ask(answerIssue, { id, words: 'Sudah' }))
    const year = Number((await petugas.ask(listCompanies, {})).body.year)
    const [unit] = ok(await petugas.ask(listUnits)).rows
    const title = `Lomba ${newId()}`
    const contest = ok(await petugas.ask(addContest, { title, contestOn: `${year}-12`, organiserUnit: unit.id }))
    ok(await petugas.ask(addSponsor, { id: contest.id, partner: company }))
    const file = async (of: number) => ok(await petugas.ask(exportCompany, { slug: companySlug, year: of })).toString()
    const [header = '', ...lines] = (await file(year)).split('\n')
    expect(header.split(',').length).toBe(13)
    expect(lines.find((line: string) => line.includes(title))).toMatch(/^Lomba yang didukung,/)
    expect(lines.find((line: string) => line.includes(formula))).toMatch(
      /^Isu yang dijawab,"?'=1\+1 .*,\d{4}-\d\d-\d\d$/,
    )
    expect(await file(year - 1)).not.toContain(title)
    expect((await neighbour.ask(exportCompany, { slug: companySlug, year })).status).toBe(404)
  })
})

describe('on a company’s public year', () => {
  test('stand contests and answers that are public themselves, as long as they are', async () => {
    const [unit] = ok(await petugas.ask(listUnits)).rows
    const [shown, inside] = [`Lomba ${newId()}`, `Lomba ${newId()}`]
    const dates = { opensOn: '2025-05-01', closesOn: '2025-05-20', contestOn: '2025-06-01', organiserUnit: unit.id }
    for (const title of [shown, inside]) {
      const { id } = ok(await petugas.ask(addContest, { ...dates, title }))
      ok(await petugas.ask(addSponsor, { id, partner: company }))
      if (title === shown) ok(await petugas.ask(publishContest, { id }))
    }
    ok(await petugas.ask(publishRelation, { id: relation }))
    const year = Number((await petugas.ask(listCompanies, {})).body.year)
    const issues = []
    for (const show of [['answer'], [], undefined]) {
      const words = `Drainase ${newId()}`
      const { id } = ok(await petugas.ask(raiseIssue, { words, relations: [relation] }))
      ok(await petugas.ask(answerIssue, { id, words: 'Sudah dibersihkan' }))
      if (show !== undefined) ok(await petugas.ask(publishIssue, { id, show }))
      issues.push({ id, words })
    }
    const [answered, silent, hidden] = issues.map(({ words }) => words) as [string, string, string]
    const offer = { partner: company, what: 'Bibit', fields: ['lingkungan'], inKind: 'bibit' }
    for (const of of [2025, year]) {
      ok(await petugas.ask(addOffer, { ...offer, year: of }))
      ok(await petugas.ask(publishCompany, { id: company, year: of }))
    }
    const page = async (of: number) => {
      const { status, text } = await world.page(`/id/daerah/kota-bekasi/program/tjsl/${companySlug}/${of}`)
      expect(status).toBe(200)
      return text
    }
    const past = await page(2025)
    expect(past).toContain(shown)
    for (const text of [inside, answered]) expect(past).not.toContain(text)
    const now = await page(year)
    expect(now).toContain(answered)
    for (const text of [silent, hidden, shown]) expect(now).not.toContain(text)
    ok(await petugas.ask(withdrawIssue, { id: issues[0]?.id }))
    expect(await page(year)).not.toContain(answered)
  })
})

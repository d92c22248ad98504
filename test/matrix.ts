import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import type { Endpoint } from '../src/shared/endpoint.ts'
import type { Role } from '../src/shared/permissions.ts'
import { findDemoAccount } from '../src/slices/demo/model.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import { readChoice } from '../src/slices/notices/contract.ts'
import * as reference from '../src/slices/reference/contract.ts'
import * as relations from '../src/slices/relations/contract.ts'
import { anActOf, furnish, refresh, type Furniture } from './factories.ts'
import { inputOf, nowhere, takesId, type Ids } from './inputs.ts'
import { askerOf, openWorld, type Asker, type World } from './world.ts'

export const people = {
  petugas: 'petugas-kota-bekasi',
  kepala_bagian: 'kepala-bagian',
  pimpinan: 'wali-kota',
  opd: 'dinas',
  admin_daerah: 'admin',
  auditor: 'auditor',
  provinsi: 'provinsi',
} as const satisfies Record<Role, string>

export type Person = Role | 'nobody'
export const everybody = [...Object.keys(people), 'nobody'] as Person[]
const asked = ['own', 'foreign', 'unknown'] as const

/**
 * test/matrix.json: per endpoint and role what the answer is for a record of the caller's region, one of another
 * region and one that is not there; a single code stands for all three. Edited by hand, only ever compared.
 */
export type Matrix = Record<string, Record<Person, string>>

export function readMatrix(): Matrix {
  return JSON.parse(readFileSync(new URL('matrix.json', import.meta.url), 'utf8')) as Matrix
}

export interface Stage {
  world: World
  own: Furniture
  foreign: Furniture
}

/** Two regions that both have everything. */
export async function openStage(): Promise<Stage> {
  const world = await openWorld()
  const own = await furnish(world, { region: 'kota-bekasi', canary: 'Kota-Kenari' })
  const foreign = await furnish(world, { region: 'kab-bekasi', canary: 'Kab-Kenari' })
  return { world, own, foreign }
}

/**
 * Asks one row of the matrix of an app and answers what differs from the table, one readable line per cell; only the
 * first where one is enough to know: then those who are refused come first, who use nothing up.
 */
export async function differences(
  stage: Stage,
  endpoint: Endpoint,
  { app, first = false }: { app?: Hono; first?: boolean } = {},
): Promise<string[]> {
  const row = readMatrix()[endpoint.name]
  if (row === undefined) return [`${endpoint.name}: has no row in test/matrix.json`]
  const found: string[] = []
  const refused = (person: Person) => row[person] === '403'
  const order = first ? [...everybody.filter(refused), ...everybody.filter((each) => !refused(each))] : everybody
  for (const person of order) {
    const expected = cellsOf(row[person])
    for (const [at, whose] of (takesId(endpoint) ? asked : asked.slice(0, 1)).entries()) {
      const { status } = await ask(stage, { endpoint, person, whose, ...(app !== undefined && { app }) })
      if (status === expected[at]) continue
      found.push(`${endpoint.name} · ${person} · ${whose}: the table says ${expected[at]}, the answer was ${status}`)
      if (first) return found
    }
  }
  return found
}

function cellsOf(text: string): number[] {
  const codes = text.split(' ').map(Number)
  return codes.length === 1 ? asked.map(() => codes[0] ?? 0) : codes
}

interface Cell {
  endpoint: Endpoint
  person: Person
  whose: (typeof asked)[number]
  app?: Hono
}

async function ask(stage: Stage, { endpoint, person, whose, app }: Cell) {
  const { world, own, foreign } = stage
  const { cookie } = await world.as(person === 'nobody' ? undefined : people[person])
  const asker = askerOf(app ?? world.app, cookie.replace('jembatan=', '') || undefined)
  const ids = { own: () => ownIds({ world, own, endpoint, person, asker }), foreign: () => foreign, unknown: nowhere }
  const answer = await asker.ask(endpoint, inputOf(endpoint, await ids[whose]()))
  // What was refused used nothing up.
  if (endpoint.method === 'POST' && answer.status === 200) stage.own = await refresh(world, own, endpoint.name)
  return answer
}

interface Owning {
  world: World
  own: Furniture
  endpoint: Endpoint
  person: Person
  asker: Asker
}

/** Records of the caller's own region, and an act of the caller's own. */
async function ownIds({ world, own, endpoint, person, asker }: Owning): Promise<Ids> {
  if (person === 'nobody') return own
  if (endpoint.name === 'ledger.undoAct' && (person === 'petugas' || person === 'kepala_bagian')) {
    const { body } = await asker.ask(relations.addField, { act: nowhere().act, id: own.relation })
    const [made] = await world.owner<{ act: string }[]>`select act from ledger.changes where row_id = ${body.id}`
    return { ...own, act: made?.act ?? '' }
  }
  if (endpoint.name === 'ledger.undoAct' && person === 'admin_daerah') {
    const act = nowhere().act
    await asker.ask(reference.addUnit, { act, name: `Dinas ${act}`, kind: 'opd' })
    return { ...own, act }
  }
  if (endpoint.name === 'ledger.undoAct' && person === 'opd') {
    const act = nowhere().act
    await asker.ask(keepFile, { act, name: 'surat.pdf', body: `%PDF-1.4\n${act}\n%%EOF\n` })
    return { ...own, act }
  }
  // Own settings stand under one's own membership.
  if (endpoint.name === 'notices.choose') return { ...own, choiceRev: (await asker.ask(readChoice)).body.rev ?? 0 }
  return { ...own, act: await anActOf(world, findDemoAccount(people[person])?.email ?? '') }
}

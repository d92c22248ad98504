import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'
import * as sharing from '../src/slices/sharing/contract.ts'
import { partIds, type PartId } from '../src/slices/sharing/model.ts'
import { openWorld, type Asker, type World } from './world.ts'

const origin = { origin: 'http://localhost', host: 'localhost' }

export interface Handed {
  path: string
  link: string
  id: string
  act: string
}

export type Sent = Record<string, string | { name: string; content: string }>

/** What a helper of the stage takes beside the stage. */
export type Bound<Of> = Of extends (stage: PartnerStage, ...given: infer Given) => infer Answer
  ? (...given: Given) => Answer
  : never

export const must = async (asked: ReturnType<Asker['ask']>) => {
  const answer = await asked
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

export interface PartnerStage {
  world: World
  petugas: Asker
  kab: Asker
  /** Kota Bekasi and Izumisano. */
  relation: string
  /** Kab. Bekasi and the embassy. */
  embassy: string
}

/** The stories, and the officers of two regions. */
export async function openPartnerStage(): Promise<PartnerStage> {
  const world = await openWorld()
  return {
    world,
    petugas: await world.as('petugas-kota-bekasi'),
    kab: await world.as('petugas-kab-bekasi'),
    relation: await relationOf(world, 'kota-bekasi-izumisano'),
    embassy: await relationOf(world, 'kab-bekasi-kedutaan-besar-jepang'),
  }
}

export async function relationOf(world: World, slug: string): Promise<string> {
  const [row] = await world.owner<{ id: string }[]>`select id from relations.relations where slug = ${slug}`
  return row?.id ?? ''
}

/** Hands a page out: every part in Japanese unless told otherwise. */
export async function shared(
  { petugas, relation }: PartnerStage,
  more: Record<string, unknown> = {},
  { of = relation, by = petugas } = {},
): Promise<Handed> {
  const token = randomBytes(16).toString('base64url')
  const act = newId()
  const to = { party: 'Balai <b>Kota</b>', language: 'ja', days: 30, parts: [...partIds], ...more }
  const made = await must(by.ask(sharing.sharePage, { act, id: of, hash: hashOfToken(token), ...to }))
  return { path: `/t/${token}`, link: made.link, id: made.id, act }
}

/** Sends a form of the page, as a browser does. */
export async function post({ world }: PartnerStage, path: string, sent: Sent, language = 'id') {
  const form = new FormData()
  for (const [name, value] of Object.entries<Sent[string]>({ lembar: newId(), ...sent })) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new File([value.content], value.name))
  }
  const answer = await world.app.request(`/${language}${path}`, { method: 'POST', headers: origin, body: form })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}

/** The digest of a part as it stands in the forms of the page. */
export async function seenOn({ world }: PartnerStage, path: string, part: PartId): Promise<string> {
  const { text } = await world.page(`/id${path}`)
  const hidden = `name="bagian" value="${part}"/><input type="hidden" name="lihat" value="([0-9a-f]{16})"`
  return new RegExp(hidden).exec(text)?.[1] ?? ''
}

export const answers = async ({ petugas, relation }: PartnerStage) =>
  (await must(petugas.ask(sharing.listAnswers, { relation }))).rows

export const newest = async (stage: PartnerStage) => (await answers(stage))[0]

/** A correction of the fields, as the officer reads it. */
export async function corrected(stage: PartnerStage, words: string) {
  const page = await shared(stage)
  const lihat = await seenOn(stage, page.path, 'bidang')
  const sent = await post(stage, page.path, { jawab: 'perbaikan', bagian: 'bidang', lihat, kata: words })
  expect(sent.status, sent.text).toBe(303)
  return { ...(await newest(stage)), page, to: sent.to }
}

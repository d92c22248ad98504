import { createHash, randomBytes } from 'node:crypto'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { readTask } from '../src/pages/tasks/contract.ts'
import * as followup from '../src/slices/followup/contract.ts'
import { listMembers, mendMember } from '../src/slices/identity/contract.ts'
import { furnish, type Furniture } from './factories.ts'
import { openWorld, type Answer, type Asker, type World } from './world.ts'

/** A file as a form sends it. */
interface SentFile {
  name: string
  type?: string
  content: string
}

/** Two furnished regions, who works with follow-ups in one of them, and what they do again and again. */
export interface TaskStage {
  world: World
  own: Furniture
  foreign: Furniture
  petugas: Asker
  admin: Asker
  /** Agency staff, of the unit `own.unit`. */
  dinas: Asker
  /** A follow-up of the activity unless told otherwise. */
  added(more?: object): Promise<string>
  read(id: string): Promise<any>
  memberOf(email: string): Promise<any>
  onDay(on: string, endpoint: Endpoint, input: object): Promise<Answer>
  /** A link to answer, and its address without language. */
  shared(id: string, more?: object): Promise<{ path: string; link: string }>
  /** A form with a file, as a browser sends it. */
  post(
    path: string,
    sent: Record<string, string | SentFile>,
    language?: string,
  ): Promise<{ status: number; text: string; to: string }>
}

export const words = () => `Tugas ${newId().slice(-8)}`
export const pdf = (text = newId()): SentFile => ({
  name: 'bukti.pdf',
  type: 'application/pdf',
  content: `%PDF-1.4\n${text}\n%%EOF\n`,
})
export const origin = { 'sec-fetch-site': 'same-origin' }

async function mustDo(asking: Promise<Answer>): Promise<any> {
  const { status, body } = await asking
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

export async function openTaskStage(): Promise<TaskStage> {
  const world = await openWorld()
  const own = await furnish(world, { region: 'kota-bekasi', canary: 'Kota-Kenari' })
  const foreign = await furnish(world, { region: 'kab-bekasi', canary: 'Kab-Kenari' })
  const [petugas, admin, dinas] = [
    await world.as('petugas-kota-bekasi'),
    await world.as('admin'),
    await world.as('dinas'),
  ]
  const memberOf = async (email: string) =>
    (await admin.ask(listMembers)).body.rows.find((row: { email: string }) => row.email === email)
  const { id: member, rev } = await memberOf('dinas@contoh.invalid')
  await mustDo(admin.ask(mendMember, { id: member, rev, unit: own.unit }))
  return {
    world,
    own,
    foreign,
    petugas,
    admin,
    dinas,
    memberOf,
    added: async (more = {}) =>
      (await mustDo(petugas.ask(followup.addFollowUp, { subject: own.activity, what: words(), ...more }))).id,
    read: async (id) => (await petugas.ask(readTask, { id })).body,
    onDay: async (on, endpoint, input) =>
      await petugas.ask(endpoint, { ...input }, { headers: { cookie: `${petugas.cookie}; tanggal=${on}` } }),
    async shared(id, more = {}) {
      const token = randomBytes(16).toString('base64url')
      const hash = createHash('sha256').update(token).digest('hex')
      const link = { id, hash, party: 'Dinas <b>Pendidikan</b>', language: 'id', days: 14, ...more }
      return { path: `/t/${token}`, link: (await mustDo(petugas.ask(followup.shareFollowUp, link))).id }
    },
    async post(path, sent, language = 'id') {
      const form = new FormData()
      for (const [name, value] of Object.entries<string | SentFile>({ lembar: newId(), ...sent })) {
        if (typeof value === 'string') form.append(name, value)
        else form.append(name, new File([value.content], value.name, { type: value.type ?? '' }))
      }
      const answer = await world.app.request(`/${language}${path}`, { method: 'POST', headers: origin, body: form })
      return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
    },
  }
}

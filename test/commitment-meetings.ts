import { expect } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { addCommitment, listCommitments, readActivity, recordActivity } from '../src/slices/agenda/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

export interface Row {
  id: string
  rev: number
  [field: string]: any
}

const day = '2025-08-02'

/** Meetings of Kota Bekasi with Izumisano at which something is promised, and what is recorded of it. */
export interface Meetings {
  world: World
  officer: Asker
  relation: { id: string; slug: string }
  official: string
  person: string
  aMeeting(): Promise<{ id: string; slug: string }>
  listOf(activity: string): Promise<Row[]>
  add(id: string, input?: object): ReturnType<Asker['ask']>
  /** One commitment of ours at a meeting of its own. */
  given(input?: object): Promise<{ meeting: { id: string; slug: string }; id: string }>
  page(slug: string, language?: string): Promise<string>
}

export async function openMeetings(): Promise<Meetings> {
  const world = await openWorld()
  const officer = await world.as('petugas-kota-bekasi')
  const relation = (await officer.ask(listRelations, {})).body.rows[0]
  const visit = (await officer.ask(readActivity, { slug: 'kunjungan-izumisano-2025-07-24' })).body
  const official = visit.officials[0].id
  const aMeeting = async () => {
    const about = `Rapat ${newId()}`
    return (await officer.ask(recordActivity, { relations: [relation.id], occurredOn: day, place: 'Pendopo', about }))
      .body
  }
  const add = async (id: string, input: object = {}) =>
    await officer.ask(addCommitment, { id, side: 'ours', official, words: `Menepati ${newId()}`, ...input })
  return {
    world,
    officer,
    relation,
    official,
    person: visit.people[0].id,
    aMeeting,
    add,
    listOf: async (activity) => (await officer.ask(listCommitments, { activity })).body.rows,
    async given(input = {}) {
      const meeting = await aMeeting()
      const answer = await add(meeting.id, input)
      expect([answer.status, answer.body], JSON.stringify(answer.body)).toMatchObject([200, { rev: 1 }])
      return { meeting, id: answer.body.id }
    },
    page: async (slug, language = 'id') => (await world.page(`/${language}/kegiatan/${slug}`)).text,
  }
}

/** The first thing that is wrong with what was sent. */
export const faultOf = ({ body }: { body: any }) => body.details?.fields?.[0]

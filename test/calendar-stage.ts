import ICAL from 'ical.js'
import { newId } from '../src/shared/ids.ts'
import { recordActivity } from '../src/slices/agenda/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

/** Kota Bekasi with something to plan: its officer, its cooperation of story 002, and meetings far ahead. */
export interface CalendarStage {
  world: World
  officer: Asker
  relation: string
  /** Plans a meeting in August 2091. */
  plan(values?: Record<string, unknown>): Promise<{ id: string; slug: string; rev: number }>
}

export async function openCalendarStage(): Promise<CalendarStage> {
  const world = await openWorld()
  const officer = await world.as('petugas-kota-bekasi')
  const [row] = await world.owner<{ id: string }[]>`
    select id from relations.relations where slug like '%izumisano%' limit 1`
  const relation = row?.id ?? ''
  return {
    world,
    officer,
    relation,
    async plan(values = {}) {
      const { body, status } = await officer.ask(recordActivity, {
        act: newId(),
        relations: [relation],
        occurredOn: '2091-08-20',
        startsAt: '09:00',
        place: 'Balai Kota; lantai 2, ruang A',
        about: `Rapat ${newId()}`,
        sure: ['about', 'occurredOn', 'who'],
        ...values,
      })
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
      return body
    },
  }
}

/** The events of a calendar file. */
export const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))

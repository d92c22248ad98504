import { addDays } from '../src/shared/dates.ts'
import { today } from '../src/platform/clock.ts'
import { newId } from '../src/shared/ids.ts'
import * as residents from '../src/slices/residents/contract.ts'
import { openWorld } from './world.ts'

export interface OpenedService {
  id: string
  slug: string
  slots: string[]
}

export const on = today('WIB')
export const later = (days: number) => addDays(on, days)
/** The act of a form, and the secret of its receipt. */
export const sheet = () => ({ lembar: newId(), rahasia: newId() })

/** A world with an officer, and what tests of bookings do again and again. Throws where the stage itself is refused. */
export async function openStage() {
  const world = await openWorld()
  const officer = await world.as('petugas-kota-bekasi')
  const must = async (asked: ReturnType<typeof officer.ask>) => {
    const { status, body } = await asked
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }

  /** A public service with sessions of these sizes, open for booking. */
  async function aService({
    sizes = [8],
    minimum,
    groupMost,
  }: { sizes?: number[]; minimum?: number; groupMost?: number } = {}): Promise<OpenedService> {
    const texts = {
      id: { title: `Layanan ${newId().slice(-8)}` },
      ja: { title: '外国人向け説明会', whoMay: '在留外国人' },
    }
    const days = { opensOn: later(-3), closesOn: later(20), purgeOn: later(60) }
    const of = { texts, place: 'Aula', householdMost: 12, minimum, groupMost, ...days }
    const { id, slug } = await must(officer.ask(residents.addService, of))
    const slots: string[] = []
    for (const [at, capacity] of sizes.entries()) {
      const starts = `${String(8 + at).padStart(2, '0')}:00`
      const slot = { id, day: later(10), starts, ends: '20:00', capacity }
      slots.push((await must(officer.ask(residents.addSlot, slot))).id)
    }
    await must(officer.ask(residents.publishService, { id }))
    return { id, slug, slots }
  }

  async function send(path: string, form: Record<string, string>, site = 'same-origin') {
    const answer = await world.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': site },
      body: new URLSearchParams(form).toString(),
    })
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
  }

  let n = 0
  const bookIn = async (of: OpenedService, form: Record<string, string> = {}, language = 'ja') =>
    await send(`/${language}/program/layanan/${of.slug}/pesan`, {
      ...sheet(),
      sesi: of.slots[0] ?? '',
      orang: '1',
      nama: 'Kata Mawar',
      kontak: `kontak-${(n += 1)}@contoh.invalid`,
      ...form,
    })
  const standing = async (of: OpenedService) => (await officer.ask(residents.readService, { slug: of.slug })).body.slots
  const bookings = async (of: OpenedService, at = 0) =>
    (await officer.ask(residents.listBookings, { id: of.slots[at], limit: 100 })).body.rows
  return { world, officer, aService, send, bookIn, standing, bookings }
}

// A calendar of a thousand meetings, as a program asks for it: the whole answer over HTTP, without what it has seen.
import type postgres from 'postgres'
import { newId } from '../../src/shared/ids.ts'
import { newToken } from '../../src/slices/links/ui/token.ts'
import type { Officer } from './officers.ts'
import type { Running } from './processes.ts'
import { limited, type Row } from './rounds.ts'

const asked = 20
const entries = 1000

interface Measuring {
  owner: postgres.Sql
  people: Officer[]
  product: Running
}

/** The middle of twenty answers, in ms. */
export async function measureFeed({ owner, people, product }: Measuring): Promise<Row[]> {
  const officer = people.find(({ role }) => role === 'petugas')
  if (officer === undefined) throw new Error('the volume has no officer')
  const base = `http://127.0.0.1:${product.port}`
  const headers = {
    cookie: `jembatan=${officer.token}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  }
  const act = async (path: string, body: object) => {
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ act: newId(), ...body }),
    })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  }
  const [{ n } = { n: 0 }] = await owner<{ n: number }[]>`
    select count(*)::int as n from agenda.activities where tenant = ${officer.tenant} and length(occurred_on) = 10 and voided_on is null`
  for (let made = n; made < entries; made++) {
    const occurredOn = `2028-${String((made % 12) + 1).padStart(2, '0')}-${String((made % 28) + 1).padStart(2, '0')}`
    const meeting = { who: 'Lembaga Contoh', place: 'Balai', about: `Rapat ${made}`, occurredOn, startsAt: '09:00' }
    await act('/api/agenda/activities', { ...meeting, sure: ['who', 'about', 'weekday', 'occurredOn'] })
  }
  const { token, hash } = newToken()
  await act('/api/calendar/feeds', { scope: 'region', organisations: true, hash, party: 'Uji', language: 'id' })
  const times: number[] = []
  for (let n = 0; n < asked; n++) {
    const began = performance.now()
    const answer = await fetch(`${base}/kalender/${token}.ics`)
    const text = await answer.text()
    times.push(performance.now() - began)
    const found = text.split('BEGIN:VEVENT').length - 1
    if (found !== entries) throw new Error(`the feed has ${found} entries instead of ${entries}`)
  }
  const middle = times.toSorted((a, b) => a - b)[asked / 2] ?? 0
  return [limited('feed', { unit: 'ms', value: Math.round(middle * 10) / 10, target: 100 })]
}

import { sql } from 'kysely'
import { today } from '../src/platform/clock.ts'
import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { addParticipant, recordActivity } from '../src/slices/agenda/commands.ts'
import { agreeSummary, saveSummary, translateSummary } from '../src/slices/agenda/summary.ts'
import { answerSummary } from '../src/slices/agenda/summary-answers.ts'
import { makeLink } from '../src/slices/links/commands.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'

/** A meeting of today with who is in the room, and its summary; another whose summary was agreed on. */
export interface RoomFurniture {
  roomMeeting: string
  attending: string
  /** The same, once more. */
  sameGuest: string
  summary: string
  summaryRev: number
  summaryVersion: string
  answer: string
  translation: string
  agreedMeeting: string
}

export const noRoom = (): RoomFurniture => ({
  roomMeeting: newId(),
  attending: newId(),
  sameGuest: newId(),
  summary: newId(),
  summaryRev: 2,
  summaryVersion: newId(),
  answer: newId(),
  translation: newId(),
  agreedMeeting: newId(),
})

export async function furnishRoom(call: { tx: Tx; act: Act }, { word }: { word: string }): Promise<RoomFurniture> {
  const { tx } = call
  const on = today('WIB')
  const acting = { ...call, on }
  const { id: roomMeeting } = await recordActivity(call, { about: `${word} ruang ${newId()}`, occurredOn: on })
  const of = { activity: roomMeeting, side: 'guest', invited: true } as const
  const attending = await addParticipant(call, { ...of, personName: `${word} tamu` })
  const twin = await addParticipant(call, { ...of, personName: `${word} tamu`, organisation: `${word} badan` })
  const blocks = [{ kind: 'pembuka', text: `${word} pembuka` }] as const
  const saved = await saveSummary(acting, { id: roomMeeting, rev: 0, blocks })
  const to = { purpose: 'confirm_summary', subject: saved.id, party: `${word} mitra`, language: 'id' } as const
  const { id: link } = await makeLink(call, { ...to, hash: hashOfToken(newId()), days: 14 })
  const tasks = sql<never>`jsonb_build_array(jsonb_build_object('what', ${`${word} dibagikan`}::text))`
  await tx.insertInto('agenda.summary_shares').values({ id: newId(), summary: saved.id, link, tasks }).execute() // prettier-ignore
  const door = { purpose: 'attend', subject: roomMeeting, party: 'QR', language: 'id', days: 2 } as const
  const { id: at } = await makeLink(call, { ...door, hash: hashOfToken(newId()) })
  const signed = { id: newId(), activity: roomMeeting, side: 'other', person_name: `${word} di pintu`, door: at }
  await tx
    .insertInto('agenda.participants')
    .values({ ...signed, signed_at: sql<string>`clock_timestamp()` })
    .execute()
  const corrections = [{ block: 'pembuka', text: `${word} koreksi` }]
  const said = { answer: 'koreksi', name: `${word} sekretaris`, role: '', corrections, version: 1 } as const
  const answer = await answerSummary(call, { summary: saved.id, link, on, ...said })
  const spoken = { lang: 'ja', author: `${word} penerjemah`, blocks }
  const translation = await translateSummary(acting, { id: saved.id, rev: 0, ...spoken })
  const version = await tx
    .selectFrom('agenda.summary_versions')
    .select('id')
    .where('summary', '=', saved.id)
    .executeTakeFirstOrThrow()
  const { id: agreedMeeting } = await recordActivity(call, { about: `${word} sepakat ${newId()}`, occurredOn: on })
  const other = await saveSummary(acting, { id: agreedMeeting, rev: 0, blocks })
  await agreeSummary(acting, { id: other.id, rev: 1, on, how: 'surat', reference: `${word} nomor` })
  return {
    roomMeeting,
    attending: attending.id,
    sameGuest: twin.id,
    summary: saved.id,
    summaryRev: 2,
    summaryVersion: version.id,
    answer: answer.id,
    translation: translation.id,
    agreedMeeting,
  }
}

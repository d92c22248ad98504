import { sql } from 'kysely'
import { type Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { addDays } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import {
  addParticipant,
  notePoint,
  noteStatement,
  publishActivity,
  recordActivity,
} from '../src/slices/agenda/commands.ts'
import { withdrawActivity } from '../src/slices/agenda/withdrawal.ts'
import { addPhoto } from '../src/slices/agenda/photos.ts'
import { receiveCorrection } from '../src/slices/corrections/commands.ts'
import { addTask, setNextStep } from '../src/slices/followup/commands.ts'
import { addPartner, addPerson, addProfileFact } from '../src/slices/partners/commands.ts'
import { addOfficial, addUnit } from '../src/slices/reference/commands.ts'
import { addHoliday } from '../src/slices/reference/holidays.ts'
import { beginRelation, publishRelation, withdrawRelation } from '../src/slices/relations/commands.ts'
import { addProvenance, addSource } from '../src/slices/sources/commands.ts'

type Acting = { tx: Tx; act: Act }

export const day = '2025-08-01'

/** A body, an official, a holiday of the region's own, and the revisions of what every region begins with. */
export async function reference(call: Acting, canary: string) {
  const { tx } = call
  const { id: unit } = await addUnit(call, { name: `${canary} badan ${newId()}`, kind: 'opd' })
  const { id: official } = await addOfficial(call, {
    name: `${canary} kepala dinas`,
    office: 'kepala_dinas',
    capacity: 'plt',
    seenOn: day,
    fromOn: '2024',
  })
  const { rows: held } = await sql<{
    day: string
    regionRev: number
    yearRev: number
    affair: string
    affairRev: number
  }>`
    select (select (coalesce(max(day)::date, '2039-12-31') + 1)::text from reference.holidays where day between '2040' and '2060') as day,
      r.rev as "regionRev", y.rev as "yearRev", a.id as affair, a.rev as "affairRev"
    from reference.regions r, reference.holiday_years y, reference.affairs a
    where y.year = 2027 order by a.id desc limit 1`.execute(tx)
  if (held[0] === undefined) throw new Error('a region without the tables of the decrees')
  const { day: free, ...rest } = held[0]
  const holiday = await addHoliday(call, { day: free, kind: 'daerah', name: `${canary} hari jadi` })
  const revs = { unitRev: 1, officialRev: 1, holidayRev: holiday.rev }
  return { unit, official, holiday: holiday.id, ...revs, ...rest }
}

export async function begin(call: Acting, canary: string) {
  const slug = `${canary}-relasi`.toLowerCase()
  const partner = await addPartner(call, {
    slug: `${canary}-mitra`.toLowerCase(),
    kind: 'foreign_local_government',
    name: `${canary} mitra`,
    names: { en: `${canary} partner`, ja: `${canary} 相手`, ko: `${canary} 상대` },
    nativeName: `${canary} 市`,
    nativeLang: 'ja',
    country: 'JP',
  })
  const begun = await beginRelation(call, {
    slug,
    partner: partner.id,
    beganOn: day,
    process: { initiator: 'partner' },
  })
  return { slug, partner: partner.id, relation: begun.id, process: begun.process }
}

/** What the world saw and does not see any more: a relation and its visit. */
export async function withdraw(call: Acting, canary: string): Promise<void> {
  const { relation } = await begin(call, `${canary}-ditarik`)
  const visit = await recordActivity(call, { relation, about: `${canary} ditarik`, occurredOn: day })
  await publishRelation(call, { id: relation })
  await publishActivity(call, { id: visit.id })
  await withdrawRelation(call, { id: relation })
  await withdrawActivity({ ...call, on: '2025-08-02' }, { id: visit.id })
}

export async function meet(
  call: Acting,
  { canary, relation, partner }: { canary: string; relation: string; partner: string },
) {
  const official = await addOfficial(call, {
    name: `${canary} pejabat`,
    office: 'wali_kota',
    capacity: 'definitif',
    seenOn: day,
  })
  const person = await addPerson(call, {
    partner,
    givenName: canary,
    familyName: 'tamu',
    office: 'wali_kota',
    seenOn: day,
  })
  await addProfileFact(call, { partner, kind: 'note', words: `${canary} profil`, occurredOn: day })
  const slug = `${canary}-pertemuan`.toLowerCase()
  const activity = await recordActivity(call, {
    slug,
    relation,
    about: `${canary} pertemuan`,
    place: `${canary} pendopo`,
    occurredOn: day,
  })
  await addParticipant(call, { activity: activity.id, side: 'host', official: official.id })
  await addParticipant(call, { activity: activity.id, side: 'guest', person: person.id, leads: true })
  await noteStatement(call, { activity: activity.id, position: 1, person: person.id, words: `${canary} pernyataan` })
  return { id: activity.id, slug }
}

/** An activity that nobody mended or closed, with one of everything under it, and a fresh next step of its relation. */
export async function meetAgain(
  { tx, act }: Acting,
  { canary, relation, picture: file }: { canary: string; relation: string; picture: string },
) {
  const met = await recordActivity({ tx, act }, { relation, about: `${canary} rapat ${newId()}`, occurredOn: day })
  const of = { activity: met.id }
  const participant = await addParticipant({ tx }, { ...of, side: 'guest', organisation: `${canary} lembaga` })
  const statement = await noteStatement(
    { tx },
    { ...of, position: 1, speaker: `${canary} ketua`, words: `${canary} kata` },
  )
  const photo = await addPhoto({ tx, act }, { id: met.id, file, caption: `${canary} foto` })
  const step = await setNextStep({ tx, on: day }, { subject: relation, step: { what: `${canary} langkah` } })
  const point = await notePoint({ tx }, { ...of, position: 1, words: `${canary} pokok` })
  const task = await addTask({ tx, on: day }, { subject: point.id, step: { what: `${canary} tugas` } })
  const said = { participant: participant.id, statement: statement.id, photo: photo.id, point: point.id }
  return { ...of, activitySlug: met.slug, ...said, followUp: step.id, task: task.id }
}

export async function cite(call: Acting, { canary, relation }: { canary: string; relation: string }): Promise<void> {
  const source = await addSource(call, { kind: 'news', outlet: `${canary} koran`, title: `${canary} judul` })
  const summary = { id: `${canary} ringkasan`, en: `${canary} summary` }
  await addProvenance(call, { subject: relation, field: 'fields', level: 'reported', source: source.id, summary })
}

/** The days on which readers write: a region takes a number of words a day. */
let complaints = 0

export async function complain(
  call: Acting,
  { canary, relation, slug }: { canary: string; relation: string; slug: string },
): Promise<string> {
  const id = newId()
  await receiveCorrection(call, {
    id,
    subject: relation,
    page: `/kerja-sama/${slug}`,
    topic: undefined,
    words: `${canary} keliru`,
    wordsLang: 'id',
    contact: `${canary} kontak`,
    receivedOn: addDays(day, complaints++),
  })
  return id
}

export async function revOf(tx: Tx, relation: string): Promise<{ rev: number }> {
  return await tx.selectFrom('relations.relations').select('rev').where('id', '=', relation).executeTakeFirstOrThrow()
}

import { sql } from 'kysely'
import { asSystem, closeAct, hashOf, openAct, type Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { addDays } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import type { Role } from '../src/shared/permissions.ts'
import {
  addParticipant,
  notePoint,
  noteStatement,
  publishActivity,
  recordActivity,
} from '../src/slices/agenda/commands.ts'
import { publishCountry, withdrawCountry } from '../src/slices/partners/country-facts-publication.ts'
import { withdrawActivity } from '../src/slices/agenda/withdrawal.ts'
import { addPhoto } from '../src/slices/agenda/photos.ts'
import { receiveCorrection } from '../src/slices/corrections/commands.ts'
import { keepMade } from '../src/slices/files/commands.ts'
import { addTask, setNextStep } from '../src/slices/followup/commands.ts'
import { addMember, ensureAccount } from '../src/slices/identity/commands.ts'
import { addPartner, addPerson, addProfileFact } from '../src/slices/partners/commands.ts'
import { addOfficial, addUnit, setUpRegion } from '../src/slices/reference/commands.ts'
import { addAffair } from '../src/slices/reference/affairs.ts'
import { addHoliday } from '../src/slices/reference/holidays.ts'
import {
  addField,
  beginRelation,
  mendRelation,
  noteStep,
  publishRelation,
  withdrawRelation,
} from '../src/slices/relations/commands.ts'
import { addProvenance, addSource } from '../src/slices/sources/commands.ts'
import { furnishCalendar, type CalendarFurniture } from './calendar-furniture.ts'
import { furnishLetters, type LetterFurniture } from './letter-furniture.ts'
import { furnishCommitments, type CommitmentFurniture } from './commitments-furniture.ts'
import { furnishLinks, type LinkFurniture } from './link-furniture.ts'
import { furnishPapers, type PapersFurniture } from './papers-furniture.ts'
import { furnishMailroom, type MailroomFurniture } from './mailroom-furniture.ts'
import { furnishMorning } from './morning-furniture.ts'
import { furnishPartner, type PartnerFurniture } from './partner-furniture.ts'
import { furnishPlan, type PlanFurniture } from './plan-furniture.ts'
import { furnishRecording, type RecordingFurniture } from './recording-furniture.ts'
import { furnishRoom, type RoomFurniture } from './room-furniture.ts'
import { furnishTasks, type TaskFurniture } from './task-furniture.ts'
import type { World } from './world.ts'

type Acting = { tx: Tx; act: Act }

/** A city of another province than the demonstration's; the installation's first real region unless told otherwise. */
export async function aCityElsewhere(world: World, { demonstration = false } = {}): Promise<string> {
  const tenant = newId()
  await asSystem(world.database, { tenant, verb: 'region.setUp' }, async (call) => {
    const names = { en: 'Semarang City', ja: 'スマラン市', ko: '스마랑시' }
    const of = { tier: 'kota', zone: 'WIB', name: 'Kota Semarang', names } as const
    await setUpRegion(call, { tenant, code: '33.74', slug: 'kota-semarang', demonstration, ...of })
  })
  return tenant
}

/** Another region of the same province, a demonstration. */
export async function aTownBeside(world: World): Promise<string> {
  const tenant = newId()
  await asSystem(world.database, { tenant, verb: 'region.setUp' }, async (call) => {
    const of = { tier: 'kabupaten', zone: 'WIB', name: 'Kabupaten Semarang', names: {} } as const
    await setUpRegion(call, { tenant, code: '33.22', slug: 'kab-semarang', demonstration: true, ...of })
  })
  return tenant
}

export async function tenantOf(world: World, region: string): Promise<string> {
  const [row] = await world.owner<{ tenant: string }[]>`select tenant from reference.regions where slug = ${region}`
  if (row === undefined) throw new Error(`no region ${region}`)
  return row.tenant
}

/** Somebody with a role in a region. Answers the address, which `world.as` takes too. */
export async function aColleague(
  world: World,
  { region, role, name = role }: { region: string; role: Role; name?: string },
): Promise<string> {
  const email = `${role}-${newId()}@contoh.invalid`
  const { id: account } = await ensureAccount(world.database.identity, { email, name })
  const tenant = await tenantOf(world, region)
  await asSystem(world.database, { tenant, verb: 'identity.addMember' }, (call) =>
    addMember(call, { account, role, name, email }),
  )
  return email
}

/** What one region holds, one of each kind. */
export interface Furniture
  extends CommitmentFurniture, PartnerFurniture, PlanFurniture, LetterFurniture, LinkFurniture, CalendarFurniture, MailroomFurniture, PapersFurniture, RecordingFurniture, RoomFurniture, TaskFurniture {
  tenant: string
  relation: string
  slug: string
  relationRev: number
  field: string
  fieldRev: number
  activitySlug: string
  member: string
  unit: string
  /** An act about the relation. */
  act: string
  correction: string
  file: string
  picture: string
  activity: string
  participant: string
  statement: string
  photo: string
  point: string
  task: string
  /** The next step of the relation. */
  followUp: string
  unitRev: number
  memberRev: number
  official: string
  officialRev: number
  holiday: string
  holidayRev: number
  affair: string
  affairRev: number
  regionRev: number
  /** The revision of what is said about the holidays of 2027. */
  yearRev: number
}

/**
 * Furnishes a region with one of everything it can record, each text beginning with the canary. Nothing of it is
 * public unless `published`.
 */
export async function furnish(
  world: World,
  { region, canary, published = false }: { region: string; canary: string; published?: boolean },
): Promise<Furniture> {
  const tenant = await tenantOf(world, region)
  const email = `${canary}-anggota@contoh.invalid`.toLowerCase()
  const account = await ensureAccount(world.database.identity, { email, name: `${canary} anggota` })
  return await asSystem(world.database, { tenant, verb: 'test.furnish' }, async (call) => {
    const { relation, slug, partner, process } = await begin(call, canary)
    const field = await addField(call, {
      id: relation,
      name: `${canary} bidang`,
      standing: 'ditawarkan',
      occurredOn: day,
    })
    const member = await addMember(call, { account: account.id, role: 'opd', name: `${canary} anggota`, email })
    const unit = await addUnit(call, { name: `${canary} badan`, kind: 'opd' })
    await addAffair(call, { name: `${canary} urusan`, heading: 'pilihan' })
    const activity = await meet(call, { canary, relation, partner })
    await cite(call, { canary, relation })
    if (process !== undefined) await noteStep(call, { process, step: 'prakarsa', holder: 'mitra', occurredOn: day })
    const papers = await furnishRecording(call, { word: canary, relation, on: day, others: relation })
    const { rev } = await revOf(call.tx, relation)
    const mended = await mendRelation(call, { id: relation, rev, purpose: `${canary} maksud` })
    if (published) {
      await publishRelation(call, { id: relation })
      await publishActivity(call, { id: activity.id, relation })
      await withdraw(call, canary)
    }
    const correction = await complain(call, { canary, relation, slug })
    const content = new TextEncoder().encode(`%PDF-1.4\n${canary}\n%%EOF\n`)
    const kept = { ...call, store: world.store }
    const file = await keepMade(kept, { tenant, kind: 'pdf', name: `${canary} surat.pdf`, content })
    const recorded = await furnishPartner(call, canary)
    if (published) {
      await publishCountry(call, { country: 'JP', facts: [recorded.countryFact] })
      await publishCountry(call, { country: 'KR' })
      await withdrawCountry(call, { country: 'KR' })
    }
    const picture = await keepMade(kept, { tenant, kind: 'png', name: `${canary} foto.png`, content })
    const meeting = await meetAgain(call, { canary, relation, picture: picture.id })
    const letters = await furnishLetters(call, { word: canary, relation, tenant, store: world.store })
    const plan = await furnishPlan(call, { word: canary, relation, on: day })
    const links = await furnishLinks(call, { word: canary, task: meeting.task })
    const asked = await furnishTasks(call, { word: canary, tenant, member: member.id, file: file.id, on: day })
    const posted = { word: canary, relation, tenant, file: file.id, store: world.store }
    const mailroom = await furnishMailroom(call, posted)
    const made = await furnishPapers(call, { word: canary, relation })
    const promises = await furnishCommitments(call, { word: canary, on: day })
    const room = await furnishRoom(call, { word: canary })
    const calendar = await furnishCalendar(call, { word: canary, account: account.id, on: day })
    await furnishMorning(call, { membership: member.id, on: day })
    const settings = await reference(call, canary)
    call.act.about(relation)
    return {
      ...recorded,
      ...papers,
      ...letters,
      ...links,
      ...calendar,
      ...asked,
      ...mailroom,
      ...made,
      ...plan,
      ...promises,
      ...room,
      ...meeting,
      activity: activity.id,
      picture: picture.id,
      file: file.id,
      ...settings,
      memberRev: 1,
      correction,
      tenant,
      relation,
      slug,
      relationRev: mended.rev,
      field: field.id,
      fieldRev: field.rev,
      activitySlug: activity.slug,
      member: member.id,
      unit: unit.id,
      act: call.act.id,
    }
  })
}

const day = '2025-08-01'

/** A body, an official, a holiday of the region's own, and the revisions of what every region begins with. */
async function reference(call: Acting, canary: string) {
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

async function begin(call: Acting, canary: string) {
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
async function withdraw(call: Acting, canary: string): Promise<void> {
  const { relation } = await begin(call, `${canary}-ditarik`)
  const visit = await recordActivity(call, { relation, about: `${canary} ditarik`, occurredOn: day })
  await publishRelation(call, { id: relation })
  await publishActivity(call, { id: visit.id })
  await withdrawRelation(call, { id: relation })
  await withdrawActivity({ ...call, on: '2025-08-02' }, { id: visit.id })
}

async function meet(
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
async function meetAgain(
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

async function cite(call: Acting, { canary, relation }: { canary: string; relation: string }): Promise<void> {
  const source = await addSource(call, { kind: 'news', outlet: `${canary} koran`, title: `${canary} judul` })
  const summary = { id: `${canary} ringkasan`, en: `${canary} summary` }
  await addProvenance(call, { subject: relation, field: 'fields', level: 'reported', source: source.id, summary })
}

let refreshed = 0

/** The days on which readers write: a region takes a number of words a day. */
let complaints = 0

async function complain(
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

/**
 * What can be used up, fresh: a relation of its own with a field that nobody mended, a membership that is open. A relation
 * that hundreds of tests record into would be slower to read each time, and has room for 200 fields.
 */
export async function refresh(world: World, of: Furniture): Promise<Furniture> {
  // Nobody gathers statistics in the tests' cluster, and without them each read walks the whole region.
  if (refreshed++ % 40 === 20) await world.owner.unsafe('analyze')
  const email = `${newId()}@contoh.invalid`
  const account = await ensureAccount(world.database.identity, { email, name: 'Anggota' })
  return await asSystem(world.database, { tenant: of.tenant, verb: 'test.refresh' }, async (call) => {
    const { relation, slug } = await begin(call, `Segar-${newId()}`)
    const field = await addField(call, { id: relation, standing: 'ditawarkan', occurredOn: day })
    const member = await addMember(call, { account: account.id, role: 'opd', name: 'Anggota', email })
    const met = await meetAgain(call, { canary: 'Segar', relation, picture: of.picture })
    const papers = await furnishRecording(call, { word: 'Segar', relation, on: day })
    const plan = await furnishPlan(call, { word: 'Segar', relation, on: day })
    const correction = await complain(call, { canary: 'Segar', relation, slug })
    const { rev } = await revOf(call.tx, relation)
    const fresh = await reference(call, 'Segar')
    const recorded = await furnishPartner(call, newId())
    const promises = await furnishCommitments(call, { word: 'Segar', on: day })
    const room = await furnishRoom(call, { word: 'Segar' })
    const letters = await furnishLetters(call, { word: 'Segar', relation, tenant: of.tenant, store: world.store })
    const posted = { word: 'Segar', relation, tenant: of.tenant, file: of.picture, store: world.store }
    const mailroom = await furnishMailroom(call, posted)
    const made = await furnishPapers(call, { word: 'Segar', relation })
    return {
      ...of,
      ...recorded,
      ...papers,
      ...letters,
      ...mailroom,
      ...made,
      ...promises,
      ...room,
      ...fresh,
      ...met,
      ...plan,
      correction,
      relation,
      slug,
      field: field.id,
      fieldRev: field.rev,
      relationRev: rev,
      member: member.id,
    }
  })
}

async function revOf(tx: Tx, relation: string): Promise<{ rev: number }> {
  return await tx.selectFrom('relations.relations').select('rev').where('id', '=', relation).executeTakeFirstOrThrow()
}

/** An act of an account in its region that changed nothing, for asking "did it happen?". */
export async function anActOf(world: World, email: string): Promise<string> {
  const [who] = await world.owner<{ tenant: string; account: string; role: Role }[]>`
    select tenant, account, role from identity.memberships where email = ${email} and ended_at is null`
  if (who === undefined) throw new Error(`no open membership of ${email}`)
  const id = newId()
  await world.database.inTenant({ tenant: who.tenant, write: true }, async (tx) => {
    const { account, role } = who
    await openAct(tx, id)
    await closeAct(tx, {
      id,
      kind: 'person',
      verb: 'test.nothing',
      account,
      role,
      bodyHash: hashOf(id),
      note: {},
      answer: {},
    })
  })
  return id
}

import { asSystem, closeAct, hashOf, openAct } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import type { Role } from '../src/shared/permissions.ts'
import { publishActivity } from '../src/slices/agenda/commands.ts'
import { publishCountry, withdrawCountry } from '../src/slices/partners/country-facts-publication.ts'
import { keepMade } from '../src/slices/files/commands.ts'
import { addMember, ensureAccount } from '../src/slices/identity/commands.ts'
import { addUnit, setUpRegion } from '../src/slices/reference/commands.ts'
import { addAffair } from '../src/slices/reference/affairs.ts'
import { addField, mendRelation, noteStep, publishRelation } from '../src/slices/relations/commands.ts'
import { furnishCalendar, type CalendarFurniture } from './calendar-furniture.ts'
import { furnishLetters, type LetterFurniture } from './letter-furniture.ts'
import { furnishCommitments, type CommitmentFurniture } from './commitments-furniture.ts'
import { furnishContests, type ContestFurniture } from './contests-furniture.ts'
import { furnishCsr, type CsrFurniture } from './csr-furniture.ts'
import { furnishExchange, type ExchangeFurniture } from './exchange-furniture.ts'
import { furnishForum, type ForumFurniture } from './forum-furniture.ts'
import { furnishJudging, type JudgingFurniture } from './judging-furniture.ts'
import { furnishLinks, type LinkFurniture } from './link-furniture.ts'
import { furnishPapers, type PapersFurniture } from './papers-furniture.ts'
import { furnishMailroom, type MailroomFurniture } from './mailroom-furniture.ts'
import { furnishMorning } from './morning-furniture.ts'
import { furnishPartner, type PartnerFurniture } from './partner-furniture.ts'
import { furnishPlan, type PlanFurniture } from './plan-furniture.ts'
import { furnishResidents, type ResidentsFurniture } from './residents-furniture.ts'
import { furnishRecording, type RecordingFurniture } from './recording-furniture.ts'
import { furnishRoom, type RoomFurniture } from './room-furniture.ts'
import { furnishSharing, type SharingFurniture } from './sharing-furniture.ts'
import { furnishSilence } from './silence-furniture.ts'
import { furnishTasks, type TaskFurniture } from './task-furniture.ts'
import { furnishWorkforce, publishWorkforce, type WorkforceFurniture } from './workforce-furniture.ts'
import { day, reference, begin, withdraw, meet, meetAgain, cite, complain, revOf } from './record-furniture.ts'
import type { World } from './world.ts'

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
  { region, role, name = role, unit }: { region: string; role: Role; name?: string; unit?: string | undefined },
): Promise<string> {
  const email = `${role}-${newId()}@contoh.invalid`
  const { id: account } = await ensureAccount(world.database.identity, { email, name })
  const tenant = await tenantOf(world, region)
  await asSystem(world.database, { tenant, verb: 'identity.addMember' }, (call) =>
    addMember(call, { account, role, unit, name, email }),
  )
  return email
}

/** What one region holds, one of each kind. */
export interface Furniture
  extends
    CommitmentFurniture,
    ContestFurniture,
    CsrFurniture,
    JudgingFurniture,
    PartnerFurniture,
    PlanFurniture,
    LetterFurniture,
    ExchangeFurniture,
    ForumFurniture,
    LinkFurniture,
    CalendarFurniture,
    MailroomFurniture,
    PapersFurniture,
    RecordingFurniture,
    ResidentsFurniture,
    RoomFurniture,
    SharingFurniture,
    TaskFurniture,
    WorkforceFurniture {
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
  /** The revision of what the asker wants to be told; 0 while she never chose. */
  choiceRev: number
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
    const shared = { word: canary, relation, account: account.id, file: file.id, on: day }
    const handedOut = await furnishSharing(call, shared)
    await furnishMorning(call, { membership: member.id, on: day, task: meeting.task })
    await furnishSilence(call, { relation })
    const work = await furnishWorkforce(call, { word: canary, relation, on: day, file: file.id, unit: unit.id })
    if (published) await publishWorkforce(call, { cohort: work.cohort, on: day })
    const raised = await furnishForum(call, { word: canary, file: file.id, on: day, published })
    const exchanged = await furnishExchange(call, { word: canary, relation, field: field.id, on: day, published })
    const competing = { word: canary, relation, partner: recorded.partner, picture: picture.id, unit: unit.id }
    const competed = await furnishContests(call, { ...competing, published })
    const met = { word: canary, relation, file: file.id, picture: picture.id, on: day, published }
    const given = await furnishCsr(call, met)
    const judged = await furnishJudging(call, { word: canary, unit: competed.organiser, on: day, published })
    const served = await furnishResidents(call, { word: canary, relation, published })
    const settings = await reference(call, canary)
    call.act.about(relation)
    return {
      ...judged,
      ...served,
      ...work,
      ...competed,
      ...given,
      ...recorded,
      ...papers,
      ...letters,
      ...exchanged,
      ...raised,
      ...links,
      ...calendar,
      ...asked,
      ...handedOut,
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
      choiceRev: 0,
    }
  })
}

let refreshed = 0

/**
 * What acts of a slice can use up, fresh: a relation of its own with a field that nobody mended, and the slice's own
 * records. A relation that hundreds of tests record into would be slower to read each time, and has room for 200 fields;
 * making all of a region anew each time cost six minutes a run. `after` is the name of the endpoint that was asked.
 */
export async function refresh(world: World, of: Furniture, after = 'relations'): Promise<Furniture> {
  const slice = after.split('.')[0] ?? ''
  const is = (...slices: string[]) => slices.includes(slice)
  // Nobody gathers statistics in the tests' cluster, and without them each read walks the whole region.
  if (refreshed++ % 40 === 20) await world.owner.unsafe('analyze')
  const email = `${newId()}@contoh.invalid`
  const account = await ensureAccount(world.database.identity, { email, name: 'Anggota' })
  return await asSystem(world.database, { tenant: of.tenant, verb: 'test.refresh' }, async (call) => {
    const { relation, slug } = await begin(call, `Segar-${newId()}`)
    const on = { word: 'Segar', relation, on: day }
    const field = await addField(call, { id: relation, standing: 'ditawarkan', occurredOn: day })
    const posted = { word: 'Segar', relation, tenant: of.tenant, file: of.picture, store: world.store }
    const met = is('agenda', 'followup', 'relations', 'links', 'letters')
      ? await meetAgain(call, { canary: 'Segar', relation, picture: of.picture })
      : { task: of.task }
    return {
      ...of,
      ...met,
      ...(is('partners', 'sources', 'relations', 'agenda') && (await furnishPartner(call, newId()))),
      ...(is('relations') && (await furnishRecording(call, on))),
      ...(is('letters') && (await furnishLetters(call, posted))),
      ...(is('letters') && (await furnishMailroom(call, posted))),
      ...(is('letters') && (await furnishPapers(call, { word: 'Segar', relation }))),
      ...(is('agenda') && (await furnishPlan(call, on))),
      ...(is('agenda') && (await furnishCommitments(call, { word: 'Segar', on: day }))),
      ...(is('agenda') && (await furnishRoom(call, { word: 'Segar' }))),
      ...(is('contests') && (await furnishJudging(call, { word: 'Segar', unit: of.organiser, on: day }))),
      ...(is('contests') &&
        (await furnishContests(call, {
          word: 'Segar',
          relation,
          partner: of.partner,
          picture: of.picture,
          unit: of.unit,
        }))),
      ...(is('csr') && (await furnishCsr(call, { ...on, file: of.file, picture: of.picture, on: day }))),
      ...(is('exchange') && (await furnishExchange(call, { ...on, field: field.id, on: day }))),
      ...(is('forum') && (await furnishForum(call, { word: 'Segar', file: of.picture, on: day }))),
      ...(is('links') && (await furnishLinks(call, { word: 'Segar', task: met.task }))),
      ...(is('sharing') && (await furnishSharing(call, { ...on, account: account.id, file: of.picture }))),
      ...(is('calendar') && (await furnishCalendar(call, { word: newId(), account: account.id, on: day }))),
      ...(is('reference') && (await furnishCalendar(call, { word: newId(), account: account.id, on: day }))),
      ...(is('reference', 'identity') && (await reference(call, 'Segar'))),
      ...(is('residents') && (await furnishResidents(call, { word: 'Segar', relation }))),
      ...(is('workforce') && (await furnishWorkforce(call, { ...on, file: of.file, unit: of.unit }))),
      ...(is('corrections') && { correction: await complain(call, { canary: 'Segar', relation, slug }) }),
      ...(is('identity') && {
        member: (await addMember(call, { account: account.id, role: 'opd', name: 'Anggota', email })).id,
      }),
      relation,
      slug,
      field: field.id,
      fieldRev: field.rev,
      relationRev: (await revOf(call.tx, relation)).rev,
    }
  })
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

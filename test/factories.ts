import { asSystem, closeAct, hashOf, openAct, type Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import type { Role } from '../src/shared/permissions.ts'
import { addParticipant, noteStatement, publishActivity, recordActivity } from '../src/slices/agenda/commands.ts'
import { addMember, ensureAccount } from '../src/slices/identity/commands.ts'
import { addPartner, addPerson, addProfileFact } from '../src/slices/partners/commands.ts'
import { addOfficial, addUnit, setUpRegion } from '../src/slices/reference/commands.ts'
import { addField, beginRelation, mendRelation, noteStep, publishRelation } from '../src/slices/relations/commands.ts'
import { addProvenance, addSource } from '../src/slices/sources/commands.ts'
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
export interface Furniture {
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
    const activity = await meet(call, { canary, relation, partner })
    await cite(call, { canary, relation })
    if (process !== undefined) await noteStep(call, { process, step: 'prakarsa', holder: 'mitra', occurredOn: day })
    const { rev } = await revOf(call.tx, relation)
    const mended = await mendRelation(call, { id: relation, rev, purpose: `${canary} maksud` })
    if (published) {
      await publishRelation(call, { id: relation })
      await publishActivity(call, { id: activity.id, relation })
    }
    call.act.about(relation)
    return {
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

async function cite(call: Acting, { canary, relation }: { canary: string; relation: string }): Promise<void> {
  const source = await addSource(call, { kind: 'news', outlet: `${canary} koran`, title: `${canary} judul` })
  const summary = { id: `${canary} ringkasan`, en: `${canary} summary` }
  await addProvenance(call, { subject: relation, field: 'fields', level: 'reported', source: source.id, summary })
}

/** What can be used up, fresh: a field that nobody mended, a membership that is open, the relation's present revision. */
export async function refresh(world: World, of: Furniture): Promise<Furniture> {
  const email = `${newId()}@contoh.invalid`
  const account = await ensureAccount(world.database.identity, { email, name: 'Anggota' })
  return await asSystem(world.database, { tenant: of.tenant, verb: 'test.refresh' }, async (call) => {
    const field = await addField(call, { id: of.relation, standing: 'ditawarkan', occurredOn: day })
    const member = await addMember(call, { account: account.id, role: 'opd', name: 'Anggota', email })
    const { rev } = await revOf(call.tx, of.relation)
    return { ...of, field: field.id, fieldRev: field.rev, relationRev: rev, member: member.id }
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
    await openAct(tx, { id, kind: 'person', verb: 'test.nothing', account, role, bodyHash: hashOf(id) })
    await closeAct(tx, { id, subject: undefined, answer: {} })
  })
  return id
}

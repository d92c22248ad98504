import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { daysBetween, isOnOrBefore, lastDayOf } from '../../shared/dates.ts'
import { personName } from '../../shared/person-name.ts'
import { holderOn, type OfficeId, type Tier } from '../reference/model.ts'
import { getRegion, listOfficials } from '../reference/queries.ts'
import { getCase, getRelation, listFields } from '../relations/queries.ts'
import type { Standing } from './gates.ts'
import { getLetterhead } from './letterhead.ts'
import { headOffice, type Addressee, type LetterRecord, type RegionRecord } from './record.ts'

/** What a letter is written from, and where the process stands with the law; `standing` is undefined without a process. */
export async function getLetterRecord(
  tx: Tx,
  { relation: id, on }: { relation: string; on: string },
): Promise<{ record: LetterRecord; process: string | undefined; standing: Standing | undefined }> {
  const relation = await getRelation(tx, { id, on })
  const { partner, process } = relation
  const fields = await listFields(tx, { relation: id, on })
  const answered = await findAnswered(tx, { relation: id, partner: partner?.id, on })
  const found = await getCase(tx, { id, on })
  const record: LetterRecord = {
    ...(await getRegionRecord(tx, on)),
    partner:
      partner === null
        ? undefined
        : {
            ...partner,
            nativeName: partner.nativeName ?? undefined,
            country: partner.country ?? undefined,
            kind: partner.kind ?? undefined,
          },
    label: relation.label ?? undefined,
    partnerHead: answered.partnerHead,
    addressee: answered.addressee,
    beganOn: process?.beganOn ?? relation.beganOn ?? undefined,
    initiator: process?.initiator ?? undefined,
    purpose: relation.purpose ?? undefined,
    fields: fields
      .filter(({ standing }) => standing !== 'tidak_dilanjutkan')
      .map(({ sector, name }) => ({ sector, name })),
    filed: found.process === undefined ? [] : found.facts.documents.map(({ kind }) => kind),
    plan: found.process === undefined ? {} : found.facts.plan,
    written: answered.written,
  }
  return {
    record,
    process: found.process?.id,
    standing: found.process === undefined ? undefined : { procedure: found.process.procedure, facts: found.facts },
  }
}

/** What every paper of the region begins with. */
export async function getRegionRecord(tx: Tx, on: string): Promise<RegionRecord> {
  const region = await getRegion(tx)
  const { emblem: _, rev: __, ...head } = await getLetterhead(tx)
  const official = holderOn(await listOfficials(tx), headOffice(region.tier as Tier), on)
  return {
    on,
    region: { ...region, names: region.names as RegionRecord['region']['names'] } as RegionRecord['region'],
    head,
    official,
  }
}

/** Offices that head a foreign government. */
const partnerOffices: readonly OfficeId[] = ['wali_kota', 'bupati', 'gubernur']

/** Whom a letter goes to, the first that the partner has. */
const addressed: readonly OfficeId[] = ['duta_besar', ...partnerOffices, 'ketua_kadin', 'direktur']

/** A name that was seen in its office longer ago than this is not printed: somebody else may hold it now. */
const nameHolds = 365

interface Answered {
  written: string[]
  people: {
    givenName: string
    familyName: string
    nameLang: string | null
    office: OfficeId
    fromOn: string | null
    toOn: string | null
    seenOn: string
  }[]
}

async function findAnswered(
  tx: Tx,
  { relation, partner, on }: { relation: string; partner: string | undefined; on: string },
): Promise<Omit<Answered, 'people'> & Pick<LetterRecord, 'partnerHead' | 'addressee'>> {
  const { rows } = await sql<Answered>`select
    (select coalesce(json_agg(distinct l.kind), '[]') from letters.letters l
      where l.relation = ${relation}::uuid and l.state <> 'cancelled') as written,
    (select coalesce(json_agg(json_build_object('givenName', h.given_name, 'familyName', h.family_name,
        'nameLang', h.name_lang, 'office', h.office, 'fromOn', h.from_on, 'toOn', h.to_on, 'seenOn', h.seen_on) order by h.seen_on, h.id), '[]')
      from partners.people h where h.partner = ${partner ?? null}::uuid and h.office = any(${[...addressed]}::text[])) as people`.execute(
    tx,
  )
  const { people, ...answered } = rows[0] ?? { written: [], people: [] }
  const inOffice = people.filter(
    ({ fromOn, toOn, seenOn }) => isOnOrBefore(fromOn ?? seenOn, on) && (toOn === null || !isOnOrBefore(toOn, on)),
  )
  const head = inOffice.findLast(({ office }) => partnerOffices.includes(office))
  const addressee = addresseeOf(inOffice, on)
  if (head === undefined) return { ...answered, partnerHead: undefined, addressee }
  const name = personName(head)
  return { ...answered, partnerHead: { name, office: head.office }, addressee }
}

function addresseeOf(people: Answered['people'], on: string): Addressee | undefined {
  const office = addressed.find((each) => people.some((person) => person.office === each))
  const person = people.findLast((each) => each.office === office)
  if (office === undefined || person === undefined) return undefined
  const isKnown = person.toOn !== null || daysBetween(lastDayOf(person.seenOn), on) <= nameHolds
  return {
    office,
    givenName: isKnown && person.givenName !== '' ? person.givenName : undefined,
    familyName: isKnown && person.familyName !== '' ? person.familyName : undefined,
    nameLang: person.nameLang ?? undefined,
  }
}

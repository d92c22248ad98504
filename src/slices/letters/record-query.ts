import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { holderOn, type OfficeId, type Tier } from '../reference/model.ts'
import { getRegion, listOfficials } from '../reference/queries.ts'
import { getCase, getRelation, listFields } from '../relations/queries.ts'
import type { Standing } from './gates.ts'
import { getLetterhead } from './letterhead.ts'
import { headOffice, type LetterRecord } from './record.ts'

/** What a letter is written from, and where the process stands with the law; `standing` is undefined without a process. */
export async function getLetterRecord(
  tx: Tx,
  { relation: id, on }: { relation: string; on: string },
): Promise<{ record: LetterRecord; process: string | undefined; standing: Standing | undefined }> {
  const relation = await getRelation(tx, { id, on })
  const { partner, process } = relation
  const region = await getRegion(tx)
  const { emblem: _, rev: __, ...head } = await getLetterhead(tx)
  const official = holderOn(await listOfficials(tx), headOffice(region.tier as Tier), on)
  const fields = await listFields(tx, { relation: id, on })
  const answered = await findAnswered(tx, { relation: id, partner: partner?.id, on })
  const found = await getCase(tx, { id, on })
  const record: LetterRecord = {
    on,
    region: { ...region, names: region.names as LetterRecord['region']['names'] } as LetterRecord['region'],
    head,
    official,
    partner:
      partner === null
        ? undefined
        : { ...partner, nativeName: partner.nativeName ?? undefined, country: partner.country ?? undefined },
    label: relation.label ?? undefined,
    partnerHead: answered.partnerHead,
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

/** Offices that head a foreign government. */
const partnerOffices: readonly OfficeId[] = ['wali_kota', 'bupati', 'gubernur']

interface Answered {
  written: string[]
  people: {
    givenName: string
    familyName: string
    office: OfficeId
    fromOn: string | null
    toOn: string | null
    seenOn: string
  }[]
}

async function findAnswered(
  tx: Tx,
  { relation, partner, on }: { relation: string; partner: string | undefined; on: string },
): Promise<Omit<Answered, 'people'> & { partnerHead: LetterRecord['partnerHead'] }> {
  const { rows } = await sql<Answered>`select
    (select coalesce(json_agg(distinct l.kind), '[]') from letters.letters l
      where l.relation = ${relation}::uuid and l.state <> 'cancelled') as written,
    (select coalesce(json_agg(json_build_object('givenName', h.given_name, 'familyName', h.family_name,
        'office', h.office, 'fromOn', h.from_on, 'toOn', h.to_on, 'seenOn', h.seen_on) order by h.seen_on, h.id), '[]')
      from partners.people h where h.partner = ${partner ?? null}::uuid and h.office = any(${[...partnerOffices]}::text[])) as people`.execute(
    tx,
  )
  const { people, ...answered } = rows[0] ?? { written: [], people: [] }
  const head = people.findLast(
    ({ fromOn, toOn, seenOn }) => isOnOrBefore(fromOn ?? seenOn, on) && (toOn === null || !isOnOrBefore(toOn, on)),
  )
  if (head === undefined) return { ...answered, partnerHead: undefined }
  const name = [head.givenName, head.familyName].filter((part) => part !== '').join(' ')
  return { ...answered, partnerHead: { name, office: head.office } }
}

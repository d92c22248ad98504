import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import { findPartner, listProfileFacts } from '../partners/queries.ts'
import type { RegionCard } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import { periodicInformation, publicLines } from '../sources/model.ts'
import { listProvenance } from '../sources/queries.ts'
import type { PublishedRelation } from './model.ts'
import { getRelation, listFields } from './queries.ts'

/** Puts together what the world would see of a relation: the present values, each with where it comes from. */
export async function composePublished(tx: Tx, id: string): Promise<PublishedRelation> {
  const row = await getRelation(tx, { id, on: '9999-12-31' })
  const region = await getRegion(tx)
  const fields = await listFields(tx, { relation: id, on: '9999-12-31' })
  const partner = row.partner === null ? undefined : await findPartner(tx, row.partner.id)
  const profile = partner === undefined ? [] : await listProfileFacts(tx, partner.id)
  const process = row.process ?? undefined
  const subjects = [
    id,
    ...(process ? [process.id] : []),
    ...fields.map((field) => field.id),
    ...profile.map((fact) => fact.id),
  ]
  const card: RegionCard = {
    slug: region.slug,
    code: region.code,
    tier: region.tier as RegionCard['tier'],
    name: region.name,
    names: region.names as RegionCard['names'],
  }
  return {
    id,
    slug: row.slug,
    region: card,
    partner: partner && {
      name: partner.name,
      names: partner.names,
      nativeName: partner.nativeName,
      nativeLang: partner.nativeLang,
      country: partner.country,
    },
    label: row.label ?? undefined,
    cooperationType: row.cooperationType ?? undefined,
    beganOn: row.beganOn ?? undefined,
    notContinuedOn: row.notContinuedOn ?? undefined,
    process: process && {
      id: process.id,
      procedure: process.procedure,
      provisional: process.provisional,
      beganOn: process.beganOn,
      initiator: process.initiator ?? undefined,
      referral: process.referral ?? undefined,
      steps: process.steps.map(({ step, round, state, documented, occurredOn }) => ({
        step,
        round,
        state,
        documented,
        occurredOn,
      })),
    },
    fields: fields.map(({ id: field, position, sector, name, standing, standings, occurredOn }) => ({
      id: field,
      position,
      sector,
      name,
      standing,
      standings,
      occurredOn,
    })),
    profile: profile.map(({ id: fact, kind, number, moreThan, words, year, occurredOn }) => ({
      id: fact,
      kind,
      number,
      moreThan,
      words,
      year,
      occurredOn,
    })),
    ground: periodicInformation,
    provenance: publicLines(await listProvenance(tx, subjects)),
  }
}

/** A published relation by its address, read as the portal's role. */
export async function findPublished(portal: PortalDb, slug: string): Promise<PublishedRelation | undefined> {
  const row = await portal
    .selectFrom('relations.published')
    .select('document')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.document as PublishedRelation | undefined
}

/** What a region has published of what had begun on a day, by title; `after` is the slug of the last row seen. */
export async function listPublished(
  portal: PortalDb,
  { region, on, after, limit }: { region: string; on: string; after?: string | undefined; limit: number },
): Promise<PublishedRelation[]> {
  const rows = await portal
    .selectFrom('relations.published')
    .select('document')
    .where('region_slug', '=', region)
    .where(sql<boolean>`coalesce(rpad(document->>'beganOn', 10, '-01-01'), '') <= ${on}`)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(title, slug) > (select b.title, b.slug from relations.published b where b.slug = ${after ?? ''})`,
      ),
    )
    .orderBy('title')
    .orderBy('slug')
    .limit(limit)
    .execute()
  return rows.map(({ document }) => document as unknown as PublishedRelation)
}

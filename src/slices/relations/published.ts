import type { PortalDb, Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { findPartner, listProfileFacts } from '../partners/queries.ts'
import type { RegionCard } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import { periodicInformation } from '../sources/model.ts'
import { listPublicLines } from '../sources/published.ts'
import { relationTitle } from './embed.tsx'
import { getProcedure, getStep } from '../procedures/model.ts'
import { endOfTime, relationOn, statusDays, type Process, type PublishedRelation, type PublishedText } from './model.ts'
import { readParts } from './public-parts.ts'
import { listPublicTexts } from './public-texts.ts'
import { present } from './sheet.ts'
import { getCourse, listFields } from './queries.ts'

export {
  countPublished,
  listAlikePublished,
  listPublished,
  listPublishedOfPartner,
  listPublishedTexts,
  type ListedText,
  type TextCursor,
} from './public-lists.ts'

/** Puts together what the world would see of a relation: the present values, each with where it comes from. */
export async function composePublished(tx: Tx, id: string): Promise<PublishedRelation> {
  const sheet = await getCourse(tx, id)
  const row = present(sheet.row, endOfTime)
  const region = await getRegion(tx)
  const fields = await listFields(tx, { relation: id, on: endOfTime })
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
      slug: partner.slug,
      kind: partner.kind,
      tier: partner.tier,
      name: partner.name,
      names: partner.names,
      nativeName: partner.nativeName,
      nativeLang: partner.nativeLang,
      country: partner.country,
    },
    label: row.label ?? undefined,
    cooperationType: row.cooperationType ?? undefined,
    purpose: row.purpose ?? undefined,
    beganOn: row.beganOn ?? undefined,
    notContinuedOn: row.notContinuedOn ?? undefined,
    process: process && publicProcess(process),
    statuses: statusDays(sheet.course),
    texts: await listPublicTexts(tx, id),
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
    provenance: await listPublicLines(tx, subjects),
  }
}

/**
 * A process without what stays inside: who holds a step since when, answers that were not a yes, and notes of steps
 * beyond the exploration, which without their paper would read as if they were done.
 */
function publicProcess(process: Process): Process {
  const { id, procedure, provisional, beganOn, initiator, referral } = process
  const rules = getProcedure(procedure)
  const opening = getStep(rules, rules.opening).no
  const documents = process.documents.filter(({ outcome }) => outcome === undefined || outcome === 'agreed')
  const steps = process.steps.filter(
    ({ step, round }) =>
      getStep(rules, step).no <= opening ||
      documents.some((document) => document.step === step && document.round === round),
  )
  return {
    id,
    procedure,
    provisional,
    beganOn,
    initiator: initiator ?? undefined,
    referral: referral ?? undefined,
    steps: steps.map(({ step, round, holder, state, documented, occurredOn }) => ({
      step,
      round,
      holder,
      state,
      documented,
      occurredOn,
    })),
    documents: documents.map(({ id: document, kind, step, round, on }) => ({ id: document, kind, step, round, on })),
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

/** The published page at an address. One that was taken back is said to be `gone`, anything else is not found. */
export async function getPublished(portal: PortalDb, slug: string): Promise<PublishedRelation | 'gone'> {
  const found = await findPublished(portal, slug)
  if (found !== undefined) return found
  const gone = await portal.selectFrom('relations.withdrawn').select('id').where('slug', '=', slug).executeTakeFirst()
  if (gone === undefined) throw new Failure('not_found')
  return 'gone'
}

/** The file of a signed text that is public on a day, with the region whose it is; 'gone' when the page was withdrawn. */
export async function findPublicFile(
  portal: PortalDb,
  { slug, text: id, on }: { slug: string; text: string; on: string },
): Promise<{ tenant: string; text: PublishedText; file: NonNullable<PublishedText['file']> } | 'gone' | undefined> {
  const row = await portal
    .selectFrom('relations.published')
    .select(['tenant', 'document'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) return (await getPublished(portal, slug)) === 'gone' ? 'gone' : undefined
  const { texts } = relationOn(row.document as unknown as PublishedRelation, on)
  const text = texts.find((one) => one.id === id)
  return text === undefined || text.file === null ? undefined : { tenant: row.tenant, text, file: text.file }
}

/** What a reader of the portal may write about at a relation's address. */
export async function findPublicRelation(portal: PortalDb, { slug, language }: { slug: string; language: Language }) {
  const row = await portal
    .selectFrom('relations.published')
    .select(['tenant', 'id', 'document'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const relation = row.document as unknown as PublishedRelation
  const region = { slug: relation.region.slug, name: nameIn(language, relation.region) }
  return { tenant: row.tenant, id: row.id, title: relationTitle(language, relation), region }
}

/** What of a relation is public now, and since when; undefined while nothing is. */
export async function findPublication(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('relations.published')
    .select(['parts', 'published_at as publishedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { publishedAt: row.publishedAt, parts: readParts(row.parts) }
}

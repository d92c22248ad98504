import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { isPicture } from '../files/model.ts'
import { listFiles } from '../files/queries.ts'
import { findPartner } from '../partners/queries.ts'
import { getRegion } from '../reference/queries.ts'
import { getRelation } from '../relations/queries.ts'
import { periodicInformation } from '../sources/model.ts'
import { listPublicLines } from '../sources/published.ts'
import { isFromDoor } from './attendees-model.ts'
import { lockActivity } from './locks.ts'
import { attended, type PublishedActivity, type PublishedPhoto, type Speaker, type Statement } from './model.ts'
import { searchTextOf } from './public-search.ts'
import { choosePublicSummary as chooseSummary } from './summary-publication.ts'
import { listActivities, listPhotos, listPublicParts } from './queries.ts'

type Acting = { tx: Tx; act: Act }

interface Publishing {
  id: string
  relation?: string | undefined
  /** Ids of the photographs to show; without them the last choice holds, at first none. */
  photos?: readonly string[] | undefined
  /** Ids of the points to show; without them the last choice holds, at first all. */
  points?: readonly string[] | undefined
  /** The summary, when its id is among these; without them the last choice holds, at first none. */
  summary?: readonly string[] | undefined
}

/**
 * Copies what the world may see of an activity, with the article under which it may, into the published table. It
 * stands with every relation it belongs to, and is told of one: `relation`, or the one it was linked to first.
 */
export async function publishActivity(
  { tx, act }: Acting,
  { id, relation, photos, points, summary }: Publishing,
): Promise<{ id: string }> {
  // Somebody who voids it at the same moment withdraws what is published here, or is seen here.
  await lockActivity(tx, id)
  const belongs = await tx
    .selectFrom('agenda.activity_relations')
    .select('relation')
    .where('activity', '=', id)
    .orderBy('id')
    .execute()
  const told = relation ?? belongs[0]?.relation
  if (told === undefined) throw new Failure('not_found')
  const found = (await listActivities(tx, { relation: told, on: '9999-12-31' })).find((activity) => activity.id === id)
  if (found === undefined) throw new Failure('not_found')
  const region = await getRegion(tx)
  const of = await getRelation(tx, { id: told, on: '9999-12-31' })
  const partner = of.partner === null ? undefined : await findPartner(tx, of.partner.id)
  const shown = await listPublicParts(tx, id)
  const chosen = points ?? shown?.points
  const shownPoints = found.points.filter((point) => chosen === undefined || chosen.includes(point.id))
  // A name that was only typed may be a private person's: it stays inside, as do who did not come and who only wrote herself down
  // at the door.
  const came = attended(found.participants)
    .filter((row) => !isFromDoor(row))
    .filter((row) => row.office !== undefined || row.organisation !== undefined)
  const said = found.statements.filter(isOfOffice)
  const subjects = [id, ...[...came, ...said, ...shownPoints].map((row) => row.id)]
  const shownSummary = await chooseSummary(tx, {
    activity: id,
    chosen: summary ?? shown?.summary ?? [],
    points: shownPoints,
  })
  const document: PublishedActivity = {
    id,
    slug: found.slug,
    kind: found.kind,
    about: found.about,
    topics: found.topics,
    place: found.place,
    occurredOn: found.occurredOn,
    endedOn: found.endedOn,
    initiator: found.initiator,
    ...(found.startsAt !== undefined && { startsAt: found.startsAt }),
    ...(found.weekday !== undefined && { weekday: found.weekday }),
    participants: came.map(({ id: of, side, leads, organisation, role, headcount, ...row }) => ({
      id: of,
      side,
      leads,
      ...(organisation !== undefined && { organisation }),
      ...(role !== undefined && { role }),
      ...(headcount !== undefined && { headcount }),
      ...(row.office === undefined ? { givenName: '', familyName: '' } : nameOf(row)),
    })),
    statements: said.map((row) => ({
      id: row.id,
      position: row.position,
      words: row.words,
      wordsLang: row.wordsLang,
      speaker: nameOf(row.speaker),
    })),
    points: shownPoints.map(({ id: of, position, theme, words, wordsLang }) => {
      return { id: of, position, words, wordsLang, ...(theme !== undefined && { theme }) }
    }),
    region: { slug: region.slug, name: region.name, names: region.names as Record<string, string> },
    partner: partner && { name: partner.name, names: partner.names },
    relationSlug: of.slug,
    photos: await choosePhotos(tx, { activity: id, chosen: photos ?? shown?.photos ?? [] }),
    ...(shownSummary !== undefined && { summary: shownSummary }),
    ground: periodicInformation,
    provenance: await listPublicLines(tx, subjects),
  }
  const values = {
    slug: found.slug,
    region_slug: region.slug,
    relations: belongs.map((row) => row.relation),
    occurred_on: found.occurredOn,
    document: document as never,
    search: searchTextOf(document),
    demonstration: region.demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('agenda.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  await tx.deleteFrom('agenda.withdrawn').where('id', '=', id).execute()
  act.about(told)
  return { id }
}

/** Photographs of the activity with where their bytes lie; one that was taken off is not among them. */
async function choosePhotos(
  tx: Tx,
  { activity, chosen }: { activity: string; chosen: readonly string[] },
): Promise<PublishedPhoto[]> {
  const photos = (await listPhotos(tx, activity)).filter(({ id }) => chosen.includes(id))
  const files = await listFiles(tx, photos.map(({ file }) => file)) // prettier-ignore
  return photos.flatMap(({ id, file, caption }) => {
    const kept = files.find((one) => one.id === file)
    if (kept === undefined || !isPicture(kept.kind)) return []
    return [{ id, caption, sha256: kept.sha256, kind: kept.kind, bytes: kept.bytes }]
  })
}

function nameOf({ givenName, familyName, nameLang, office, capacity }: Speaker): Speaker {
  return { givenName, familyName, nameLang, office, ...(capacity !== undefined && { capacity }) }
}

/** What somebody without an office said is no word of a public body. */
const isOfOffice = ({ speaker }: Pick<Statement, 'speaker'>) => speaker.office !== undefined

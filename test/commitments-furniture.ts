import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { noteCommitment, publishCommitment, recordActivity } from '../src/slices/agenda/commands.ts'
import { sayNews } from '../src/slices/agenda/commitments-news.ts'
import { addOfficial } from '../src/slices/reference/commands.ts'
import { getRegion } from '../src/slices/reference/queries.ts'
import { periodicInformation } from '../src/slices/sources/model.ts'
import type { PublishedActivity } from '../src/slices/agenda/model.ts'

/** Words that were given at a meeting. */
export interface CommitmentFurniture {
  /** A meeting that is public; what its commitments say is not, but for one. */
  openActivity: string
  /** A commitment of ours, of which nobody said anything. */
  commitment: string
  /** One that is public. */
  shownCommitment: string
  /** What was heard of it. */
  news: string
}

export const noCommitments = (): CommitmentFurniture => ({
  openActivity: newId(),
  commitment: newId(),
  shownCommitment: newId(),
  news: newId(),
})

/** A meeting with one commitment inside and one outside. What is public of it does not bear the word. */
export async function furnishCommitments(
  call: { tx: Tx; act: Act },
  { word, on }: { word: string; on: string },
): Promise<CommitmentFurniture> {
  const { tx } = call
  const about = `Pertemuan terbuka ${newId()}`
  const met = await recordActivity(call, { about, occurredOn: on })
  const voice = { name: 'Pejabat terbuka', office: 'wali_kota', capacity: 'definitif', seenOn: on } as const
  const { id: official } = await addOfficial(call, voice)
  const of = { activity: met.id, side: 'ours', official } as const
  const inside = await noteCommitment({ tx }, { ...of, position: 1, words: `${word} janji`, told: `${word} tamu` })
  const shown = await noteCommitment({ tx }, { ...of, position: 2, words: 'Janji terbuka' })
  await sayNews({ ...call, on }, { id: shown.id, rev: 1, state: 'running', note: `${word} kabar` })
  const { id: news } = await tx
    .selectFrom('agenda.commitment_news')
    .select('id')
    .where('commitment', '=', shown.id)
    .executeTakeFirstOrThrow()
  await show(call, { ...met, about, on })
  await publishCommitment(call, { id: shown.id })
  return { openActivity: met.id, commitment: inside.id, shownCommitment: shown.id, news }
}

/** A public page that names no partner: a meeting of a relation would show whose it is. */
async function show(
  { tx, act }: { tx: Tx; act: Act },
  { id, slug, about, on }: { id: string; slug: string; about: string; on: string },
): Promise<void> {
  const { slug: region, name, demonstration } = await getRegion(tx)
  const unsaid = { kind: undefined, place: undefined, endedOn: undefined, initiator: undefined, partner: undefined }
  const nothing = { topics: [], participants: [], statements: [], points: [], photos: [], provenance: [] }
  const document: PublishedActivity = {
    ...unsaid,
    ...nothing,
    id,
    slug,
    about,
    occurredOn: on,
    relationSlug: undefined,
    region: { slug: region, name },
    ground: periodicInformation,
  }
  const shown = { id, slug, region_slug: region, relations: [], occurred_on: on, demonstration, published_by: act.id }
  await tx
    .insertInto('agenda.published')
    .values({ ...shown, document: document as never, search: about })
    .execute()
}

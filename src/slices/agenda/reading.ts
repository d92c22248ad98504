import type { Tx } from '../../platform/database.ts'
import { nextStepOn } from '../followup/model.ts'
import { listFollowUps, listTasks } from '../followup/queries.ts'
import { listOfficials } from '../reference/queries.ts'
import { listProvenance } from '../sources/queries.ts'
import { isPlanned } from './model.ts'
import { getActivity, listGuests, listPhotos, listPublicParts, listRelationsOf } from './queries.ts'
import { subjectsOf } from './settling.ts'
import { headOfSummary } from './summary-read.ts'

/** Gathers all that an activity's own page shows on a day. */
export async function readActivity(tx: Tx, { slug, on }: { slug: string; on: string }) {
  const { voidedOn, voidedReason, cancelled, note, closedOn, ...found } = await getActivity(tx, slug)
  const relations = await listRelationsOf(tx, found.id)
  const subjects = subjectsOf(found.id, relations)
  const followUps = await listFollowUps(tx, subjects)
  const lines = await listProvenance(tx, [found.id])
  const shown = found.published ? await listPublicParts(tx, found.id) : undefined
  const cards = new Map(lines.flatMap(({ source }) => (source === undefined ? [] : [[source.id, source] as const])))
  return {
    ...found,
    note: note ?? undefined,
    planned: isPlanned(found, on),
    closedOn: closedOn ?? undefined,
    voided: voidedOn === null || voidedReason === null ? undefined : { on: voidedOn, reason: voidedReason, cancelled },
    relations,
    nextSteps: subjects.map((subject) => ({
      subject,
      step: nextStepOn(followUps.filter((followUp) => followUp.subject === subject), on), // prettier-ignore
    })),
    tasks: await listTasks(tx, { subjects: [found.id, ...found.points.map(({ id }) => id)], on }),
    publicPoints: shown?.points ?? [],
    summary: await headOfSummary(tx, { activity: found.id, shown: shown?.summary }),
    photos: (await listPhotos(tx, found.id)).map((photo) => ({
      ...photo,
      published: shown?.photos.includes(photo.id) ?? false,
    })),
    sources: [...cards.values()].map(({ kind, outlet, title, publishedOn }) => ({ kind, outlet, title, publishedOn })),
    officials: (await listOfficials(tx)).map(({ id, name, office, seenOn }) => ({ id, name, office, seenOn })),
    people: await listGuests(tx, relations.map(({ id }) => id)), // prettier-ignore
  }
}

import type { Call } from '../../platform/call.ts'
import { dropOpen } from '../followup/commands.ts'
import { refuseMore } from './attendance.ts'
import { notePoint, type NewPoint } from './commands.ts'
import { lockActivity, lockActivityOf, whyUntouched } from './locks.ts'
import type { Theme } from './model.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

/** Notes a point discussed, after those that are there. */
export async function addPoint(
  { tx, act }: Acting,
  { id, ...point }: Omit<NewPoint, 'activity' | 'position'> & { id: string },
): Promise<{ id: string; rev: number }> {
  await lockActivity(tx, id)
  const { last } = await refuseMore(tx, { table: 'topics', activity: id })
  act.about(id)
  return await notePoint({ tx }, { activity: id, position: last + 1, ...point })
}

export interface PointMend {
  id: string
  rev: number
  words?: string | undefined
  theme?: Theme | null | undefined
}

/** Corrects the words or the theme of a point. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendPoint({ tx, act }: Acting, { id, rev, words, theme }: PointMend) {
  act.about(await lockActivityOf(tx, { table: 'agenda.topics', id }))
  const mended = await tx
    .updateTable('agenda.topics')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(words !== undefined && { words }),
      ...(theme !== undefined && { theme }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'agenda.topics', id, rev })
  return { id, rev: mended.rev }
}

/** Takes a point off that was entered by mistake; what is open of it is dropped in the same act, so undo brings both. */
export async function dropPoint({ tx, act, on }: Acting, { id, rev }: { id: string; rev: number }) {
  act.about(await lockActivityOf(tx, { table: 'agenda.topics', id }))
  const dropped = await tx
    .deleteFrom('agenda.topics')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (dropped === undefined) throw await whyUntouched(tx, { table: 'agenda.topics', id, rev })
  await dropOpen({ tx, on }, { subjects: [id] })
  return { id }
}

import type { Tx } from '../../platform/database.ts'

/** What the region's contact point promises; undefined while nobody ever set it. */
export async function findContact(tx: Tx) {
  return await tx
    .selectFrom('residents.contact_points')
    .select(['id', 'open', 'answer_days as answerDays', 'keep_days as keepDays', 'rev'])
    .executeTakeFirst()
}

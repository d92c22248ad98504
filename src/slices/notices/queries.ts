import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { noChoice, putOffLimit, type Choice } from './model.ts'

/** What a member wants by mail. */
export async function getChoice(tx: Tx, membership: string): Promise<Choice> {
  const row = await tx
    .selectFrom('notices.choices')
    .select(['daily', 'at_once as atOnce', 'rev'])
    .where('membership', '=', membership)
    .executeTakeFirst()
  return row ?? noChoice
}

/** The lines that a member does not want to see on a day, each with the day on which she does. */
export async function listPutOff(tx: Tx, { membership, on }: { membership: string; on: DateText }) {
  return await tx
    .selectFrom('notices.put_offs')
    .select(['line', 'until_on as untilOn'])
    .where('membership', '=', membership)
    .where('until_on', '>', on)
    .orderBy('until_on')
    .limit(putOffLimit)
    .execute()
}

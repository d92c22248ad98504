import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { noChoice, putOffLimit, reminderMost, type Choice } from './model.ts'

/** What a member wants by mail. */
export async function getChoice(tx: Tx, membership: string): Promise<Choice> {
  const row = await tx
    .selectFrom('notices.choices')
    .select(['daily', 'at_once as atOnce', 'reminders', 'rev'])
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

/** What was noted on a day to be called to mind to a member or an agency, and has not left (at most 50). */
export async function listReminded(tx: Tx, { recipient, day }: { recipient: string; day: DateText }) {
  return await tx
    .selectFrom('notices.reminders')
    .select(['root', 'due_on as dueOn', 'stage'])
    .where('recipient', '=', recipient)
    .where('day', '=', day)
    .where('sent_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .limit(reminderMost)
    .execute()
}

import { createHash } from 'node:crypto'
import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { addDays } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import { choose, putOff } from '../src/slices/notices/commands.ts'

/** What one member wants to be told, a line she put off, and a mail and a reminder that were made for her. */
export async function furnishMorning(
  call: { tx: Tx; act: Act },
  { membership, on, task }: { membership: string; on: string; task: string },
): Promise<void> {
  await choose(call, { membership, rev: 0, daily: false, atOnce: false })
  await putOff({ ...call, on }, { membership, line: `silent:${newId()}`, untilOn: addDays(on, 30) })
  const hash = createHash('sha256').update(newId()).digest()
  await call.tx
    .insertInto('notices.mails')
    .values({ id: newId(), membership, kind: 'daily', key: on, token_hash: hash })
    .execute()
  await call.tx
    .insertInto('notices.reminders')
    .values({ id: newId(), root: task, due_on: on, stage: 'today:0', recipient: membership, day: on })
    .execute()
}

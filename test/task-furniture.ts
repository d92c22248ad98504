import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { receiveAnswer } from '../src/slices/followup/answering.ts'
import { addTask } from '../src/slices/followup/commands.ts'

/** What was answered to a follow-up of the region itself, with a file. */
export interface TaskFurniture {
  answered: string
  taskAnswer: string
}

export const noTasks = (): TaskFurniture => ({ answered: newId(), taskAnswer: newId() })

/** One follow-up of the region that a member answered. */
export async function furnishTasks(
  { tx }: { tx: Tx },
  { word, tenant, member, file, on }: { word: string; tenant: string; member: string; file: string; on: string },
): Promise<TaskFurniture> {
  const { id } = await addTask({ tx, on }, { subject: tenant, step: { what: `${word} tindak lanjut`, member } })
  const said = { said: 'running', note: `${word} jawaban`, noteLang: 'id' } as const
  const answer = await receiveAnswer({ tx, on }, { id, ...said, file, by: { member } })
  return { answered: id, taskAnswer: answer.id }
}

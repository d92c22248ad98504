import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { makeLink } from '../src/slices/links/commands.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'

/** Links that somebody without account was handed. */
export interface LinkFurniture {
  /** A link to answer the task. */
  link: string
}

export const noLinks = (): LinkFurniture => ({ link: newId() })

/** One link, for a task of the region. */
export async function furnishLinks(
  call: { tx: Tx },
  { word, task }: { word: string; task: string },
): Promise<LinkFurniture> {
  const party = `${word} penerima tautan`
  const hash = hashOfToken(newId())
  const made = await makeLink(call, { purpose: 'answer_task', subject: task, party, language: 'id', hash, days: 14 })
  return { link: made.id }
}

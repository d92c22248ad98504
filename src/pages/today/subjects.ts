import type { Tx } from '../../platform/database.ts'
import { nameSubjects as findNames, type SubjectName } from '../subjects/queries.ts'

/** A name as a line carries it. */
export const named = <Of extends { names?: object | undefined }>(relation: Of) => ({
  ...relation,
  names: relation.names ?? {},
})

/** What a follow-up follows from, as a line carries it: beside a letter's own lines a letter is called `mail`. */
export interface LineOf extends Omit<SubjectName, 'letter'> {
  mail?: SubjectName['letter']
}

export async function nameSubjects(tx: Tx, subjects: readonly string[]) {
  const nameOf = await findNames(tx, subjects)
  return (subject: string): LineOf | undefined => {
    const { letter, ...of } = nameOf(subject) ?? {}
    if (letter !== undefined) return { mail: letter }
    return Object.keys(of).length === 0 ? undefined : of
  }
}

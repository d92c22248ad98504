import type { Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import {
  listCommitmentNames,
  listNames as listVisitNames,
  listPointNames,
  listSubjectsUnder,
} from '../../slices/agenda/queries.ts'
import type { Subjects } from '../../slices/followup/queries.ts'
import { listIssueNames } from '../../slices/forum/queries.ts'
import { listMailNames, listStandingMail } from '../../slices/letters/queries.ts'
import { listNames } from '../../slices/relations/queries.ts'
import { words as residentWords } from '../../slices/residents/messages/words.gen.ts'
import { listQuestionNames } from '../../slices/residents/queries.ts'

/** A record as a line names it: a cooperation, a visit, a letter or a question; exactly one of them. */
export interface SubjectName {
  relation?: { id: string; slug: string; name: string; names: NonNullable<Named['names']> }
  visit?: { id: string; slug: string; about: string }
  letter?: { id: string; name: string; closed: boolean }
  /** What a foreign resident asked, by the number of its receipt. */
  question?: { id: string; receipt: string }
}

/** Finds the names of those among these subjects that are its own; the others it answers with undefined. */
type Namer = (tx: Tx, subjects: readonly string[]) => Promise<(subject: string) => SubjectName | undefined>

/** Asked in this order. A slice whose records are followed up joins here. */
const namers: readonly Namer[] = [nameRecords, nameLetters, nameQuestions]

/** What follow-ups follow from, as a line names it: a relation, a visit, or the relation of the point discussed. */
export async function nameSubjects(
  tx: Tx,
  subjects: readonly string[],
): Promise<(subject: string) => SubjectName | undefined> {
  const found: Awaited<ReturnType<Namer>>[] = []
  for (const namer of namers) found.push(await namer(tx, subjects))
  return (subject) => {
    for (const nameOf of found) {
      const name = nameOf(subject)
      if (name !== undefined) return name
    }
    return undefined
  }
}

/** Points discussed, issues and commitments of ours that stand: of each somebody has one thing in hand, or nobody. */
async function listSingle(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const named = [...(await listPointNames(tx, ids)), ...(await listCommitmentNames(tx, ids))]
  return [...named, ...(await listIssueNames(tx, ids))].map(({ id }) => id)
}

/** What something may follow from: cooperations, visits, letters, points, issues and commitments. */
export const followable: Subjects = {
  async listStanding(tx, ids) {
    const named = [...(await listNames(tx, ids)), ...(await listVisitNames(tx, ids))].map(({ id }) => id)
    const asked = (await listQuestionNames(tx, ids)).filter(({ standing }) => standing).map(({ id }) => id)
    return [...named, ...asked, ...(await listStandingMail(tx, ids)), ...(await listSingle(tx, ids))]
  },
  listSingle,
  listUnder: listSubjectsUnder,
  listClosed: async (tx, ids) => (await listMailNames(tx, ids)).filter(({ mission }) => mission).map(({ id }) => id),
}

/** The same in words, for somebody who sees nothing else of it. */
export async function subjectText(
  tx: Tx,
  { subject, language }: { subject: string; language: Language },
): Promise<string | undefined> {
  const { relation, visit, letter, question } = (await nameSubjects(tx, [subject]))(subject) ?? {}
  if (question !== undefined) return residentWords[language].subject(question)
  return relation === undefined ? (visit?.about ?? letter?.name) : nameIn(language, relation)
}

async function nameRecords(tx: Tx, subjects: readonly string[]) {
  const points = [...(await listPointNames(tx, subjects)), ...(await listCommitmentNames(tx, subjects))]
  const issues = await listIssueNames(tx, subjects)
  const of = [...points, ...issues].flatMap(({ relation }) => relation ?? [])
  const relations = await listNames(tx, [...subjects, ...of])
  const visits = await listVisitNames(tx, subjects)
  return (subject: string): SubjectName | undefined => {
    const point = points.find(({ id }) => id === subject)
    const issue = issues.find(({ id }) => id === subject)
    const relation = relations.find(({ id }) => id === (point?.relation ?? issue?.relation ?? subject))
    if (relation !== undefined) return { relation: { ...relation, names: relation.names ?? {} } }
    const visit = visits.find(({ id }) => id === subject) ?? point
    return visit && { visit: { id: visit.id, slug: visit.slug, about: visit.about } }
  }
}

async function nameLetters(tx: Tx, subjects: readonly string[]) {
  const letters = await listMailNames(tx, subjects)
  return (subject: string): SubjectName | undefined => {
    const letter = letters.find(({ id }) => id === subject)
    return letter && { letter: { id: letter.id, name: letter.name, closed: letter.mission } }
  }
}

async function nameQuestions(tx: Tx, subjects: readonly string[]) {
  const questions = await listQuestionNames(tx, subjects)
  return (subject: string): SubjectName | undefined => {
    const question = questions.find(({ id }) => id === subject)
    return question && { question: { id: question.id, receipt: question.receipt } }
  }
}

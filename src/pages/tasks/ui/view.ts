import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { languageOfName, nameIn } from '../../../shared/names.ts'
import { words as followWords } from '../../../slices/followup/messages/words.gen.ts'
import { isAssigned, isOverdue } from '../../../slices/followup/model.ts'
import { words as residentWords } from '../../../slices/residents/messages/words.gen.ts'
import type { listTasks } from '../contract.ts'

export type TaskView = z.output<typeof listTasks.output>['rows'][number]

/** From where a task is: its name, the language of that, and its page. The region itself has neither. */
export function originOf(
  { relation, visit, letter, question }: Pick<TaskView, 'relation' | 'visit' | 'letter' | 'question'>,
  language: Language,
): { name: string; lang: Language; to: string } | undefined {
  if (relation !== undefined) {
    const lang = languageOfName(language, relation)
    return { name: nameIn(language, relation), lang, to: `/kerja-sama/${relation.slug}` }
  }
  if (visit !== undefined) return { name: visit.about, lang: 'id', to: `/kegiatan/${visit.slug}` }
  if (question !== undefined) {
    const name = residentWords[language].subject(question)
    return { name, lang: language, to: `/program/layanan/pertanyaan/${question.id}` }
  }
  return letter && { name: letter.name, lang: 'id', to: `/surat/catatan/${letter.id}` }
}

/** Who has it: agency and person, in one line; empty where nobody is named. */
export function ownerOf(
  { unit, member, owner }: Pick<TaskView, 'unit' | 'member' | 'owner'>,
  language: Language,
): string {
  return [unit?.name, member?.name, owner].filter((part) => part !== undefined).join(followWords[language].comma)
}

/**
 * How an open task stands, each in a word: what was said of it, that its day has passed, that nobody has it. Nothing of
 * one that ended.
 */
export function standingsOf(task: TaskView, { language, on }: { language: Language; on: string }): string[] {
  const w = followWords[language].standing
  if (task.endedOn !== undefined) return []
  const { state, answered, dueOn, member } = task
  return [
    answered ? w.done : state === undefined ? undefined : w[state],
    dueOn !== undefined && isOverdue(task, on) ? w.overdue({ date: formatDate(dueOn, language) }) : undefined,
    dueOn === on ? w.today : undefined,
    member?.left === true ? w.left : isAssigned(task) ? undefined : w.unowned,
  ].filter((word) => word !== undefined)
}

/** Until when, for one whose day has not passed. */
export function untilOf(task: TaskView, { language, on }: { language: Language; on: string }): string | undefined {
  const w = followWords[language]
  const { dueOn, endedOn, outcome } = task
  if (endedOn !== undefined && outcome !== undefined) return `${w.outcome[outcome]} ${formatDate(endedOn, language)}`
  if (dueOn === undefined) return w.noDate
  return dueOn <= on ? undefined : w.due({ date: formatDate(dueOn, language) })
}

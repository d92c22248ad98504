import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { nameIn } from '../../../shared/names.ts'
import { holderText } from '../../followup/model.ts'
import { words as followWords } from '../../followup/messages/words.gen.ts'
import type { issue, readIssue } from '../contract.ts'
import { words } from '../messages/words.gen.ts'

export type IssueView = z.output<typeof issue>
export type IssuePageView = z.output<typeof readIssue.output>

/** Who answers an issue, in words; undefined where nobody does. */
export function ownerOf({ task }: Pick<IssueView, 'task'>, language: Language): string | undefined {
  return task === undefined ? undefined : holderText(task, followWords[language].comma)
}

/** "dijanjikan · 24 Desember 2026": how an issue stands, with the promised day while it is open. */
export function standingText({ standing, task }: Pick<IssueView, 'standing' | 'task'>, language: Language): string {
  const due = standing === 'dijanjikan' && task?.dueOn !== undefined ? formatDate(task.dueOn, language) : undefined
  return due === undefined ? words[language].standing[standing] : words[language].promisedFor({ day: due })
}

/** An issue as a line of a message. */
export function issueText(issue: IssueView, language: Language): string {
  const { relations } = issue
  const of = relations.map((relation) => nameIn(language, relation)).join('; ')
  return [issue.words, of, ownerOf(issue, language), standingText(issue, language)]
    .filter((part) => part !== undefined && part !== '')
    .join(words[language].dot)
}

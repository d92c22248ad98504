import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import type { followUp } from '../../followup/contract.ts'
import { isAssigned } from '../../followup/model.ts'
import { words } from './messages/words.gen.ts'

type Task = z.output<typeof followUp>

/** How far a point is: discussed, in somebody's hands, answered or not pursued, with the day of the end. */
export function pointState(language: Language, task: Task | undefined): string {
  const { points: w } = words[language]
  if (task === undefined) return w.discussed
  const { endedOn, outcome } = task
  if (endedOn === undefined) return isAssigned(task) ? w.underWay : w.discussed
  const date = formatDate(endedOn, language)
  return outcome === 'dropped' ? w.droppedOn({ date }) : w.doneOn({ date })
}

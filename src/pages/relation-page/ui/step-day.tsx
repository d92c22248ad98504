import { formatDate } from '../../../shared/format.ts'
import { activityTopic } from '../../../slices/agenda/model.ts'
import { words as procedureWords } from '../../../slices/procedures/messages/words.gen.ts'
import type { StepId } from '../../../slices/procedures/model.ts'
import type { Step } from '../../../slices/relations/model.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { topicsOfStep } from '../topics.ts'
import { Known } from './known.tsx'
import { useRelationPage } from './use-page.ts'

/** The day a step was seen, with the mark of the sheet that tells of that step; plain where no source line does. */
export function StepDay({ process, step }: { process: string; step: Step }) {
  const { relation, activities, levels } = useRelationPage()
  const language = useLanguage()
  const day = formatDate(step.occurredOn, language)
  const sheets = [
    { topic: 'prakarsa', subject: process, field: 'initiator' },
    { topic: 'tahap', subject: process, field: 'stages_left' },
    ...activities.map((activity) => ({
      topic: activityTopic(activity, 'pertemuan'),
      subject: activity.id,
      field: 'occurred_on',
    })),
    { topic: 'permulaan', subject: relation.id, field: 'began_on' },
  ]
  const wanted = topicsOfStep(step, activities).flatMap((topic) => sheets.find((sheet) => sheet.topic === topic) ?? [])
  const sheet = wanted.find(({ subject, field }) => levels[`${subject}.${field}`] !== undefined)
  if (sheet === undefined) return day
  return (
    <Known subject={sheet.subject} field={sheet.field} what={procedureWords[language].step[step.step as StepId]}>
      {day}
    </Known>
  )
}

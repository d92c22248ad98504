import { formatDate } from '../../../shared/format.ts'
import { activityTopic } from '../../../slices/agenda/model.ts'
import type { Step } from '../../../slices/relations/model.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { topicsOfStep } from '../topics.ts'
import { Known } from './known.tsx'
import { useRelationPage } from './use-page.ts'

/** The day a step was seen, with the mark of the sheet that tells of that step; plain where no source line does. */
export function StepDay({ process, step }: { process: string; step: Step }) {
  const { activities, levels } = useRelationPage()
  const day = formatDate(step.occurredOn, useLanguage())
  const sheets = [
    { topic: 'prakarsa', subject: process, key: `${process}.initiator` },
    { topic: 'tahap', subject: process, key: `${process}.stages_left` },
    ...activities.map((activity) => ({
      topic: activityTopic(activity, 'pertemuan'),
      subject: activity.id,
      key: activity.id,
    })),
  ]
  const wanted = topicsOfStep(step, activities).flatMap((topic) => sheets.find((sheet) => sheet.topic === topic) ?? [])
  const sheet = wanted.find(({ key }) => levels[key] !== undefined)
  if (sheet === undefined) return day
  return (
    <Known subject={sheet.subject} topic={sheet.topic}>
      {day}
    </Known>
  )
}

import { Link } from 'react-router'
import { StepsList } from '../../../slices/relations/ui/steps-list.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'
import { useWork } from './use-work.ts'
import { words } from './messages/words.gen.ts'

/** What was recorded of the process, step by step, to correct and to complete. */
export function RecordedSteps() {
  const { relation } = useRelationPage()
  const { steps } = useWork()
  const w = words[useLanguage()]
  if (steps.length === 0) return null
  return (
    <div className="gap3">
      <h3>{w.recordedSteps}</h3>
      <StepsList
        steps={steps}
        ask={({ step }, paper, said) => (
          <Link to={`/kerja-sama/${relation.slug}/catat?langkah=${step}&dokumen=${paper}`}>{said}</Link>
        )}
      />
    </div>
  )
}

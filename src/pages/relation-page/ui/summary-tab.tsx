import { RelationMender } from '../../../slices/relations/ui/relation-mender.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { AboutPartner } from './about-partner.tsx'
import { FieldsSummary } from './fields-summary.tsx'
import { SummaryFacts } from './summary-facts.tsx'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** What everybody asks first, and the form for purpose and type. */
export function SummaryTab() {
  const { relation, levels } = useRelationPage()
  const w = words[useLanguage()]
  const isReported = Object.values(levels).includes('reported')
  return (
    <div className="cols">
      <div>
        <SummaryFacts />
        {isReported && <p className="key legend">{relation.published ? w.legendOpen : w.legend}</p>}
        <RelationMender relation={relation} />
      </div>
      <div>
        <FieldsSummary />
        <AboutPartner />
      </div>
    </div>
  )
}

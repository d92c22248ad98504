import { useState } from 'react'
import { MendRelation, relationDraftKey } from '../../../slices/relations/ui/mend-relation.tsx'
import { words as relationUiWords } from '../../../slices/relations/ui/messages/words.gen.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { AboutPartner } from './about-partner.tsx'
import { FieldsSummary } from './fields-summary.tsx'
import { SummaryFacts } from './summary-facts.tsx'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** What everybody asks first, and the form for purpose and type. */
export function SummaryTab() {
  const { relation, levels } = useRelationPage()
  const { language, may, drafts } = useVisitor()
  const mayMend = may('relations.mend')
  const [mending, setMending] = useState(() => mayMend && drafts.read(relationDraftKey(relation.id)) !== undefined)
  const w = words[language]
  const isReported = Object.values(levels).includes('reported')
  return (
    <div className="cols">
      <div>
        <SummaryFacts />
        {isReported && <p className="key legend">{relation.published ? w.legendOpen : w.legend}</p>}
        {mayMend && !mending && (
          <p className="gap3">
            <button type="button" className="btn" onClick={() => setMending(true)}>
              {relationUiWords[language].relation.mend}
            </button>
          </p>
        )}
        {mending && (
          <div className="gap3">
            <MendRelation relation={relation} onClose={() => setMending(false)} />
          </div>
        )}
      </div>
      <div>
        <FieldsSummary />
        <AboutPartner />
      </div>
    </div>
  )
}

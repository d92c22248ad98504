import { useLocation } from 'react-router'
import { procedureFor, type PartnerKind } from '../../../slices/procedures/model.ts'
import { IssuesOf } from '../../../slices/forum/ui/issues-of.tsx'
import { BeginRenewal } from '../../../slices/relations/ui/begin-renewal.tsx'
import { EndRelation } from '../../../slices/relations/ui/end-relation.tsx'
import { RelationMender } from '../../../slices/relations/ui/relation-mender.tsx'
import { SayInitiative } from '../../../slices/relations/ui/say-initiative.tsx'
import { SetPartner } from '../../../slices/relations/ui/set-partner.tsx'
import { OtherLines } from '../../../slices/sources/ui/other-lines.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { AboutPartner } from './about-partner.tsx'
import { CommitmentsOf } from './commitments-of.tsx'
import { FieldsSummary } from './fields-summary.tsx'
import { SummaryFacts } from './summary-facts.tsx'
import { useRelationPage } from './use-page.ts'
import { usePer } from './use-per.ts'
import { useWork } from './use-work.ts'
import { words } from './messages/words.gen.ts'

/** What everybody asks first, and the forms for what is decided about the cooperation as a whole. */
export function SummaryTab() {
  const { relation, others } = useRelationPage()
  const { may } = useVisitor()
  const { hash, key } = useLocation()
  const isAsked = hash === '#jenis'
  const per = usePer()
  const mayMend = may('relations.mend')
  return (
    <div className="cols">
      <div>
        {relation.partner === null && mayMend && <SetPartner relation={relation} />}
        {relation.process !== null && (
          <div {...(relation.partner === null && { className: 'after' })}>
            <SummaryFacts />
          </div>
        )}
        <RelationMender key={isAsked ? key : ''} relation={relation} isAsked={isAsked} />
        {mayMend && <SayInitiative relation={relation} />}
        <IssuesOf relation={relation} per={per} always={isForumOf(relation.partner?.kind)} />
        <CommitmentsOf />
        {mayMend && <Course />}
      </div>
      <div>
        <FieldsSummary />
        <AboutPartner />
        <OtherLines lines={others} />
      </div>
    </div>
  )
}

/** Estates, companies and chambers meet at forums: their issues are asked for also while there is none. */
const isForumOf = (kind: string | null | undefined): boolean => ['estate', 'company', 'chamber'].includes(kind ?? '')

/** What becomes of it: a renewal once a text is signed, or that it is not continued. */
function Course() {
  const { relation } = useRelationPage()
  const { texts } = useWork()
  const isSigned = texts.some(({ isSigned: counts, kind }) => counts && kind !== 'loi' && kind !== 'rencana')
  // A further run needs a procedure: with a region or a company at home none is known here.
  const runs = procedureFor({
    cooperationType: relation.cooperationType ?? undefined,
    partnerKind: (relation.partner?.kind ?? undefined) as PartnerKind | undefined,
  })
  return (
    <section className="sec after">
      <h2>{words[useVisitor().language].course}</h2>
      {isSigned && runs !== undefined && <BeginRenewal relation={relation.id} />}
      <EndRelation relation={relation} />
    </section>
  )
}

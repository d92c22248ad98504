import { pairTitle } from '../../../slices/relations/embed.tsx'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { PartnerPageOf } from '../../../slices/sharing/ui/partner-page-of.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'

/** The page that the partner of this cooperation is handed by link, and what it answered. */
export function PartnerTab() {
  const { relation } = useRelationPage()
  const { language, region } = useVisitor()
  const pair = pairTitle(language, { region: region.name, partner: partnerName(relation, language) })
  return <PartnerPageOf relation={relation.id} pair={pair} />
}

import { countryName } from '../../../slices/reference/model.ts'
import { words as relationWords } from '../../../slices/relations/messages/words.gen.ts'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'

/** On whose initiative, in one phrase; undefined while nobody said. */
export function useInitiative(): string | undefined {
  const { relation, activities } = useRelationPage()
  const { language, region } = useVisitor()
  const w = relationWords[language]
  const { process, partner } = relation
  // Without a procedure the newest meeting says who called it.
  const initiator = process === null ? activities[0]?.initiator : process.initiator
  if (initiator === undefined || initiator === null) return undefined
  const sides = {
    partner: w.initiator.partner({ partner: partnerName(relation, language) }),
    region: w.initiator.region({ region: region.name }),
    third_party: w.initiator.third_party,
  }
  const who = sides[initiator]
  if (process === null || process.referral === null || typeof partner?.country !== 'string') return who
  return w.referral[process.referral]({ who, country: countryName(language, partner.country) })
}

import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'
import { useWork } from './use-work.ts'
import { words } from './messages/words.gen.ts'

/** What is and is not known while nobody named the partner: what was reported, whether a text is there, who it is with. */
export function Unnamed() {
  const { activities, levels } = useRelationPage()
  const { texts } = useWork()
  const w = words[useLanguage()].unnamed
  const reported = activities.find(({ id }) => levels[id] === 'reported')
  const hasText = texts.some(({ voidedOn }) => voidedOn === null)
  return (
    <ul className="plain">
      {reported !== undefined && (
        <li>
          {w.reported} <bdi lang="id">{reported.about.replace(/^Diberitakan: /, '')}</bdi>
        </li>
      )}
      {!hasText && <li>{w.noText}</li>}
      <li>{w.noPartner}</li>
    </ul>
  )
}

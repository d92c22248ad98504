import { formatDate } from '../../../shared/format.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { useInitiative } from './initiative.ts'
import { Known } from './known.tsx'
import { SpeakerName, useOfficeWord } from './speaker-name.tsx'
import { newest, type Topic } from './topics.ts'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** Initiative, newest meeting with host and guest, texts, purpose. A row without a value is left out. */
export function SummaryFacts() {
  const { relation, activities } = useRelationPage()
  const language = useLanguage()
  const w = words[language].fact
  const meeting = newest(activities)
  const initiative = useInitiative()
  const day = meeting && formatDate(meeting.occurredOn, language, { weekday: true })
  return (
    <Facts>
      {initiative !== undefined && (
        <Fact term={w.initiative}>
          <Known subject={relation.process?.id} topic="prakarsa">
            {initiative}
          </Known>
        </Fact>
      )}
      {meeting !== undefined && (
        <Fact term={w.meeting}>
          <Known subject={meeting.id} topic="pertemuan">
            {day}
            {meeting.place !== undefined && (
              <>
                {', '}
                <bdi lang="id">{meeting.place}</bdi>
              </>
            )}
          </Known>
        </Fact>
      )}
      <Leader side="host" term={w.host} topic="tuan-rumah" />
      <Leader side="guest" term={w.guest} topic="tamu" />
      <Fact term={w.text}>{w.noText}</Fact>
      <Fact term={w.purpose}>
        {relation.purpose === null ? <span className="q">{w.noPurpose}</span> : <bdi lang="id">{relation.purpose}</bdi>}
      </Fact>
    </Facts>
  )
}

function Leader({ side, term, topic }: { side: 'host' | 'guest'; term: string; topic: Topic }) {
  const { activities } = useRelationPage()
  const officeWord = useOfficeWord()
  const present = newest(activities)?.participants.filter((person) => person.side === side) ?? []
  const person = present.find(({ leads }) => leads) ?? present[0]
  if (person === undefined) return null
  return (
    <Fact term={term}>
      <Known subject={person.id} topic={topic}>
        <SpeakerName {...person} />
      </Known>
      , {officeWord(person.office)}
    </Fact>
  )
}

import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { factKey, facts, type Fact as StoryFact } from './facts.ts'
import { words } from './messages/words.gen.ts'
import { storyKey, type Story } from './stories.ts'

/** One story: what it tells in our words, where it was printed, and its facts. `#003` leads here. */
export function StorySection({ story, language }: { story: Story; language: Language }) {
  const { story: told, label, heading } = words[language]
  const { name, summary, outlet } = told[storyKey(story.id)]
  return (
    <section className="sec strong" id={story.id}>
      <h2>{name}</h2>
      <p>{summary}</p>
      <div className="gap">
        <Facts>
          <Fact term={label.day}>{dayOf(story, language)}</Fact>
          <Fact term={label.outlet}>{outlet}</Fact>
          <Fact term={label.title}>
            {story.title === undefined ? label.noTitle : <span lang="id">{story.title}</span>}
          </Fact>
        </Facts>
      </div>
      <h3 className="gap3">{heading.facts}</h3>
      <ul className="rows">
        {facts
          .filter((fact) => fact.story === story.id)
          .map((fact) => (
            <FactRow key={fact.id} fact={fact} language={language} />
          ))}
      </ul>
    </section>
  )
}

function dayOf({ occurredOn, weekdayNote }: Story, language: Language): string {
  const { label, weekday } = words[language]
  const date = formatDate(occurredOn, language, { weekday: true })
  if (weekdayNote === undefined) return date
  return `${label.dateWithWeekday({ date, weekday: weekday[weekdayNote] })} · ${label.dayNotStated}`
}

const tones = { ada: 'st-live', sebagian: 'st-wait', belum: 'st-past' }

function FactRow({ fact, language }: { fact: StoryFact; language: Language }) {
  const { fact: told, state, column, cell } = words[language]
  const { says, does } = told[factKey(fact.id)]
  const plan = planOf(fact, language)
  return (
    <li id={`fakta-${fact.id}`} data-fact={fact.id} data-state={fact.state}>
      <p className="day">
        <b className={tones[fact.state]}>{state[fact.state].word}</b> <span className="nw">{fact.id}</span>
      </p>
      <p>
        <span className="vh">{column.says}: </span>
        {says}
      </p>
      <div>
        <p>
          <span className="q">Jembatan: </span>
          {does}
        </p>
        {fact.screen !== undefined && (
          <p className="links">
            <a href={`/${language}${fact.screen}`}>
              {cell.openScreen}
              <span className="vh"> ({fact.id})</span>
            </a>
          </p>
        )}
        {fact.test !== undefined && (
          <p className="key">
            {column.test}: <code>{fact.test}</code>
          </p>
        )}
        {plan !== undefined && <p className="key">{plan}</p>}
      </div>
    </li>
  )
}

/** When what is missing of a fact is planned; undefined where nothing is missing. */
function planOf({ state, issue }: StoryFact, language: Language): string | undefined {
  const { comes } = words[language]
  if (state === 'ada') return undefined
  if (issue === 'later') return comes.later
  return state === 'belum' ? comes.begins({ n: issue }) : comes.completes({ n: issue })
}

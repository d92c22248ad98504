import type { Page, Visit } from '../../platform/portal.ts'
import { formatDate, numberWord } from '../../shared/format.ts'
import { InventedRegionLink, RoleButtons } from '../../slices/demo/embed.tsx'
import { getProcedure, stagesLeft } from '../../slices/procedures/model.ts'
import { countFields, currentStage, isShown, relationOn, type PublishedRelation } from '../../slices/relations/model.ts'
import { findPublished } from '../../slices/relations/published.ts'
import { words as storyWords } from '../five-stories/messages/words.gen.ts'
import { stories, storyKey, type Story } from '../five-stories/stories.ts'
import { words } from './messages/words.gen.ts'

/** `/` of the demonstration: five stories as rows of true sentences, and a way in for every role. */
export async function showDemonstrationHome(visit: Visit): Promise<Page> {
  const w = words[visit.language]
  const rows = await Promise.all(stories.map(async (story) => ({ story, relation: await relationOf(visit, story) })))
  return {
    title: 'Jembatan',
    description: w.lead,
    entry: 'home',
    body: (
      <>
        <div className="top">
          <div>
            <h1 className="lead">{w.lead}</h1>
            <p className="sub">{w.sub}</p>
          </div>
        </div>
        <section className="sec strong">
          <h2>{w.stories}</h2>
          <p className="key">{w.reported}</p>
          <ul className="rows">
            {rows.map(({ story, relation }) => (
              <StoryRow key={story.id} story={story} relation={relation} visit={visit} />
            ))}
          </ul>
        </section>
        <RoleButtons language={visit.language} />
        <p className="more">
          <a href={`/${visit.language}/tentang/lima-cerita`}>{storyWords[visit.language].row.more}</a>
        </p>
        <InventedRegionLink language={visit.language} />
      </>
    ),
  }
}

async function relationOf(visit: Visit, { relationSlug }: Story): Promise<PublishedRelation | undefined> {
  return relationSlug === undefined ? undefined : await findPublished(visit.portal, relationSlug)
}

interface RowProps {
  story: Story
  relation: PublishedRelation | undefined
  visit: Visit
}

function StoryRow({ story, relation, visit }: RowProps) {
  const { language } = visit
  const w = storyWords[language]
  const { name } = w.story[storyKey(story.id)]
  const page = relation ? `/${language}/kerja-sama/${relation.slug}` : `/${language}/tentang/lima-cerita#${story.id}`
  const day = dayOf(story, language)
  return (
    <li>
      <span className="day">{day}</span>
      <h3 className="name">{name}</h3>
      <p>{sentenceOf({ story, relation, visit })}</p>
      <p className="links">
        <a href={page}>
          {w.row.open}
          <span className="vh"> {name}</span>
        </a>
        {story.tanggal !== undefined && (
          <a href={page.replace(/(#|$)/, `?tanggal=${story.tanggal}$1`)}>
            {w.row.onTheDay}
            <span className="vh">, {day}</span>
          </a>
        )}
      </p>
    </li>
  )
}

function dayOf(story: Story, language: Visit['language']): string {
  const w = storyWords[language]
  const date = formatDate(story.occurredOn, language)
  if (story.weekdayNote === undefined) return date
  return w.label.dateWithWeekday({ date, weekday: w.weekday[story.weekdayNote] })
}

/** One true sentence: of a relation with a page it is computed from what is published, on the visitor's day. */
function sentenceOf({ story, relation, visit }: RowProps): string {
  const { language } = visit
  const w = storyWords[language]
  const tellsAll = relation !== undefined && isShown(relation, 'tahap') && isShown(relation, 'bidang')
  if (tellsAll && relation.process !== undefined) {
    // On `/` the row tells the story as it stands now, also when the visitor looks at an earlier day.
    const now = relationOn(relation, '9999-12-31')
    const { offered, named } = countFields(now.fields)
    const left = stagesLeft(getProcedure(relation.process.procedure), currentStage(now.process ?? relation.process))
    return w.story002Sentence({
      offered: numberWord(offered, language, { capital: true }),
      named: numberWord(named, language),
      left: numberWord(left, language),
    })
  }
  const key = storyKey(story.id)
  const told = w.story[key]
  return 'sentence' in told ? told.sentence : told.summary
}

import type { PortalPage } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { facts, states } from './facts.ts'
import { words } from './messages/words.gen.ts'
import { NotYet } from './not-yet.tsx'
import { stories, storyKey } from './stories.ts'
import { StorySection } from './story-section.tsx'

/** Every fact of the five stories with its screen, its test and its state. Gone once a real region exists. */
const fiveStories: PortalPage = {
  path: '/tentang/lima-cerita',
  async show({ language, demonstration }) {
    if (!demonstration) throw new Failure('not_found')
    const { page, heading, story: told } = words[language]
    return {
      title: page.title,
      description: page.intro,
      body: (
        <>
          <div className="top">
            <div>
              <h1>{page.title}</h1>
              <p className="sub">{page.intro}</p>
            </div>
          </div>
          <States language={language} />
          <section className="sec">
            <h2>{heading.stories}</h2>
            <ul>
              {stories.map(({ id }) => (
                <li key={id} className="links">
                  <a href={`#${id}`}>{told[storyKey(id)].name}</a>
                </li>
              ))}
              <li className="links">
                <a href="#belum-ada">{heading.notYet}</a>
              </li>
            </ul>
          </section>
          {stories.map((story) => (
            <StorySection key={story.id} story={story} language={language} />
          ))}
          <NotYet language={language} />
        </>
      ),
    }
  },
}

function States({ language }: { language: Language }) {
  const { page, heading, state, tally, comes } = words[language]
  const count = (wanted: (typeof states)[number]) => facts.filter((fact) => fact.state === wanted).length
  return (
    <section className="sec strong">
      <h2>{heading.states}</h2>
      <Facts>
        {states.map((id) => (
          <Fact key={id} term={state[id].word}>
            {state[id].means}
          </Fact>
        ))}
      </Facts>
      <p className="gap">
        <b>{tally({ total: facts.length, ada: count('ada'), sebagian: count('sebagian'), belum: count('belum') })}</b>
      </p>
      {[comes.explained, page.reportedNote, page.copyNote, page.languageNote].map((note) => (
        <p key={note} className="key gap">
          {note}
        </p>
      ))}
    </section>
  )
}

export const pages: PortalPage[] = [fiveStories]

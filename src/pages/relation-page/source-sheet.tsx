import type { PortalPage } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { formatDate, numberWord } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { listPublishedCommitments, listPublishedOfRelation } from '../../slices/agenda/queries.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { words as referenceWords } from '../../slices/reference/messages/words.gen.ts'
import { isOffice } from '../../slices/reference/model.ts'
import { relationTitle } from '../../slices/relations/embed.tsx'
import { relationOn } from '../../slices/relations/model.ts'
import { findPublished } from '../../slices/relations/published.ts'
import { words } from '../../slices/sources/messages/words.gen.ts'
import { isInitials, writeSpeaker, type PublicLine } from '../../slices/sources/model.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { placeOfTopic, topicsOf, type Topic } from './topics.ts'

/** The source sheet as a page of its own: whose words, on which day, in which article. Before its day it is not there. */
export const sourceSheet: PortalPage = {
  path: '/kerja-sama/:slug/sumber/:topic',
  async show({ language, on, parameters, portal }) {
    const published = await findPublished(portal, parameters['slug'] ?? '')
    if (published === undefined) throw new Failure('not_found')
    const relation = relationOn(published, on)
    const all = await listPublishedOfRelation(portal, relation.id)
    const activities = all.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on))
    const commitments = await listPublishedCommitments(portal, activities.map(({ id }) => id)) // prettier-ignore
    const topic = topicsOf(relation, activities, commitments).find(({ id }) => id === parameters['topic'])
    if (topic === undefined) throw new Failure('not_found')
    const place = placeOfTopic(topic.id)
    const w = words[language]
    const what = headlineOf(topic, language)
    const title = relationTitle(language, relation)
    return {
      title: w.title({ what }),
      region: { slug: relation.region.slug, name: nameIn(language, relation.region) },
      entry: 'relations',
      body: (
        <article className="source">
          <p className="key">
            <a href={`/${language}/kerja-sama/${relation.slug}${place === undefined ? '' : `#${place}`}`}>
              {w.back({ title })}
            </a>
          </p>
          <h1 className="gap">{w.heading}</h1>
          <p className="status gap">{what}</p>
          {topic.lines.map((line) => (
            <Sheet key={line.id} line={line} language={language} />
          ))}
          {topic.id === 'bidang' && <TwoCounts lines={topic.lines} language={language} />}
          <p className="key gap3">
            {topic.lines.some(({ excerpt }) => excerpt !== undefined) ? w.exactNote : w.summaryNote}
          </p>
          <IsWrong language={language} page={`/kerja-sama/${relation.slug}`} topic={topic.id} />
        </article>
      ),
    }
  },
}

function headlineOf({ word, count }: Topic, language: Language): string {
  const { topic } = words[language]
  const n = count ?? 0
  if (word === 'bidang' || word === 'bidang_disebut') return topic[word]({ n })
  if (word === 'tahap') return topic.tahap({ n, word: numberWord(n, language, { capital: true }) })
  return topic[word]
}

export function Sheet({ line, language }: { line: PublicLine; language: Language }) {
  const w = words[language]
  const { source, excerpt } = line
  return (
    <section className="gap">
      <p className="lv q">{w.level[line.level]}</p>
      {excerpt !== undefined && (
        <blockquote className="words">
          <p lang="id">
            {excerpt.before}
            <mark>{excerpt.words}</mark>
            {excerpt.after}
          </p>
        </blockquote>
      )}
      <p className="words">{line.summary?.[language] ?? line.summary?.id}</p>
      <div className="gap3">
        <Facts>
          <Fact term={w.speaker}>{writeSpeaker(line, language)}</Fact>
          <Fact term={w.day}>
            {line.saidOn === undefined ? undefined : formatDate(line.saidOn, language, { weekday: true })}
          </Fact>
          <Fact term={w.medium}>{mediumOf(line, language)}</Fact>
          <Fact term={w.headline}>
            {source?.title === undefined ? undefined : <span lang="id">{source.title}</span>}
          </Fact>
          <Fact term={w.related}>
            {source?.related !== undefined && source.related.length > 0 && (
              <>
                {source.related.map(({ title }) => (
                  <p key={title} lang="id">
                    {title}
                  </p>
                ))}
                <p className="key">{w.relatedNote}</p>
              </>
            )}
          </Fact>
          <Fact term={w.entered}>{source?.demonstration ? w.enteredDemo : undefined}</Fact>
        </Facts>
      </div>
    </section>
  )
}

/** Which medium, and who wrote, edited and photographed for it as far as it says. */
export function mediumOf({ source }: PublicLine, language: Language): string | undefined {
  if (source === undefined) return undefined
  const w = words[language]
  const { author, editor, photo, outlet = w.outletUnknown } = source
  const made = [
    ...(author === undefined ? [] : [w[isInitials(author) ? 'initials' : 'author']({ author })]),
    ...(editor === undefined ? [] : [w.editor({ editor })]),
    ...(photo === undefined ? [] : [w.photo({ photo })]),
  ]
  return [outlet, ...made].join('; ')
}

/** The source's own counts, in the words of whoever gave them; ours may have moved on since. */
function TwoCounts({ lines, language }: { lines: readonly PublicLine[]; language: Language }) {
  const w = words[language]
  const line = lines.find(({ counts }) => counts !== undefined)
  if (line?.counts === undefined || line.counts.offered === line.counts.named) return null
  const { offered, named } = line.counts
  const office = isOffice(line.speakerOffice) ? referenceWords[language].office[line.speakerOffice] : undefined
  return (
    <section className="sec gap3">
      <h2>{w.two}</h2>
      <Facts>
        <Fact term={String(offered)}>{office === undefined ? w.offered : w.offeredBy({ office })}</Fact>
        <Fact term={String(named)}>{w.namedBy({ rest: numberWord(offered - named, language) })}</Fact>
      </Facts>
    </section>
  )
}

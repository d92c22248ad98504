import { now } from '../../platform/clock.ts'
import type { PortalFile } from '../../platform/portal-files.ts'
import { addressOfFile, type PortalPage, type Visit } from '../../platform/portal.ts'
import { instantOf } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { ContestFacts, ContestResult, LookBacks, Marked, WindowSentence } from '../../slices/contests/embed.tsx'
import { words as contestWords } from '../../slices/contests/messages/words.gen.ts'
import {
  linesOf,
  sheetTopics,
  tellWindow,
  windowAt,
  type PublishedContest,
  type SheetTopic,
} from '../../slices/contests/model.ts'
import { findPublished, findResult, isWithdrawn } from '../../slices/contests/queries.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { barePicture, mediaTypes } from '../../slices/files/model.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { Legend } from '../relation-page/portal-parts.tsx'
import { Sheet } from '../relation-page/source-sheet.tsx'
import { gonePage } from '../shell/gone-page.tsx'
import { words } from './messages/words.gen.ts'

const path = '/program/lomba/:slug'

type Found = NonNullable<Awaited<ReturnType<typeof findPublished>>>

async function find({ portal, parameters }: Visit): Promise<Found | 'gone'> {
  const slug = parameters['slug'] ?? ''
  const found = await findPublished(portal, slug)
  if (found !== undefined) return found
  if (await isWithdrawn(portal, slug)) return 'gone'
  throw new Failure('not_found')
}

/** A contest: whether it can be entered and until when, first; then what it is. */
export const contestPage: PortalPage = {
  path,
  async show(visit) {
    const contest = await find(visit)
    const { language, at } = visit
    if (contest === 'gone') return gonePage(language)
    const w = contestWords[language]
    const region = nameIn(language, contest.region)
    const state = windowAt(contest, at === undefined ? now() : instantOf(at))
    const told = tellWindow(language, contest, state)
    const isMarked = contest.provenance.length > 0
    const announced = await findResult(visit.portal, contest.slug)
    const result = announced !== undefined && announced.result.announcedOn <= visit.on ? announced : undefined
    return {
      title: contest.title,
      description: `${told} ${contest.organiser.name}.`,
      region: { slug: contest.region.slug, name: region },
      entry: 'programmes',
      body: (
        <>
          <div className="top" data-window={state}>
            <div>
              {state === 'dibuka' && <p className="st-live">{w.state.dibuka}</p>}
              <h1>
                <bdi lang={contest.titleLang}>{contest.title}</bdi>
              </h1>
              <p className="status gap">
                <WindowSentence contest={contest} language={language} state={state} />
                {contest.contestOn !== undefined && (
                  <Held contest={contest} on={contest.contestOn} language={language} />
                )}
              </p>
              {state === 'dibuka' && (
                <p className="gap">
                  <a className="btn go" href={`/${language}/program/lomba/${contest.slug}/daftar`}>
                    {w.enter}
                  </a>
                </p>
              )}
              <p className="key gap">{words[language].clock({ zone: contest.zone })}</p>
            </div>
          </div>
          {result !== undefined && <ContestResult language={language} bundle={result} />}
          <section className={result === undefined ? 'sec strong' : 'sec'} id="tentang">
            <h2>{w.facts.title}</h2>
            <ContestFacts contest={contest} language={language} hasResult={result !== undefined} />
            {isMarked && <Legend language={language} />}
          </section>
          {contest.lookBacks.length > 0 && (
            <section className="sec" id="sesudah">
              <h2>{w.facts.lookBacks}</h2>
              <LookBacks contest={contest} language={language} />
            </section>
          )}
          <Photos contest={contest} visit={visit} />
          <details className="gap3 key" id="kunci">
            <summary>{w.facts.keys}</summary>
            <p>{w.facts.keysWhat}</p>
            <pre className="words">{contest.publicKey}</pre>
          </details>
          <IsWrong language={language} page={`/program/lomba/${contest.slug}`} />
        </>
      ),
    }
  },
}

/** "Lomba Selasa, 2 Juli 2024.", the day with its source. */
function Held({ contest, on, language }: { contest: PublishedContest; on: string; language: Language }) {
  const [before = '', after = ''] = words[language].held({ date: '\n' }).split('\n')
  return (
    <>
      {language === 'ja' ? '' : ' '}
      {before}
      <Marked contest={contest} language={language} topic="lomba">
        {formatDate(on, language, { weekday: true })}
      </Marked>
      {after}
    </>
  )
}

function Photos({ contest, visit }: { contest: PublishedContest; visit: Visit }) {
  const { facts, moment } = contestWords[visit.language]
  if (contest.photos.length === 0) return null
  return (
    <section className="sec" id="foto">
      <h2>{facts.photos}</h2>
      {contest.photos.map((photo) => (
        <figure key={photo.id} className="gap3">
          <img src={addressOfFile(visit, `/program/lomba/${contest.slug}/foto/${photo.id}`)} alt="" loading="lazy" />
          <figcaption className="key">
            {moment[photo.moment]} · <bdi>{facts.entry(photo.entry)}</bdi> · <bdi>{photo.caption}</bdi>
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

const isTopic = (text: string | undefined): text is SheetTopic => text !== undefined && Object.hasOwn(sheetTopics, text)

/** Where the values of one row come from, as a page of its own. */
const sheet: PortalPage = {
  path: `${path}/sumber/:topic`,
  async show(visit) {
    const { language, parameters } = visit
    const contest = await find(visit)
    if (contest === 'gone') return gonePage(language)
    const topic = parameters['topic']
    const lines = isTopic(topic) ? linesOf(contest, topic) : []
    if (!isTopic(topic) || lines.length === 0) throw new Failure('not_found')
    const what = words[language].topic[topic]
    const w = sourceWords[language]
    return {
      title: w.title({ what }),
      region: { slug: contest.region.slug, name: nameIn(language, contest.region) },
      entry: 'programmes',
      body: (
        <article className="source">
          <p className="key">
            <a href={`/${language}/program/lomba/${contest.slug}`}>{w.back({ title: contest.title })}</a>
          </p>
          <h1 className="gap">{w.heading}</h1>
          <p className="status gap">{what}</p>
          {lines.map((line) => (
            <Sheet key={line.id} line={line} language={language} />
          ))}
          <p className="key gap3">{lines.some(({ excerpt }) => excerpt !== undefined) ? w.exactNote : w.summaryNote}</p>
          <IsWrong language={language} page={`/program/lomba/${contest.slug}`} topic={topic} />
        </article>
      ),
    }
  },
}

export const pages: PortalPage[] = [contestPage, sheet]

/** A photograph that was chosen for the page. */
const photoFile: PortalFile = {
  path: `${path}/foto/:photo`,
  async find({ portal, parameters }) {
    const slug = parameters['slug'] ?? ''
    const contest = await findPublished(portal, slug)
    if (contest === undefined) return (await isWithdrawn(portal, slug)) ? 'gone' : undefined
    const found = contest.photos.find(({ id }) => id === parameters['photo'])
    if (found === undefined) return undefined
    const { sha256, kind, bytes } = found
    return {
      tenant: contest.tenant,
      sha256,
      bytes,
      type: mediaTypes[kind],
      name: `${slug}-${found.entry.number}.${kind}`,
      inline: true,
      remake: (content) => barePicture(content, kind),
    }
  },
}

export const files: PortalFile[] = [photoFile]

import type { ReactNode } from 'react'
import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { words as agendaWords } from '../../slices/agenda/messages/words.gen.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { words } from '../../slices/forum/messages/words.gen.ts'
import type { PublishedIssue } from '../../slices/forum/model.ts'
import { findPublishedIssue } from '../../slices/forum/published.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { Legend } from '../relation-page/portal-parts.tsx'
import { Sheet } from '../relation-page/source-sheet.tsx'
import { gonePage } from '../shell/gone-page.tsx'

const path = '/program/isu/:slug'

/** A public issue of a forum. Before its day it is not there. */
export const issuePage: PortalPage = {
  path,
  async show(visit) {
    const issue = await findIssue(visit)
    return issue === 'gone' ? gonePage(visit.language) : pageOf(visit, issue)
  },
}

async function findIssue({ portal, parameters, on }: Visit): Promise<PublishedIssue | 'gone'> {
  const issue = await findPublishedIssue(portal, { slug: parameters['slug'] ?? '', on })
  if (issue === undefined) throw new Failure('not_found')
  return issue
}

function pageOf({ language, on }: Visit, issue: PublishedIssue): Page {
  const w = words[language]
  const region = nameIn(language, issue.region)
  const { theme, answer, agreement, meetings, relations, strategic, dueOn, owner } = issue
  // A promised day is told while it is ahead: that one has passed is nobody's news but the region's.
  const isAhead = dueOn !== undefined && issue.standing === 'dijanjikan' && dueOn >= on
  return {
    title: issue.words,
    description: w.public.lead({ region }),
    region: { slug: issue.region.slug, name: region },
    entry: 'programmes',
    body: (
      <>
        <div className="top">
          <div>
            <h1>
              <Told issue={issue} of={undefined} language={language}>
                <bdi lang={issue.wordsLang}>{issue.words}</bdi>
              </Told>
            </h1>
            <p className="sub">{w.public.lead({ region })}</p>
          </div>
        </div>
        <section className="sec strong" id="keadaan">
          <Facts>
            <Fact term={w.standingLabel}>{w.standing[issue.standing]}</Fact>
            <Fact term={w.themeLabel}>{theme && agendaWords[language].theme[theme]}</Fact>
            <Fact term={w.public.raised}>{formatDate(issue.raisedOn, language)}</Fact>
            <Fact term={w.owner}>{owner && <bdi lang="id">{owner}</bdi>}</Fact>
            <Fact term={w.dueOn}>{isAhead && formatDate(dueOn, language)}</Fact>
            <Fact term={w.public.meetings}>
              {meetings.map((meeting) => (
                <p key={meeting.slug}>
                  <a href={`/${language}/kegiatan/${meeting.slug}`}>
                    <bdi lang="id">{meeting.about}</bdi>
                  </a>
                  , {formatDate(meeting.occurredOn, language)}
                </p>
              ))}
            </Fact>
            <Fact term={w.public.relations}>
              {relations.map((relation) => (
                <p key={relation.slug}>
                  <a href={`/${language}/kerja-sama/${relation.slug}`}>
                    <bdi>{nameIn(language, relation)}</bdi>
                  </a>
                </p>
              ))}
            </Fact>
          </Facts>
        </section>
        {answer !== undefined && (
          <section className="sec" id="jawaban">
            <h2>{w.public.answer}</h2>
            <p className="key">{formatDate(answer.on, language)}</p>
            <p>
              <bdi lang="id">{answer.words}</bdi>
            </p>
          </section>
        )}
        {agreement !== undefined && (
          <section className="sec" id="kesepakatan">
            <h2>{w.public.agreement}</h2>
            <p>{w.public.agreementText({ day: formatDate(agreement.openedOn, language) })}</p>
          </section>
        )}
        {strategic.length > 0 && (
          <section className="sec" id="program-daerah">
            <h2>{w.public.supports}</h2>
            <Facts>
              {strategic.map((line) => (
                <Fact key={line.id} term={w.strategic[line.kind]}>
                  <Told issue={issue} of={line.id} language={language}>
                    <bdi lang="id">{[line.code, line.words].filter((part) => part !== undefined).join(' · ')}</bdi>
                  </Told>
                  {line.sourceWords !== undefined && (
                    <p className="key">
                      <bdi lang="id">{line.sourceWords}</bdi>
                    </p>
                  )}
                </Fact>
              ))}
            </Facts>
          </section>
        )}
        {issue.provenance.length > 0 && <Legend language={language} />}
        <p className="key gap3">{w.public.open}</p>
        <p className="gap3">
          <a href={`/${language}/daerah/${issue.region.slug}/program?bagian=isu`}>{w.title}</a>
        </p>
        <IsWrong language={language} page={wrongAt(issue)} />
      </>
    ),
  }
}

/** The record that a reader says something about: the cooperation where one is public, else the region. */
const wrongAt = ({ relations: [relation], region }: PublishedIssue): string =>
  relation === undefined ? `/daerah/${region.slug}` : `/kerja-sama/${relation.slug}`

/** What a strategic line says is known from its own lines; the words of the issue from those of its points. */
function linesOf({ provenance, strategic }: PublishedIssue, of: string | undefined) {
  const own = strategic.map(({ id }) => id)
  return provenance.filter(({ subject }) => (of === undefined ? !own.includes(subject) : subject === of))
}

/** The last part of a source sheet's address: of the issue itself, or of what it supports by its place. */
const topicOf = ({ strategic }: PublishedIssue, of: string | undefined): string =>
  of === undefined ? 'isu' : `program-${strategic.findIndex(({ id }) => id === of) + 1}`

type ToldProps = { issue: PublishedIssue; of: string | undefined; language: Language; children: ReactNode }

function Told({ issue, of, language, children }: ToldProps) {
  const [line] = linesOf(issue, of)
  if (line === undefined) return <>{children}</>
  return (
    <SourceMark
      level={line.level}
      href={`/${language}/program/isu/${issue.slug}/sumber/${topicOf(issue, of)}`}
      label={sourceWords[language].level[line.level]}
    >
      {children}
    </SourceMark>
  )
}

/** Where what an issue says is known from, as a page of its own. */
const issueSource: PortalPage = {
  path: `${path}/sumber/:topic`,
  async show(visit) {
    const { language, parameters } = visit
    const issue = await findIssue(visit)
    if (issue === 'gone') return gonePage(language)
    const topic = parameters['topic'] ?? ''
    const of = issue.strategic.find(({ id }) => topicOf(issue, id) === topic)
    const lines = of === undefined && topic !== 'isu' ? [] : linesOf(issue, of?.id)
    if (lines.length === 0) throw new Failure('not_found')
    const w = words[language].public
    const what = of?.words ?? issue.words
    return {
      title: w.sourceOf({ what }),
      region: { slug: issue.region.slug, name: nameIn(language, issue.region) },
      entry: 'programmes',
      body: (
        <article className="source">
          <p className="key">
            <a href={`/${language}/program/isu/${issue.slug}`}>{w.back}</a>
          </p>
          <h1 className="gap">{sourceWords[language].heading}</h1>
          <p className="status gap">
            <bdi lang={issue.wordsLang}>{what}</bdi>
          </p>
          {lines.map((line) => (
            <Sheet key={line.id} line={line} language={language} />
          ))}
          <p className="key gap3">{sourceWords[language].summaryNote}</p>
          <IsWrong language={language} page={wrongAt(issue)} />
        </article>
      ),
    }
  },
}

export const pages: PortalPage[] = [issuePage, issueSource]

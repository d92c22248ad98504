import type { ReactNode } from 'react'
import type { PortalFile } from '../../platform/portal-files.ts'
import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { formatBytes, formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { titleIn } from '../../shared/programmes.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { tellExchange, writeDays, writePeople } from '../../slices/exchange/embed.tsx'
import { words } from '../../slices/exchange/messages/words.gen.ts'
import {
  bodySides,
  exchangeTopics,
  linesOf,
  standingOn,
  type ExchangeTopic,
  type PublishedExchange,
} from '../../slices/exchange/model.ts'
import { findPublishedExchange } from '../../slices/exchange/published.ts'
import { mediaTypes, type FileKind } from '../../slices/files/model.ts'
import { fieldName, relationTitle } from '../../slices/relations/embed.tsx'
import type { PublishedRelation } from '../../slices/relations/model.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { levelOf } from '../../slices/sources/model.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { Legend } from '../relation-page/portal-parts.tsx'
import { Sheet } from '../relation-page/source-sheet.tsx'
import { gonePage } from '../shell/gone-page.tsx'

const path = '/program/pertukaran/:slug'

interface Shown {
  exchange: PublishedExchange
  relations: readonly PublishedRelation[]
}

async function viewOf({
  portal,
  parameters,
  on,
}: Pick<Visit, 'portal' | 'parameters' | 'on'>): Promise<Shown | 'gone'> {
  const found = await findPublishedExchange(portal, { slug: parameters['slug'] ?? '', on })
  if (found === undefined) throw new Failure('not_found')
  return found
}

/** An exchange as it was published: days, bodies, people by number, report, and what was applied at home. */
export const exchangePage: PortalPage = {
  path,
  async show(visit) {
    const view = await viewOf(visit)
    return view === 'gone' ? gonePage(visit.language) : pageOf(visit, view)
  },
}

function pageOf({ language, on }: Visit, { exchange, relations }: Shown): Page {
  const w = words[language]
  const title = titleIn(language, exchange)
  const address = `/program/pertukaran/${exchange.slug}`
  const region = nameIn(language, exchange.region)
  const standing = standingOn({ ...exchange, cancelledOn: exchange.cancelled?.on }, on)
  const { applied, cancelled, report, reportFile, fields } = exchange
  const marked = (topic: ExchangeTopic, children: ReactNode) => <Marked {...{ exchange, language, topic, children }} />
  const named = fields.flatMap(({ sector, name }) => fieldName(language, { sector, name }) ?? [])
  return {
    title: title.text,
    description: tellExchange({ ...exchange, cancelledOn: cancelled?.on }, on)[language],
    region: { slug: exchange.region.slug, name: region },
    entry: 'programmes',
    body: (
      <>
        <div className="top">
          <div>
            <h1>{marked('title', <bdi lang={title.lang}>{title.text}</bdi>)}</h1>
            <p className="sub">{w.page.lead({ region })}</p>
          </div>
        </div>
        <section className="sec strong">
          <Facts>
            <Fact term={w.page.standing}>{marked('standing', w.standing[standing])}</Fact>
            <Fact term={w.page.what}>{w.kind[exchange.kind]}</Fact>
            <Fact term={w.page.when}>{writeDays(exchange, language) ?? w.days.unsaid}</Fact>
            <Fact term={w.page.direction}>{w.direction[exchange.direction ?? 'none']}</Fact>
            <Fact term={w.page.place}>{exchange.place !== undefined && <bdi lang="id">{exchange.place}</bdi>}</Fact>
            <Fact term={w.page.people}>{writePeople(exchange, language)}</Fact>
            <Fact term={w.page.fields}>
              {named.length > 0 && (
                <ul className="fields">
                  {named.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              )}
            </Fact>
            <Fact term={w.page.of}>
              {relations.map((relation) => (
                <p key={relation.id}>
                  <a href={`/${language}/kerja-sama/${relation.slug}`}>{relationTitle(language, relation)}</a>
                </p>
              ))}
            </Fact>
          </Facts>
          {cancelled !== undefined && (
            <p className="gap">
              {w.page.cancelled({ date: formatDate(cancelled.on, language), reason: cancelled.reason })}
            </p>
          )}
          {exchange.provenance.length > 0 && <Legend language={language} />}
        </section>
        <section className="sec" id="badan">
          <h2>{w.page.bodies}</h2>
          {exchange.bodies.length === 0 ? (
            <EmptyState>{w.page.noBodies}</EmptyState>
          ) : (
            <Facts>
              {bodySides.map((side) => (
                <Fact key={side} term={w.side[side]}>
                  {exchange.bodies
                    .filter((body) => body.side === side)
                    .map(({ name, nameLang, role }) => (
                      <p key={name}>
                        {marked('bodies', <bdi lang={nameLang}>{name}</bdi>)}
                        {role !== undefined && (
                          <span className="q">
                            {w.line.of}
                            <bdi>{role}</bdi>
                          </span>
                        )}
                      </p>
                    ))}
                </Fact>
              ))}
            </Facts>
          )}
        </section>
        {(report !== undefined || reportFile !== undefined) && (
          <section className="sec" id="laporan">
            <h2>{w.page.report}</h2>
            {report?.words.split(/\n+/).map((line, index) => (
              // Lines of one text, which never change places.
              // oxlint-disable-next-line react/no-array-index-key
              <p key={index} className="gap" lang={report.lang}>
                {line}
              </p>
            ))}
            {reportFile !== undefined && (
              <p className="gap">
                <a href={`/${language}${address}/laporan`}>{w.page.reportFile}</a>{' '}
                <span className="q">{`${reportFile.kind.toUpperCase()}, ${formatBytes(reportFile.bytes, language)}`}</span>
              </p>
            )}
          </section>
        )}
        <section className="sec" id="penerapan">
          <h2>{w.page.applied}</h2>
          {applied.length === 0 ? (
            <EmptyState>{w.page.noApplied}</EmptyState>
          ) : (
            <ul className="log">
              {applied.map((line) => (
                <li key={line.id}>
                  <p className="key">
                    {[formatDate(line.appliedOn, language), line.place, line.unit].filter(Boolean).join(' · ')}
                  </p>
                  <p>
                    <bdi lang={line.whatLang}>{line.what}</bdi>
                  </p>
                </li>
              ))}
            </ul>
          )}
        </section>
        <IsWrong language={language} page={`/daerah/${exchange.region.slug}`} topic={`pertukaran-${exchange.slug}`} />
      </>
    ),
  }
}

function Marked({ exchange, language, topic, children }: MarkedProps) {
  const lines = linesOf(exchange, topic)
  const level = levelOf(lines)
  return (
    <SourceMark
      level={level}
      href={
        lines.length === 0
          ? undefined
          : `/${language}/program/pertukaran/${exchange.slug}/sumber/${exchangeTopics[topic]}`
      }
      label={level === 'recorded' ? undefined : sourceWords[language].level[level]}
    >
      {children}
    </SourceMark>
  )
}

interface MarkedProps {
  exchange: PublishedExchange
  language: Language
  topic: ExchangeTopic
  children: ReactNode
}

/** Where a value of an exchange comes from, as a page of its own: whose words, on which day, in which article. */
const exchangeSource: PortalPage = {
  path: `${path}/sumber/:topic`,
  async show(visit) {
    const { language, parameters } = visit
    const view = await viewOf(visit)
    if (view === 'gone') return gonePage(language)
    const { exchange } = view
    const topic = (Object.keys(exchangeTopics) as ExchangeTopic[]).find(
      (one) => exchangeTopics[one] === parameters['topic'],
    )
    const lines = topic === undefined ? [] : linesOf(exchange, topic)
    if (topic === undefined || lines.length === 0) throw new Failure('not_found')
    const w = words[language].page
    return {
      title: `${sourceWords[language].heading}: ${w.topic[topic]}`,
      region: { slug: exchange.region.slug, name: nameIn(language, exchange.region) },
      entry: 'programmes',
      body: (
        <article className="source">
          <p className="key">
            <a href={`/${language}/program/pertukaran/${exchange.slug}`}>
              {w.backTo({ title: titleIn(language, exchange).text })}
            </a>
          </p>
          <h1 className="gap">{sourceWords[language].heading}</h1>
          <p className="status gap">{w.topic[topic]}</p>
          {lines.map((line) => (
            <Sheet key={line.id} line={line} language={language} />
          ))}
          <p className="key gap3">
            {lines.some(({ excerpt }) => excerpt !== undefined)
              ? sourceWords[language].exactNote
              : sourceWords[language].summaryNote}
          </p>
        </article>
      ),
    }
  },
}

/** The report of an exchange, where it was published along. */
const reportFile: PortalFile = {
  path: `${path}/laporan`,
  async find({ on, parameters, portal }) {
    const found = await findPublishedExchange(portal, { slug: parameters['slug'] ?? '', on })
    if (found === undefined || found === 'gone') return found
    const { exchange, tenant } = found
    const file = exchange.reportFile
    if (file === undefined) return undefined
    return { tenant, sha256: file.sha256, bytes: file.bytes, type: mediaTypes[file.kind as FileKind], name: file.name }
  },
}

export const pages: PortalPage[] = [exchangePage, exchangeSource]
export const files: PortalFile[] = [reportFile]

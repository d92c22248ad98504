import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { languageOfName, nameIn } from '../../shared/names.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { countryName } from '../../slices/reference/model.ts'
import { findRegionCard } from '../../slices/reference/queries.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { levelOf } from '../../slices/sources/model.ts'
import { words } from '../../slices/workforce/messages/words.gen.ts'
import { newestCounts, steps } from '../../slices/workforce/model.ts'
import {
  findOverview,
  findPublic,
  listPublic,
  type PublishedCohort,
  type ShownCohort,
} from '../../slices/workforce/published.ts'
import {
  countText,
  peopleText,
  publicSchemesOn,
  schemeName,
  writeStanding,
  type KnownLine,
} from '../../slices/workforce/embed.tsx'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { Legend } from '../relation-page/portal-parts.tsx'
import { Sheet } from '../relation-page/source-sheet.tsx'
import { gonePage } from '../shell/gone-page.tsx'
import { Abroad, Cohorts, Figures, Skills } from './overview-parts.tsx'

const path = '/program/tenaga-kerja/:slug'

async function cohortOf({ portal, parameters }: Visit): Promise<ShownCohort | 'gone'> {
  const found = await findPublic(portal, parameters['slug'] ?? '')
  if (found === undefined) throw new Failure('not_found')
  return found
}

/** A cohort as it was published: how many stand at each step, with their sources; nobody by name. */
export const cohortPage: PortalPage = {
  path,
  async show(visit) {
    const cohort = await cohortOf(visit)
    if (cohort === 'gone') return gonePage(visit.language)
    const told = cohort.scheme === undefined ? undefined : await findOverview(visit.portal, cohort.region.slug)
    return pageOf(visit, { cohort, own: told?.lines ?? [] })
  },
}

interface Shown {
  cohort: ShownCohort
  /** What the region itself made public of programmes abroad. */
  own: readonly KnownLine[]
}

type Count = PublishedCohort['counts'][number]

const linesOf = ({ provenance }: PublishedCohort, { id }: Pick<Count, 'id'>) =>
  provenance.filter(({ subject }) => subject === id)

function pageOf({ language, on }: Visit, { cohort, own }: Shown): Page {
  const { portal: w, step } = words[language]
  const region = nameIn(language, cohort.region)
  const counts = newestCounts(cohort.counts as (Count & { number: number | undefined })[], on)
  const country = countryName(language, cohort.country)
  const last = counts.at(-1)
  const known = publicSchemesOn(own, on).find(({ scheme }) => scheme === cohort.scheme)
  const abroad = `/${language}/daerah/${cohort.region.slug}/program/tenaga-kerja`
  return {
    title: cohort.name,
    description: last === undefined ? w.toCountry({ country }) : countText(language, last),
    region: { slug: cohort.region.slug, name: region },
    entry: 'programmes',
    body: (
      <>
        <div className="top">
          <div>
            <h1>
              <bdi lang={cohort.nameLang}>{cohort.name}</bdi>
            </h1>
            <p className="sub">{w.lead({ region })}</p>
          </div>
        </div>
        <section className="sec strong" id="langkah">
          <h2>{w.counts}</h2>
          {counts.length === 0 && <EmptyState>{words[language].line.none}</EmptyState>}
          <Facts>
            {counts.map((count) => (
              <Fact key={count.id} term={step[count.step]}>
                <Told {...{ cohort, count, language }} />
              </Fact>
            ))}
          </Facts>
          {cohort.provenance.length > 0 && <Legend language={language} />}
        </section>
        <section className="sec" id="tentang">
          <h2>{w.facts}</h2>
          <Facts>
            <Fact term={w.country}>
              <a href={`/${language}/daerah/${cohort.region.slug}/negara/${cohort.country}`}>{country}</a>
            </Fact>
            <Fact term={w.scheme}>
              {cohort.scheme === undefined ? (
                sharedWords[language].notTold
              ) : (
                <>
                  <p>
                    <a href={`${abroad}#${cohort.scheme.replaceAll('_', '-')}`}>
                      {schemeName(language, { scheme: cohort.scheme, names: cohort.schemeNames })}
                    </a>
                  </p>
                  <p className="key">{writeStanding(language, { line: known?.now, on })}</p>
                </>
              )}
            </Fact>
            <Fact term={w.unit}>{cohort.unit ?? sharedWords[language].notTold}</Fact>
            <Fact term={w.beganOn}>
              {cohort.beganOn === undefined ? sharedWords[language].notTold : formatDate(cohort.beganOn, language)}
            </Fact>
            {cohort.relations.length > 0 && (
              <Fact term={w.relations}>
                {cohort.relations.map((relation) => (
                  <p key={relation.slug}>
                    <a href={`/${language}/kerja-sama/${relation.slug}`}>
                      <bdi lang={languageOfName(language, relation)}>{nameIn(language, relation)}</bdi>
                    </a>
                  </p>
                ))}
              </Fact>
            )}
          </Facts>
          <p className="key gap">{w.noFee}</p>
        </section>
        <History {...{ cohort, language, on }} />
        <IsWrong language={language} page={`/daerah/${cohort.region.slug}`} topic="tenaga-kerja" />
      </>
    ),
  }
}

interface Telling {
  cohort: PublishedCohort
  count: Count
  language: Language
}

/** A number with its mark, its day, who took them over, and why it is fewer than before. */
function Told({ cohort, count, language }: Telling) {
  const { portal: w, body } = words[language]
  const lines = linesOf(cohort, count)
  const level = levelOf(lines)
  const sheet = `/${language}/program/tenaga-kerja/${cohort.slug}/sumber/${count.step}#${count.id}`
  return (
    <>
      <p>
        <SourceMark
          level={level}
          href={lines.length === 0 ? undefined : sheet}
          label={level === 'recorded' ? undefined : sourceWords[language].level[level]}
        >
          {peopleText(language, count.number)}
        </SourceMark>
      </p>
      <p className="key">
        <time dateTime={count.countedOn}>{w.asOf({ date: formatDate(count.countedOn, language) })}</time>
      </p>
      {count.bodyKind !== undefined && (
        <p className="key">{w.handedTo({ name: count.bodyName ?? '', kind: body[count.bodyKind] })}</p>
      )}
      {count.reason !== undefined && <p className="key">{w.fewer({ reason: count.reason })}</p>}
    </>
  )
}

/** Every count up to the day, while there is more than the newest of each step. */
function History({ cohort, language, on }: Omit<Telling, 'count'> & { on: string }) {
  const known = cohort.counts.filter((count) => newestCounts([{ ...count, number: count.number }], on).length > 0)
  if (known.length <= new Set(known.map(({ step }) => step)).size) return null
  return (
    <section className="sec" id="riwayat">
      <h2>{words[language].portal.history}</h2>
      <ul className="log">
        {known.map((count) => (
          <li key={count.id}>
            <p className="key">{formatDate(count.countedOn, language)}</p>
            <div>
              <p>
                {words[language].step[count.step]}: {peopleText(language, count.number)}
              </p>
              {count.reason !== undefined && (
                <p className="q">{words[language].portal.fewer({ reason: count.reason })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the counts of one step come from, as a page of its own. */
const cohortSource: PortalPage = {
  path: `${path}/sumber/:topic`,
  async show(visit) {
    const { language, parameters } = visit
    const cohort = await cohortOf(visit)
    if (cohort === 'gone') return gonePage(language)
    const step = steps.find((one) => one === parameters['topic'])
    const counts = cohort.counts.filter((count) => count.step === step && linesOf(cohort, count).length > 0)
    if (step === undefined || counts.length === 0) throw new Failure('not_found')
    const w = words[language].portal
    return {
      title: w.sourceOf({ what: words[language].step[step] }),
      region: { slug: cohort.region.slug, name: nameIn(language, cohort.region) },
      entry: 'programmes',
      body: (
        <article className="source">
          <p className="key">
            <a href={`/${language}/program/tenaga-kerja/${cohort.slug}`}>
              <bdi>{w.back({ name: cohort.name })}</bdi>
            </a>
          </p>
          <h1 className="gap">{sourceWords[language].heading}</h1>
          {counts.map((count) => (
            <div key={count.id} id={count.id} className="gap3">
              <p className="status">{countText(language, count)}</p>
              {linesOf(cohort, count).map((line) => (
                <Sheet key={line.id} line={line} language={language} />
              ))}
            </div>
          ))}
          <p className="key gap3">{sourceWords[language].summaryNote}</p>
        </article>
      ),
    }
  },
}

/** Work and skills of a region: programmes abroad as they are known on the day, cohorts, figures, skills asked for. */
const abroadPage: PortalPage = {
  path: '/daerah/:region/program/tenaga-kerja',
  async show({ portal, parameters, language, on }) {
    const region = await findRegionCard(portal, parameters['region'] ?? '')
    if (region === undefined) throw new Failure('not_found')
    const { portal: w } = words[language]
    const name = nameIn(language, region)
    const told = await findOverview(portal, region.slug)
    const cohorts = await listPublic(portal, { region: region.slug })
    return {
      title: w.abroadTitle({ region: name }),
      description: w.lead({ region: name }),
      region: { slug: region.slug, name },
      entry: 'programmes',
      body: (
        <>
          <div className="top">
            <div>
              <h1>{w.abroadTitle({ region: name })}</h1>
              <p className="sub">{w.lead({ region: name })}</p>
            </div>
          </div>
          <Cohorts {...{ cohorts, language, on, name }} />
          <Abroad {...{ lines: told?.lines ?? [], language, on }} />
          {told !== undefined && <Figures {...{ told, language }} />}
          {told !== undefined && <Skills {...{ told, language }} />}
          <IsWrong language={language} page={`/daerah/${region.slug}`} topic="tenaga-kerja" />
        </>
      ),
    }
  },
}

export const pages: PortalPage[] = [abroadPage, cohortPage, cohortSource]

import { addressOfFile, type PortalPage, type Visit } from '../../platform/portal.ts'
import type { PortalFile } from '../../platform/portal-files.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { listPublishedOfRegion } from '../../slices/agenda/queries.ts'
import { listPublicSponsoredBy } from '../../slices/contests/queries.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { CompanyYearLines, NeedFacts, NeedLines, RealisedWords, Realisations } from '../../slices/csr/embed.tsx'
import { words as csrWords } from '../../slices/csr/messages/words.gen.ts'
import { needFields, type PublishedNeed } from '../../slices/csr/model.ts'
import {
  findPublicCompany,
  findPublicNeed,
  listPublicCompanies,
  listPublicNeeds,
  listPublicPlaces,
} from '../../slices/csr/queries.ts'
import { barePicture, mediaTypes } from '../../slices/files/model.ts'
import { listPublicAnswered, type PublicAnswer } from '../../slices/forum/published.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { frameOf, Next, pageSize, PastTheEnd, regionOf } from '../portal-home/region.tsx'
import { gonePage } from '../shell/gone-page.tsx'
import { words } from './messages/words.gen.ts'

/** One need of a village. Before the day it was entered it is not there. */
export const needPage: PortalPage = {
  path: '/program/tjsl/:slug',
  async show(visit) {
    const { language, on, parameters, portal } = visit
    const slug = parameters['slug'] ?? ''
    const found = await findPublicNeed(portal, { slug, on })
    if (found === 'gone') return gonePage(language)
    if (found === undefined) throw new Failure('not_found')
    const { need } = found
    const { page: w, field, standing, noMoney } = csrWords[language]
    const region = nameIn(language, need.region)
    return {
      title: need.title,
      description: `${field[need.field]}. ${w.village(need)}. ${standing[need.standing]}.`,
      region: { slug: need.region.slug, name: region },
      entry: 'programmes',
      body: (
        <>
          <div className="top">
            <div>
              <h1>
                <bdi lang={need.textLang}>{need.title}</bdi>
              </h1>
              <p className="sub">
                <bdi>{w.village(need)}</bdi>
              </p>
            </div>
          </div>
          <article className="sec strong">
            {need.description !== undefined && (
              <p>
                <bdi lang={need.textLang}>{need.description}</bdi>
              </p>
            )}
            <div className="gap3">
              <NeedFacts need={need} language={language} />
            </div>
            {need.photo !== undefined && <Photo need={need} visit={visit} />}
          </article>
          <section className="sec" id="realisasi">
            <h2>{w.done}</h2>
            <Realisations need={need} language={language} />
            <p className="key gap3">{noMoney}</p>
          </section>
          <p className="gap3">
            <a href={`/${language}/daerah/${need.region.slug}/program/tjsl`}>{w.back({ region })}</a>
          </p>
          <IsWrong language={language} page={`/daerah/${need.region.slug}`} topic={`tjsl-${need.slug}`} />
        </>
      ),
    }
  },
}

function Photo({ need: { slug, photo, textLang }, visit }: { need: PublishedNeed; visit: Visit }) {
  return (
    <figure className="gap3">
      <img src={addressOfFile(visit, `/program/tjsl/${slug}/foto`)} alt={photo?.caption ?? ''} loading="lazy" />
      <figcaption className="key">
        <bdi lang={textLang}>{photo?.caption}</bdi>
      </figcaption>
    </figure>
  )
}

/** The photograph of a published need, without what the camera wrote into it: place and device stay inside. */
export const photoFile: PortalFile = {
  path: '/program/tjsl/:slug/foto',
  async find({ on, parameters, portal }) {
    const slug = parameters['slug'] ?? ''
    const found = await findPublicNeed(portal, { slug, on })
    if (found === undefined || found === 'gone') return found
    const { photo } = found.need
    if (photo === undefined) return undefined
    const { sha256, bytes, kind } = photo
    return {
      tenant: found.tenant,
      sha256,
      bytes,
      type: mediaTypes[kind],
      name: `${slug}.${kind === 'jpeg' ? 'jpg' : 'png'}`,
      inline: true,
      remake: (content) => barePicture(content, kind),
    }
  },
}

/** The needs of a region by field and village, and the years of its companies. */
const listPage: PortalPage = {
  path: '/daerah/:region/program/tjsl',
  reads: ['bidang', 'desa', 'sebelum'],
  async show(visit) {
    const { portal, language, on, query } = visit
    const region = await regionOf(visit)
    const { page: w, noMoney } = csrWords[language]
    const name = nameIn(language, region)
    const of = { region: region.slug, on }
    const field = needFields.find((each) => each === query['bidang'])
    const village = query['desa']
    const before = query['sebelum']
    const places = await listPublicPlaces(portal, of)
    const isEmpty = places.fields.length === 0
    const found = await listPublicNeeds(portal, { ...of, field, village, before, limit: pageSize + 1 })
    const rows = found.slice(0, pageSize)
    const companies = await listPublicCompanies(portal, of)
    const path = `/${language}/daerah/${region.slug}/program/tjsl`
    const discussed = isEmpty ? await discussedIn(portal, of) : []
    return {
      title: w.title,
      description: w.lead({ region: name }),
      region: frameOf(language, region),
      entry: 'programmes',
      body: (
        <>
          <div className="top">
            <div>
              <h1>{w.title}</h1>
              <p className="sub">{w.lead({ region: name })}</p>
            </div>
          </div>
          <section className="sec strong">
            {!isEmpty && <Narrowed {...{ language, places, path, field, village }} />}
            {rows.length === 0 &&
              (before !== undefined && !isEmpty ? (
                <PastTheEnd language={language} path={path} />
              ) : (
                <EmptyState>{isEmpty ? w.none : w.noneFound}</EmptyState>
              ))}
            <NeedLines needs={rows} language={language} />
            {found.length > pageSize && (
              <Next language={language} query={{ bidang: field, desa: village, sebelum: rows.at(-1)?.slug }} />
            )}
            <p className="key gap3">{noMoney}</p>
          </section>
          {discussed.length > 0 && (
            <section className="sec" id="dibahas">
              <h2>{words[language].discussed}</h2>
              <ul className="rows">
                {discussed.map((point) => (
                  <li key={point.id}>
                    <p className="key">{formatDate(point.occurredOn, language)}</p>
                    <p>
                      <a href={`/${language}/kegiatan/${point.slug}`}>
                        <bdi lang={point.wordsLang}>{point.words}</bdi>
                      </a>
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {companies.length > 0 && (
            <section className="sec" id="perusahaan">
              <h2>{w.companies}</h2>
              <ul className="rows">
                {companies.map((company) => (
                  <li key={`${company.slug} ${company.year}`}>
                    <p className="key">{company.year}</p>
                    <p>
                      <a href={`${path}/${company.slug}/${company.year}`}>
                        <bdi>{nameIn(language, company)}</bdi>
                      </a>
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <IsWrong language={language} page={`/daerah/${region.slug}`} topic="tjsl" />
        </>
      ),
    }
  },
}

/** What public meetings of the region said about CSR, while no need is public. */
async function discussedIn(portal: Visit['portal'], { region, on }: { region: string; on: string }) {
  const activities = await listPublishedOfRegion(portal, { region, on, limit: 100 })
  return activities.flatMap(({ slug, occurredOn, points }) =>
    points.flatMap(({ id, theme, words: said, wordsLang }) =>
      theme === 'csr_tjsl' && said !== undefined ? [{ id, words: said, wordsLang, slug, occurredOn }] : [],
    ),
  )
}

interface NarrowedProps {
  language: Language
  places: Awaited<ReturnType<typeof listPublicPlaces>>
  path: string
  field: string | undefined
  village: string | undefined
}

function Narrowed({ language, places: { fields: there, villages }, path, field, village }: NarrowedProps) {
  const { page: w, field: fields } = csrWords[language]
  const current = (is: boolean) => is && { 'aria-current': 'true' as const }
  return (
    <>
      <nav className="langs gap" aria-label={w.byField}>
        <a href={path} {...current(field === undefined && village === undefined)}>
          {w.all}
        </a>
        {needFields
          .filter((each) => there.includes(each))
          .map((each) => (
            <a key={each} href={`?bidang=${each}`} {...current(each === field)}>
              {fields[each]}
            </a>
          ))}
      </nav>
      <nav className="langs gap" aria-label={w.byVillage}>
        {villages.map((each) => (
          <a key={each} href={`?desa=${encodeURIComponent(each)}`} {...current(each === village)}>
            <bdi>{each}</bdi>
          </a>
        ))}
      </nav>
    </>
  )
}

/** The year of a company. */
const companyPage: PortalPage = {
  path: '/daerah/:region/program/tjsl/:company/:year',
  async show({ portal, parameters, language, on }) {
    const { region = '', company: slug = '', year = '' } = parameters
    if (!/^20\d{2}$/.test(year)) throw new Failure('not_found')
    const found = await findPublicCompany(portal, { region, slug, year: Number(year), on })
    if (found === 'gone') return gonePage(language)
    if (found === undefined) throw new Failure('not_found')
    const beside = { region, partner: slug, year, on }
    const contests = await listPublicSponsoredBy(portal, beside)
    const issues = await listPublicAnswered(portal, beside)
    const { page: w, noMoney } = csrWords[language]
    const name = nameIn(language, found.region)
    const title = w.companyYear({ company: nameIn(language, found), year })
    return {
      title,
      region: { slug: region, name },
      entry: 'programmes',
      body: (
        <>
          <div className="top">
            <div>
              <h1>
                <bdi>{title}</bdi>
              </h1>
              <p className="sub">{w.companyLead({ date: formatDate(found.on, language) })}</p>
            </div>
          </div>
          <article className="sec strong">
            <RealisedWords realised={found.realised} language={language} />
          </article>
          <section className="sec" id="kebutuhan">
            <h2>{w.needs}</h2>
            <CompanyYearLines company={found} language={language} />
            <p className="key gap3">{noMoney}</p>
          </section>
          <Beside contests={contests} issues={issues} language={language} />
          <p className="gap3">
            <a href={`/${language}/daerah/${region}/program/tjsl`}>{w.back({ region: name })}</a>
          </p>
          <IsWrong language={language} page={`/daerah/${region}`} topic={`tjsl-${slug}-${year}`} />
        </>
      ),
    }
  },
}

interface BesideProps {
  contests: Awaited<ReturnType<typeof listPublicSponsoredBy>>
  issues: PublicAnswer[]
  language: Language
}

/** What else of the year is public by itself: contests that name the company, answered issues of its forum. */
function Beside({ contests, issues, language }: BesideProps) {
  const { beside: w } = words[language]
  return (
    <>
      {contests.length > 0 && (
        <section className="sec" id="lomba">
          <h2>{w.contests}</h2>
          <ul className="rows">
            {contests.map(({ id, slug, title, titleLang }) => (
              <li key={id}>
                <a href={`/${language}/program/lomba/${slug}`}>
                  <bdi lang={titleLang}>{title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {issues.length > 0 && (
        <section className="sec" id="isu-dijawab">
          <h2>{w.issues}</h2>
          <ul className="rows">
            {issues.map(({ id, slug, words: said, wordsLang, answeredOn }) => (
              <li key={id}>
                <p className="key">{formatDate(answeredOn, language)}</p>
                <p>
                  <a href={`/${language}/program/isu/${slug}`}>
                    <bdi lang={wordsLang}>{said}</bdi>
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

export const pages: PortalPage[] = [needPage, listPage, companyPage]
export const files: PortalFile[] = [photoFile]

import type { ReactNode } from 'react'
import type { PortalFile } from '../../platform/portal-files.ts'
import { addressOfFile, type Page, type PortalPage, type Visit } from '../../platform/portal.ts'
import { isDate, isOnOrBefore } from '../../shared/dates.ts'
import { formatDate } from '../../shared/format.ts'
import { languages, ownNames, type Language } from '../../shared/languages.ts'
import { languageOfName, nameIn } from '../../shared/names.ts'
import type { ProgrammeLine } from '../../shared/programmes.ts'
import { ActivityFacts, ActivityInitiator, ActivityLines, Commitments, Statements } from '../../slices/agenda/embed.tsx'
import { words as agendaWords } from '../../slices/agenda/messages/words.gen.ts'
import type { PublicCommitments, PublishedActivity } from '../../slices/agenda/model.ts'
import { listPublishedCommitments, listPublishedOfRelation } from '../../slices/agenda/queries.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { CitedRules } from '../../slices/procedures/embed.tsx'
import { words as procedureWords } from '../../slices/procedures/messages/words.gen.ts'
import { countryName } from '../../slices/reference/model.ts'
import { relationTitle } from '../../slices/relations/embed.tsx'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { isShown, relationOn, type PublishedRelation } from '../../slices/relations/model.ts'
import { getPublished } from '../../slices/relations/published.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { Facts } from '../../ui/marks/facts.tsx'
import { PrintHint, ShareActs } from '../portal-share/share-acts.tsx'
import { relationSummary } from '../portal-share/summary.ts'
import { ProgrammesOf } from '../programmes/embed.tsx'
import { listPublicProgrammes } from '../programmes/queries.ts'
import { gonePage } from '../shell/gone-page.tsx'
import { words } from './messages/words.gen.ts'
import { AsOf, Fields, Initiative, Legend, Profile, Rail } from './portal-parts.tsx'
import { Purpose } from './portal-purpose.tsx'
import { Texts, TextsFact } from './portal-texts.tsx'
import { openSourceNotes, WithSourceNotes } from './source-notes.tsx'
import { sourceSheet } from './source-sheet.tsx'
import { textFile } from './text-file.ts'
import { topicsOf } from './topics.ts'

/** A relation as the world sees it: where it stands, on whose word, and what was said and done. */
export const relationPage: PortalPage = {
  path: '/kerja-sama/:slug',
  reads: ['per', 'cetak'],
  async show(visit) {
    const published = await getPublished(visit.portal, visit.parameters['slug'] ?? '')
    if (published === 'gone') return gonePage(visit.language)
    const per = visit.query['per']
    const asOf = per !== undefined && isDate(per) ? per : undefined
    const on = asOf ?? visit.on
    const all = await listPublishedOfRelation(visit.portal, published.id)
    const activities = all.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on))
    const given = await listPublishedCommitments(visit.portal, activities.map(({ id }) => id)) // prettier-ignore
    // A word given to one of a meeting's partners stands with that one alone.
    const commitments = given.map((of) => ({
      ...of,
      shown: of.shown.filter(({ relation }) => relation === undefined || relation === published.id),
    }))
    const programmes = await listPublicProgrammes(visit.portal, {
      region: published.region.slug,
      relations: [published.id],
      on,
    })
    return pageOf({
      visit,
      on,
      asOf,
      activities,
      commitments,
      programmes,
      relation: relationOn(published, on),
      published,
    })
  },
}

/** Before the first day of a cooperation there is nothing to see, but the way to that day. */
function NotYet({ relation: { beganOn }, language }: { relation: PublishedRelation; language: Language }) {
  const w = words[language]
  return (
    <EmptyState>
      {w.notYet}{' '}
      {beganOn !== undefined && isDate(beganOn) && (
        <a href={`?per=${beganOn}`}>{w.seeFirstDay({ date: formatDate(beganOn, language) })}</a>
      )}
    </EmptyState>
  )
}

interface Shown {
  visit: Visit
  on: string
  /** The day of "keadaan per tanggal", when the reader asked for one. */
  asOf: string | undefined
  relation: PublishedRelation
  published: PublishedRelation
  activities: PublishedActivity[]
  commitments: PublicCommitments[]
  programmes: ProgrammeLine[]
}

function pageOf({ visit, on, asOf, relation, published, activities, commitments, programmes }: Shown): Page {
  const { language } = visit
  const w = words[language]
  const title = relationTitle(language, relation)
  const address = `/kerja-sama/${relation.slug}`
  const sources = `/${language}${address}/sumber`
  const begun = relation.beganOn === undefined || isOnOrBefore(relation.beganOn, on)
  return {
    title,
    description: relationSummary(language, published, { on, lastOn: activities[0]?.occurredOn }) || title,
    region: { slug: relation.region.slug, name: nameIn(language, relation.region) },
    entry: 'relations',
    ...(asOf !== undefined && { asOf }),
    picture: `${address}/gambar.png`,
    feed: `${address}/umpan.xml`,
    body: (
      <WithSourceNotes
        notes={openSourceNotes({ topics: topicsOf(relation, activities, commitments), language, sources })}
      >
        <Top relation={relation} title={title} visit={visit} per={asOf} />
        <PrintHint visit={visit} />
        {asOf !== undefined && (
          <p className="note">
            {w.asOfShown({ date: formatDate(asOf, language) })} · <a href="?">{w.asOfBack}</a>
          </p>
        )}
        {!isShown(relation, 'tahap') ? null : begun ? (
          <Rail
            relation={relation}
            published={published}
            activities={activities}
            on={on}
            language={language}
            sources={sources}
          />
        ) : (
          <NotYet relation={relation} language={language} />
        )}
        <div className="cols">
          <div>
            <Section title={w.summary}>
              <Facts>
                <Initiative relation={relation} language={language} sources={sources} />
                {relation.process === undefined && activities[0] !== undefined && (
                  <ActivityInitiator activity={activities[0]} language={language} sources={sources} />
                )}
                {activities[0] !== undefined && (
                  <ActivityFacts activity={activities[0]} language={language} sources={sources} />
                )}
                <TextsFact relation={relation} language={language} />
                <Purpose relation={relation} language={language} sources={sources} />
                <CitedRules
                  language={language}
                  texts={activities.flatMap(({ statements }) => statements.map((said) => said.words))}
                />
              </Facts>
            </Section>
            <Texts relation={relation} language={language} on={on} fileAt={(path) => addressOfFile(visit, path)} />
            <Said activities={activities} language={language} sources={sources} />
            <Promised {...{ activities, commitments, language, sources, on }} />
            <ProgrammesOf lines={programmes} language={language} />
            <Section title={w.history} id="riwayat">
              {activities.length === 0 ? (
                relation.texts.length === 0 && <EmptyState>{w.noHistory}</EmptyState>
              ) : (
                <ActivityLines activities={activities} language={language} />
              )}
              <AsOf on={on} language={language} />
            </Section>
          </div>
          <div>
            <Fields relation={relation} language={language} sources={sources} />
            <Profile relation={relation} language={language} sources={sources} />
            <Legend language={language} />
            <IsWrong language={language} page={`/kerja-sama/${relation.slug}`} />
          </div>
        </div>
      </WithSourceNotes>
    ),
  }
}

function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="sec" {...(id !== undefined && { id })}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Said({
  activities,
  language,
  sources,
}: {
  activities: PublishedActivity[]
  language: Language
  sources: string
}) {
  const w = words[language]
  const told = activities.filter(({ statements }) => statements.length > 0)
  if (told.length === 0) return null
  return (
    <Section title={w.said}>
      {language !== 'id' && (
        <p className="key">
          <span className="tag">{w.onlyIn}</span> {w.asWritten}
        </p>
      )}
      {told.map((activity) => (
        <Statements key={activity.id} activity={activity} language={language} sources={sources} />
      ))}
    </Section>
  )
}

/** What we promised and chose to show; nothing at all while nothing of it is public. */
function Promised({
  activities,
  commitments,
  ...shown
}: Pick<Shown, 'activities' | 'commitments' | 'on'> & { language: Language; sources: string }) {
  const told = commitments.filter(({ shown: own, withdrawn }) => own.length + withdrawn.length > 0)
  if (told.length === 0) return null
  return (
    <Section title={agendaWords[shown.language].commitments.title} id="komitmen">
      {told.map((given) => {
        const activity = activities.find(({ id }) => id === given.activity)
        return activity && <Commitments key={given.activity} {...shown} {...{ activity, given }} names />
      })}
    </Section>
  )
}

/** Title, the partner's name in its own script (or the region's, for the partner's reader), country and type. */
function Top({
  relation,
  title,
  visit,
  per,
}: {
  relation: PublishedRelation
  title: string
  visit: Visit
  per: string | undefined
}) {
  const { language } = visit
  const { partner, region, cooperationType } = relation
  const type = procedureWords[language]
  const foreign = partner?.nativeLang === language
  const own = languageOfName(language, region)
  const guest: Language = partner?.nativeLang === 'ja' ? 'ja' : partner?.nativeLang === 'ko' ? 'ko' : 'en'
  const other = languages.find((candidate) => candidate === (foreign || language !== 'id' ? 'id' : guest)) ?? 'id'
  return (
    <div className="top">
      <div>
        <h1>{title}</h1>
        <p className="sub">
          {foreign ? (
            <>
              <span lang="id">{region.name}</span> · {countryName(language, 'ID')}
            </>
          ) : (
            <>
              {partner?.nativeName !== undefined && (
                <>
                  <bdi lang={partner.nativeLang}>{partner.nativeName}</bdi> ·{' '}
                </>
              )}
              {partner === undefined && words[language].partnerUnknown}
              {partner?.country !== undefined && countryName(language, partner.country)}
            </>
          )}{' '}
          · {cooperationType === undefined ? type.typeUndecided : type.type[cooperationType]}
        </p>
        {partner?.slug !== undefined && (
          <p className="links">
            <a href={`/${language}/daerah/${region.slug}/mitra/${partner.slug}`}>
              {relationWords[language].aboutPartner}
            </a>
          </p>
        )}
      </div>
      <div className="acts">
        <ShareActs visit={visit} page={`/kerja-sama/${relation.slug}`} />
        {own === language && other !== language && (
          <a
            className="btn"
            lang={other}
            href={`/${other}/kerja-sama/${relation.slug}${per === undefined ? '' : `?per=${per}`}`}
          >
            {ownNames[other]}
          </a>
        )}
      </div>
    </div>
  )
}

export const pages: PortalPage[] = [relationPage, sourceSheet]
export const files: PortalFile[] = [textFile]

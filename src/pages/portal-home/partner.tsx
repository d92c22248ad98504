import { Fragment } from 'react'
import type { PortalPage } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { languageOfName, nameIn } from '../../shared/names.ts'
import { ActivityLines } from '../../slices/agenda/embed.tsx'
import { listPublishedOfRelations, readLastDays } from '../../slices/agenda/queries.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { words as partnerWords } from '../../slices/partners/messages/words.gen.ts'
import { countryName } from '../../slices/reference/model.ts'
import { RelationLines } from '../../slices/relations/embed.tsx'
import { relationOn } from '../../slices/relations/model.ts'
import { listPublishedOfPartner } from '../../slices/relations/published.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { listPublishedCountries } from '../country-page/queries.ts'
import { Fields, Legend, Profile } from '../relation-page/portal-parts.tsx'
import { words } from './messages/words.gen.ts'
import { frameOf, regionOf } from './region.tsx'

/** A partner as the published relations with it tell: nothing stands here that no published document holds. */
export const partnerPage: PortalPage = {
  path: '/daerah/:region/mitra/:slug',
  async show(visit) {
    const { language, on, portal, parameters } = visit
    const region = await regionOf(visit)
    const of = { region: region.slug, on }
    const published = await listPublishedOfPartner(portal, { ...of, partner: parameters['slug'] ?? '' })
    const partner = published[0]?.partner
    const [newest] = published
    if (partner === undefined || newest === undefined) throw new Failure('not_found')
    const relations = published.map((relation) => relationOn(relation, on))
    const ids = published.map(({ id }) => id)
    const activities = await listPublishedOfRelations(portal, { relations: ids, on })
    const lastDays = await readLastDays(portal, { relations: ids, on })
    const countries = await listPublishedCountries(portal, of)
    const hasPage = countries.some(({ code }) => code === partner.country)
    const w = words[language].partner
    const name = nameIn(language, partner)
    const place = nameIn(language, region)
    const kinds: Record<string, string> = partnerWords[language].kind
    const tiers: Record<string, string> = partnerWords[language].tier
    return {
      title: name,
      description: w.lead({ region: place }),
      region: frameOf(language, region),
      entry: 'relations',
      body: (
        <>
          <div className="top">
            <div>
              <h1>
                <bdi lang={languageOfName(language, partner)}>{name}</bdi>
              </h1>
              <p className="sub">{w.lead({ region: place })}</p>
            </div>
          </div>
          <section className="sec strong">
            <Facts>
              <Fact term={w.native}>
                {partner.nativeName !== undefined && <bdi lang={partner.nativeLang}>{partner.nativeName}</bdi>}
              </Fact>
              <Fact term={w.kind}>{partner.kind && kinds[partner.kind]}</Fact>
              <Fact term={w.tier}>{partner.tier && tiers[partner.tier]}</Fact>
              <Fact term={w.country}>
                {partner.country !== undefined &&
                  (hasPage ? (
                    <a href={`/${language}/daerah/${region.slug}/negara/${partner.country}`}>
                      {countryName(language, partner.country)}
                    </a>
                  ) : (
                    countryName(language, partner.country)
                  ))}
              </Fact>
            </Facts>
          </section>
          <section className="sec">
            <h2>{w.relations}</h2>
            <RelationLines relations={published} language={language} on={on} lastDays={lastDays} isAboutPartner />
          </section>
          <div className="cols">
            <div>
              <section className="sec">
                <h2>{w.activities}</h2>
                {activities.length === 0 ? (
                  <EmptyState>{w.noActivities}</EmptyState>
                ) : (
                  <ActivityLines activities={activities} language={language} />
                )}
              </section>
            </div>
            <div>
              {relations.map((relation) => {
                const part = { relation, language, sources: `/${language}/kerja-sama/${relation.slug}/sumber` }
                return (
                  <Fragment key={relation.id}>
                    <Fields {...part} />
                    <Profile {...part} />
                  </Fragment>
                )
              })}
              <Legend language={language} />
              <IsWrong language={language} page={`/kerja-sama/${newest.slug}`} />
            </div>
          </div>
        </>
      ),
    }
  },
}

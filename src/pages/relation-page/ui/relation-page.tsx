import { Link, Outlet } from 'react-router'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { languageOfName } from '../../../shared/names.ts'
import { words as procedureWords } from '../../../slices/procedures/messages/words.gen.ts'
import { countryName } from '../../../slices/reference/model.ts'
import { WaitingReaders } from '../../../slices/corrections/ui/waiting-readers.tsx'
import { pairTitle } from '../../../slices/relations/embed.tsx'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { words as briefingWords } from '../../briefing/messages/words.gen.ts'
import { AsOf, AsOfLine } from './as-of.tsx'
import { DprdClock } from './dprd-clock.tsx'
import { PointsDiscussed } from './no-procedure.tsx'
import { Standing } from './standing.tsx'
import { Tabs } from './tabs.tsx'
import { useRelationPage } from './use-page.ts'
import { Ways } from './ways.tsx'
import { WhatNext } from './what-next.tsx'
import { words } from './messages/words.gen.ts'

/** One cooperation: who with, how far, and everything known of it under its tabs. */
export function RelationPage() {
  return (
    <AsOf>
      <Record />
    </AsOf>
  )
}

function Record() {
  const { relation, unpublishedSince } = useRelationPage()
  const { language, region, may } = useVisitor()
  const w = words[language]
  const { partner, cooperationType, slug } = relation
  const name = partnerName(relation, language)
  const title = pairTitle(language, { region: region.name, partner: name })
  usePageTitle(title)
  const native = partner?.nativeName ?? undefined
  const type =
    cooperationType === null ? procedureWords[language].typeUndecided : procedureWords[language].type[cooperationType]
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1} lang={partner === null ? undefined : languageOfName(language, partner)}>
            {title}
          </h1>
          <p className="sub">
            {native !== undefined && native !== name && (
              <>
                <bdi lang={partner?.nativeLang ?? undefined}>{native}</bdi> ·{' '}
              </>
            )}
            {typeof partner?.country === 'string' && `${countryName(language, partner.country)} · `}
            {type}
          </p>
        </div>
        <div className="public">
          {may('relations.publish') && (
            <Link className="btn sm" to={`/kerja-sama/${slug}/terbitkan`}>
              {w.openPublish}
            </Link>
          )}
          <Link className="btn sm" to={`/kerja-sama/${slug}/bahan`}>
            {briefingWords[language].title}
          </Link>
          {relation.published ? (
            <a className="btn sm" href={`/${language}/kerja-sama/${slug}`}>
              {w.publicPage}
            </a>
          ) : (
            <span className="s q">{w.notPublished}</span>
          )}
          {unpublishedSince !== undefined && (
            <p className="s st-wait">
              {w.lagging({ date: formatDate(toLocalTime(unpublishedSince, 'WIB').date, language) })}
            </p>
          )}
        </div>
      </div>
      <AsOfLine />
      <WaitingReaders subject={relation.id} />
      <Standing />
      <WhatNext />
      <DprdClock />
      <PointsDiscussed />
      <Ways />
      <Tabs />
      <div className="tabbed">
        <Outlet />
      </div>
    </>
  )
}

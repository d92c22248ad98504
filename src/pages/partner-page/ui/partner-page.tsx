import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { History } from '../../../slices/ledger/ui/history.tsx'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { words as partnerWords } from '../../../slices/partners/messages/words.gen.ts'
import { mendPartner } from '../../../slices/partners/contract.ts'
import { AliasesPart } from '../../../slices/partners/ui/aliases-part.tsx'
import { FactsPart } from '../../../slices/partners/ui/facts-part.tsx'
import { PartnerMender } from '../../../slices/partners/ui/mend-partner.tsx'
import { PeoplePart } from '../../../slices/partners/ui/people-part.tsx'
import { SamePart } from '../../../slices/partners/ui/same-part.tsx'
import { kindWord, tierWord } from '../../../slices/partners/ui/view.ts'
import { words as mendWords } from '../../../slices/partners/ui/messages/words.gen.ts'
import { countryName } from '../../../slices/reference/model.ts'
import { SourceButton, Sourced } from '../../../slices/sources/ui/sourced.tsx'
import { readPartnerPage } from '../contract.ts'
import { words } from './messages/words.gen.ts'

type PageView = z.output<typeof readPartnerPage.output>

/** All of a partner: its names, who holds office there, what is known of it, and the cooperations with it. */
export function PartnerPage() {
  const { slug = '' } = useParams()
  const { language, may } = useVisitor()
  const w = words[language]
  const page = useSuspenseQuery(queryOf(readPartnerPage, { slug })).data
  const { partner, levels, differences } = page
  const name = nameIn(language, partner)
  usePageTitle(name)
  return (
    <>
      <p className="key">
        <Link to="/mitra">{w.back}</Link>
      </p>
      <h1 tabIndex={-1}>
        <bdi>{name}</bdi>
      </h1>
      {partner.askedAs !== undefined && (
        <p className="gap st-wait">{mendWords[language].same.askedAs({ asked: partner.askedAs, name })}</p>
      )}
      <div className="cols tabbed">
        <div>
          <AboutPartner {...page} />
          <PartnerMender partner={partner} />
          <Relations relations={page.relations} name={name} />
          <SamePart partner={partner} />
        </div>
        <div>
          <PeoplePart {...{ partner, levels }} />
          <FactsPart {...{ partner, levels, differences }} />
          <AliasesPart partner={partner} />
        </div>
      </div>
      {may('ledger.read') && (
        <section className="sec after">
          <h2>{w.history}</h2>
          <History subject={partner.id} title={w.history} tell={({ length }) => ({ lines: [], others: length })} />
        </section>
      )}
    </>
  )
}

/** Names, kind and country, each with the mark of how it is known; what sources give instead stands behind the mark. */
function AboutPartner({ partner, levels, differences }: PageView) {
  const { language } = useVisitor()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const mending = useAct(mendPartner, {
    key: `${partner.id}/judged`,
    async done(_, act) {
      sayDone(mendWords[language].form.mended, act)
      await queries.invalidateQueries()
    },
  })
  const about = (field: string, what: string, inUse: string) => ({
    subject: partner.id,
    field,
    what,
    inUse,
    level: levels[`${partner.id}.${field}`] ?? ('recorded' as const),
    difference: differences[`${partner.id}.${field}`],
  })
  const country = partner.country === null ? w.unknown : countryName(language, partner.country)
  const writeCountry = (value: unknown) => countryName(language, String(value))
  const native = partner.nativeName
  const others = [partner.names.en, partner.names.ja, partner.names.ko].filter((form) => form !== undefined)
  return (
    <Facts>
      <Fact term={w.native}>
        {native === null ? undefined : (
          <>
            <Sourced {...about('native_name', w.native, native)} {...mendTo('nativeName')}>
              <bdi lang={partner.nativeLang ?? undefined}>{native}</bdi>
            </Sourced>
            {levels[`${partner.id}.native_name`] === undefined && (
              <>
                {' '}
                <SourceButton {...about('native_name', w.native, native)} label={partnerWords[language].unsourced} />
              </>
            )}
          </>
        )}
      </Fact>
      <Fact term={w.kind}>{kindWord(language, partner.kind) ?? w.unknown}</Fact>
      <Fact term={w.tier}>{tierWord(language, partner.tier)}</Fact>
      <Fact term={w.country}>
        <Sourced {...about('country', w.country, country)} write={writeCountry} {...mendTo('country')}>
          {country}
        </Sourced>
        {partner.country !== null && partner.country !== 'ID' && (
          <>
            {' '}
            <Link className="s" to={`/negara/${partner.country}`}>
              {w.aboutCountry}
            </Link>
          </>
        )}
      </Fact>
      <Fact term={w.names}>{others.length === 0 ? undefined : <bdi>{others.join(' · ')}</bdi>}</Fact>
    </Facts>
  )

  /** The act that brings the value in use to the one that is followed. */
  function mendTo(name: 'nativeName' | 'country') {
    return {
      onUse: (value: unknown) => {
        if (value === (name === 'country' ? partner.country : partner.nativeName)) return
        void mending.send({ id: partner.id, rev: partner.rev, [name]: String(value) })
      },
    }
  }
}

function Relations({ relations, name }: Pick<PageView, 'relations'> & { name: string }) {
  const { language } = useVisitor()
  const w = words[language]
  return (
    <section className="sec">
      <h2>{w.relations}</h2>
      {relations.length === 0 && <p className="q">{w.noRelations}</p>}
      <ul>
        {relations.map(({ id, slug, label, lastOn }) => (
          <li key={id}>
            <Link to={`/kerja-sama/${slug}`}>
              <bdi>{label ?? name}</bdi>
            </Link>
            {lastOn !== null && <span className="s q"> · {w.lastOn({ date: formatDate(lastOn, language) })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

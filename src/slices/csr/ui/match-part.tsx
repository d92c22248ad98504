import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { ShareLink } from '../../links/ui/share-link.tsx'
import { LinksOf } from '../../links/ui/links-of.tsx'
import { endMatch, listOffers, shareWithCompany, shareWithVillage } from '../contract.ts'
import { rupiahIn } from '../embed.tsx'
import { words as sliceWords } from '../messages/words.gen.ts'
import { mayNeed } from '../model.ts'
import { draftOf } from '../../ledger/ui/act-form.tsx'
import { MatchForm } from './match-form.tsx'
import type { NeedDetail } from './need-form.tsx'
import { offerSize } from './offers-view.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { ProposalsView } from './proposals-view.tsx'
import { RealisationForm, RealisationLine } from './realisation-part.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export type MatchDetail = NeedDetail['matches'][number]

/** Who meets the need: the computed proposal and a match by hand while it is open, then what came of it. */
export function MatchPart({ need, mayKeep }: { need: NeedDetail; mayKeep: boolean }) {
  const { language, may } = useVisitor()
  const w = words[language].match
  const current = need.matches.find(({ endedOn }) => endedOn === null)
  const ended = need.matches.filter(({ endedOn }) => endedOn !== null)
  return (
    <section className="sec after" aria-labelledby="pasangan">
      <h2 id="pasangan">{w.title}</h2>
      {current === undefined && need.standing !== 'terbuka' && <p className="q">{w.none}</p>}
      {need.standing === 'terbuka' && (
        <>
          <ProposalsView need={need.id} />
          {may('programmes.publish') && <ByHand need={need} />}
        </>
      )}
      {current !== undefined && <Current need={need} match={current} mayKeep={mayKeep} />}
      {ended.length > 0 && (
        <>
          <h3>{w.before}</h3>
          <ul className="lines plain-list">
            {ended.map((match) => (
              <li key={match.id}>
                <bdi>{match.offer.company.name}</bdi>, {formatDate(match.matchedOn, language)}–
                {match.endedOn !== null && formatDate(match.endedOn, language)}
                <p className="s q">
                  <bdi>{match.endedReason}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function ByHand({ need }: { need: NeedDetail }) {
  const { language } = useVisitor()
  const w = words[language].match
  const { data } = useQuery(queryOf(listOffers, { open: '1', limit: 100 }))
  const offers = (data?.rows ?? []).map((row) => ({
    id: row.id,
    label: `${row.company.name}: ${row.what} (${offerSize(language, row)})`,
  }))
  if (data !== undefined && offers.length === 0) {
    return (
      <p className="gap">
        {w.noOffers} <Link to="/program/tjsl?tampil=penawaran">{w.toOffers}</Link>
      </p>
    )
  }
  if (data === undefined) return null
  return (
    <Opened label={w.byHand} draft={draftOf(`pasangkan-${need.id}-tangan`)}>
      {(close) => <MatchForm need={need} offers={offers} onClose={close} />}
    </Opened>
  )
}

function Current({ need, match, mayKeep }: { need: NeedDetail; match: MatchDetail; mayKeep: boolean }) {
  const { language, may } = useVisitor()
  const { match: w, links, realisation } = words[language]
  const { noMoney } = sliceWords[language]
  const { offer, committed, inKind, reason, overlapWords, overlapReason } = match
  const promised = [committed === null ? undefined : rupiahIn(language, committed), inKind ?? undefined].filter((part) => part !== undefined).join(' · ') // prettier-ignore
  const mayShare = mayKeep && mayNeed(need.standing, 'share')
  return (
    <>
      <p>
        <Link to={`/program/tjsl/perusahaan/${offer.company.slug}`}>
          <bdi>{offer.company.name}</bdi>
        </Link>
        : <bdi>{offer.what}</bdi>
      </p>
      <p>
        <bdi>{w.promised({ amount: promised })}</bdi> · {w.since({ date: formatDate(match.matchedOn, language) })}
      </p>
      {reason !== null && (
        <p className="s">
          {w.reason}: <bdi>{reason}</bdi>
        </p>
      )}
      {overlapReason !== null && (
        <p className="s st-wait">
          {w.overlap} <bdi lang="id">{overlapWords}</bdi>. <bdi>{overlapReason}</bdi>
        </p>
      )}
      <p className="s q">{noMoney}</p>
      <h3>{realisation.title}</h3>
      {match.realisations.length === 0 && <p className="q">{realisation.none}</p>}
      <ul className="lines plain-list">
        {match.realisations.map((each) => (
          <RealisationLine key={each.id} report={each} mayKeep={mayKeep && need.standing !== 'terwujud'} />
        ))}
      </ul>
      {mayKeep && mayNeed(need.standing, 'report') && (
        <Opened label={realisation.add} draft={draftOf(`lapor-${match.id}`)}>
          {(close) => <RealisationForm match={match.id} onClose={close} />}
        </Opened>
      )}
      {mayShare && (
        <>
          <h3>{links.village}</h3>
          <p className="s q">{links.villageWhy}</p>
          <Opened label={links.makeVillage}>
            {() => (
              <ShareLink
                endpoint={shareWithVillage}
                id={need.id}
                party={links.villageParty({ village: need.village })}
                days={30}
                textOf={(address, given) => words[given.language].links.villageText({ title: need.title, address })}
              />
            )}
          </Opened>
          {may('links.read') && <LinksOf subject={need.id} />}
          <h3>{links.company}</h3>
          <p className="s q">{links.companyWhy}</p>
          <Opened label={links.makeCompany}>
            {() => (
              <ShareLink
                endpoint={shareWithCompany}
                id={match.id}
                party={match.offer.company.name}
                days={30}
                textOf={(address, given) => words[given.language].links.companyText({ title: need.title, address })}
              />
            )}
          </Opened>
          {may('links.read') && <LinksOf subject={match.id} />}
        </>
      )}
      {may('programmes.publish') && need.standing !== 'terwujud' && <End match={match} />}
    </>
  )
}

function End({ match: { id, rev } }: { match: MatchDetail }) {
  const { language } = useVisitor()
  const { match: w, form } = words[language]
  const saved = useSaved()
  const [reason, setReason] = useState('')
  const ending = useAct(endMatch, { key: id, done: async (_, act) => await saved(w.ended, act) })
  return (
    <Opened label={w.end}>
      {(close) => (
        <>
          {ending.failure?.code === 'not_yet' && <p role="alert">{w.confirmedAlready}</p>}
          <ReasonForm
            id={`lepas-${id}`}
            words={{ reason: form.reason, go: w.end }}
            reason={reason}
            onReason={setReason}
            acting={ending}
            onSend={() => void ending.send({ id, rev, reason })}
            cancel={{ label: form.cancel, onCancel: close }}
          />
        </>
      )}
    </Opened>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { endOffer, listOffers } from '../contract.ts'
import { rupiahIn } from '../embed.tsx'
import { words as sliceWords } from '../messages/words.gen.ts'
import { draftOf } from '../../ledger/ui/act-form.tsx'
import { OfferForm } from './offer-form.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export type OfferView = z.output<typeof listOffers.output>['rows'][number]

/** What companies offer, the newest first. */
export function OffersView() {
  const { language, may } = useVisitor()
  const w = words[language].offers
  const { data, error, refetch } = useQuery(queryOf(listOffers, { limit: 100 }))
  const rows = data?.rows ?? []
  return (
    <>
      {may('programmes.publish') && (
        <Opened label={w.add} draft={draftOf('penawaran-baru')}>
          {(close) => <OfferForm onClose={close} />}
        </Opened>
      )}
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <ListActs
          title={w.title}
          lines={rows.map((row) => [row.company.name, row.what, offerSize(language, row)].join(' · '))}
        />
      )}
      {data !== undefined && rows.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ul className="lines plain-list" aria-label={w.title}>
        {rows.map((row) => (
          <OfferLine key={row.id} offer={row} />
        ))}
      </ul>
    </>
  )
}

export function offerSize(language: 'id' | 'en' | 'ja' | 'ko', { ceiling, inKind }: OfferView): string {
  return [ceiling === null ? undefined : rupiahIn(language, ceiling), inKind ?? undefined]
    .filter((part) => part !== undefined)
    .join(' · ')
}

export function OfferLine({ offer }: { offer: OfferView }) {
  const { language, may } = useVisitor()
  const w = words[language].offers
  const { field } = sliceWords[language]
  const { company, what, fields, places, promised, needs, most, year, untilOn, endedOn, endedReason } = offer
  const n = (count: number) => formatNumber(count, language)
  return (
    <li>
      <p>
        <Link to={`/program/tjsl/perusahaan/${company.slug}?tahun=${year}`}>
          <bdi>{company.name}</bdi>
        </Link>
        : <bdi lang={offer.textLang}>{what}</bdi>
      </p>
      <p className="s q">
        <bdi>{offerSize(language, offer)}</bdi> · {year}
        {untilOn !== null && ` · ${w.until({ date: formatDate(untilOn, language) })}`}
        {' · '}
        {fields.length === 0 ? w.anyField : fields.map((each) => field[each]).join(', ')}
        {' · '}
        {places.length === 0 ? w.anywhere : <bdi>{places.join(', ')}</bdi>}
      </p>
      <p className="s">{w.used({ needs: n(needs), most: n(most), amount: rupiahIn(language, promised) })}</p>
      {endedOn !== null && (
        <p className="s q">
          {w.ended({ date: formatDate(endedOn, language) })} <bdi>{endedReason}</bdi>
        </p>
      )}
      {endedOn === null && may('programmes.publish') && (
        <div className="acts">
          <Opened label={w.mend} draft={draftOf(offer.id)}>
            {(close) => <OfferForm offer={offer} onClose={close} />}
          </Opened>
          <Opened label={w.end}>{(close) => <EndOffer offer={offer} onClose={close} />}</Opened>
        </div>
      )}
    </li>
  )
}

function EndOffer({ offer: { id, rev }, onClose }: { offer: OfferView; onClose: () => void }) {
  const { language } = useVisitor()
  const { offers: w, form } = words[language]
  const saved = useSaved()
  const [reason, setReason] = useState('')
  const ending = useAct(endOffer, {
    key: id,
    async done(_, act) {
      onClose()
      await saved(w.endSaid, act)
    },
  })
  return (
    <ReasonForm
      id={`akhiri-${id}`}
      words={{ reason: form.reason, go: w.end }}
      reason={reason}
      onReason={setReason}
      acting={ending}
      onSend={() => void ending.send({ id, rev, reason })}
      cancel={{ label: form.cancel, onCancel: onClose }}
    />
  )
}

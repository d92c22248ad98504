import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { formatNumber } from '../../../shared/format.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { readProposals } from '../contract.ts'
import { rupiahIn } from '../embed.tsx'
import { words as sliceWords } from '../messages/words.gen.ts'
import { draftOf } from '../../ledger/ui/act-form.tsx'
import { groundWord, groundWords } from './ground-words.ts'
import { MatchForm } from './match-form.tsx'
import { NeedLink } from './needs-view.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { words } from './messages/words.gen.ts'

type Proposals = z.output<typeof readProposals.output>

/** The computed proposal: each pair with its reasons, and why others stay without. Nothing is saved until one is taken. */
export function ProposalsView({ need }: { need?: string }) {
  const { language } = useVisitor()
  const w = words[language].proposals
  const { data, error, refetch } = useQuery(queryOf(readProposals, need === undefined ? {} : { need }))
  if (error !== null) return <FailureLine error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <p role="status">{w.working}</p>
  const n = (count: number) => formatNumber(count, language)
  const { pairs, without, totals, share } = data
  return (
    <>
      <p className="gap">{w.lead({ needs: n(data.needs), offers: n(data.offers) })}</p>
      {pairs.length > 0 && (
        <p className="s q">
          {share >= 1000 ? w.best : w.share({ percent: formatNumber(Math.floor(share / 10), language) })}
        </p>
      )}
      {pairs.length === 0 && without.length === 0 && <EmptyState>{w.none}</EmptyState>}
      {pairs.length > 0 && (
        <ul className="lines plain-list" aria-label={w.title}>
          {pairs.map((pair) => (
            <Pair key={pair.need.id} pair={pair} isNamed={need === undefined} />
          ))}
        </ul>
      )}
      {totals.pairs > pairs.length && <p className="s q">{w.more({ n: n(totals.pairs - pairs.length) })}</p>}
      {without.length > 0 && (
        <section className="gap3">
          {need === undefined && <h2>{w.without}</h2>}
          <ul className="lines plain-list">
            {without.map(({ need: row, lack, most }) => (
              <li key={row.id}>
                {need === undefined && <NeedLink need={row} />}
                <p className="s">
                  {sliceWords[language].lack[lack]}
                  {most !== undefined &&
                    most > 0 &&
                    ` (${sliceWords[language].lack.most({ amount: rupiahIn(language, most) })})`}
                </p>
              </li>
            ))}
          </ul>
          {totals.without > without.length && (
            <p className="s q">{w.more({ n: n(totals.without - without.length) })}</p>
          )}
        </section>
      )}
    </>
  )
}

function Pair({
  pair: { need, offer, grounds },
  isNamed,
}: {
  pair: Proposals['pairs'][number]
  /** Whether the need is told too: not on its own page. */
  isNamed: boolean
}) {
  const { language, may } = useVisitor()
  const w = words[language].proposals
  const left = offer.left === null ? (offer.inKind ?? '') : w.left({ amount: rupiahIn(language, offer.left) })
  return (
    <li>
      {isNamed && <NeedLink need={need} />}
      <p>
        <span aria-hidden="true">→ </span>
        <span className="vh">{w.goesTo}</span>
        <bdi>{offer.company.name}</bdi>: <bdi>{offer.what}</bdi> <span className="s q">({left})</span>
      </p>
      <p className="s">
        {groundWords(
          language,
          grounds.filter((ground) => ground !== 'overlap'),
        )}
      </p>
      {grounds.includes('overlap') && <p className="s st-wait">{groundWord(language, 'overlap')}</p>}
      {may('programmes.publish') && (
        <Opened label={w.take} draft={draftOf(`pasangkan-${need.id}-${offer.id}`)}>
          {(close) => (
            <MatchForm
              need={need}
              offers={[{ id: offer.id, label: `${offer.company.name}: ${offer.what}` }]}
              grounds={grounds}
              reason={groundWords(language, grounds)}
              {...(offer.left === null && { inKind: offer.inKind ?? '' })}
              onClose={close}
            />
          )}
        </Opened>
      )}
    </li>
  )
}

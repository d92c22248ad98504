import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { isId } from '../../../shared/ids.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { readRelation } from '../../relations/contract.ts'
import { partnerName } from '../../relations/ui/view.ts'
import { listFeeds, revokeFeed } from '../contract.ts'
import { MakeFeed } from './make-feed.tsx'
import { words } from './messages/words.gen.ts'

type FeedView = Awaited<ReturnType<typeof listFeeds.output.parse>>['rows'][number]

/** Secret calendar addresses: made, seen in use, ended. `?kerja-sama={id}` begins with that cooperation chosen. */
export function FeedsPage() {
  const language = useLanguage()
  const w = words[language].feeds
  usePageTitle(w.title)
  const [search] = useSearchParams()
  const relation = search.get('kerja-sama') ?? ''
  const asked = useQuery({ ...queryOf(readRelation, { id: relation }), enabled: isId(relation) })
  const { data, error, refetch } = useQuery(queryOf(listFeeds, {}))
  const isReady = !isId(relation) || asked.data !== undefined || asked.isError
  return (
    <>
      <h1 tabIndex={-1}>{w.title}</h1>
      <p className="sub">{w.intro}</p>
      <p className="s q">{w.shows}</p>
      {isReady && (
        <MakeFeed
          key={asked.data?.id ?? ''}
          preset={asked.data && { id: asked.data.id, name: partnerName(asked.data, language) }}
        />
      )}
      <section className="sec after" aria-labelledby="feeds-list">
        <h2 id="feeds-list">{w.list}</h2>
        {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
        {data?.rows.length === 0 && <EmptyState>{w.none}</EmptyState>}
        {data !== undefined && data.rows.length > 0 && (
          <ul className="rows">
            {data.rows.map((feed) => (
              <FeedLine key={feed.id} feed={feed} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function FeedLine({ feed }: { feed: FeedView }) {
  const language = useLanguage()
  const w = words[language].feeds
  const { party, scope, relation, state, madeBy, readAt, isOwn } = feed
  const day = (instant: string) => formatDate(toLocalTime(instant, 'WIB').date, language)
  const said = [
    ...(isOwn || madeBy === null ? [] : [w.by({ name: madeBy })]),
    readAt === null ? w.neverRead : w.readOn({ day: day(readAt) }),
  ]
  return (
    <li>
      <span className="day">{state === 'open' ? w.inUse : w.revoked}</span>
      <span>
        <bdi className="name">{party}</bdi>
        <br />
        <bdi>{scope === 'relation' ? w.short.relation({ name: relation?.name ?? '' }) : w.short[scope]}</bdi>
      </span>
      <span className="s q">{said.join(' · ')}</span>
      {state === 'open' && <Revoke feed={feed} />}
    </li>
  )
}

function Revoke({ feed: { id, party } }: { feed: FeedView }) {
  const queries = useQueryClient()
  const w = words[useLanguage()].feeds
  const sayDone = useSayDone()
  const revoking = useAct(revokeFeed, {
    key: id,
    async done(_, act) {
      sayDone(w.revokedToast, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <span>
      <button
        type="button"
        className="btn sm text"
        aria-busy={revoking.busy}
        onClick={() => void revoking.send({ id })}
      >
        {w.revoke}
        <span className="vh">: {party}</span>
      </button>
      <FailureNotice acting={revoking} />
    </span>
  )
}

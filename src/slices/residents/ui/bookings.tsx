import { useInfiniteQuery, useQueryClient, infiniteQueryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { toLocalTime, type Zone } from '../../../shared/dates.ts'
import { formatTime } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { call } from '../../../ui/controls/call.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { MoreButton } from '../../../ui/controls/more-button.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { cancelBooking, listBookings } from '../contract.ts'
import { words as partWords } from '../messages/words.gen.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { words } from './messages/words.gen.ts'

type BookingView = z.output<typeof listBookings.output>['rows'][number]

const bookingsQuery = (slot: string) =>
  infiniteQueryOptions({
    queryKey: [listBookings.name, { slot }] as const,
    queryFn: async ({ pageParam, signal }) =>
      await call(
        listBookings,
        { id: slot, limit: 50, ...(pageParam !== undefined && { after: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
  })

/** The bookings of a session in the order they came, whatever became of them. */
export function Bookings({ slot, zone }: { slot: string; zone: Zone }) {
  const { language } = useVisitor()
  const { bookings: w } = words[language]
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(bookingsQuery(slot))
  if (data === undefined) return null
  const rows = data.pages.flatMap((page) => page.rows)
  return (
    <section className="after">
      <h3>{w.title}</h3>
      {rows.length === 0 && <p className="q">{w.none}</p>}
      <ol className="lines plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <BookingLine booking={row} zone={zone} />
          </li>
        ))}
      </ol>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </section>
  )
}

function BookingLine({ booking, zone }: { booking: BookingView; zone: Zone }) {
  const { language } = useVisitor()
  const { bookings: w } = words[language]
  const { id, rev, seq, receipt, party, state, origin, name, contact, body, cameAt, otherDoor, purged } = booking
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const acting = useAct(cancelBooking, {
    key: id,
    async done({ promoted }, act) {
      sayDone(w.cancelled({ n: promoted }), act)
      await queries.invalidateQueries()
    },
  })
  const isStale = useStale(acting.failure) !== undefined
  const time = cameAt === null ? undefined : formatTime(toLocalTime(cameAt, zone).time, zone, language)
  const rest = [
    w.people({ n: party }),
    partWords[language].state[state],
    ...(origin === 'walk_in' ? [w.walkIn] : []),
    ...(purged ? [w.erased] : []),
    ...(time === undefined ? [] : [w.came({ time })]),
    ...(otherDoor === null ? [] : [w.alsoAt({ door: otherDoor })]),
  ]
  return (
    <>
      <p>
        {seq}. <b>{name === null ? receipt : <bdi>{name}</bdi>}</b>
        {body !== null && (
          <>
            {' · '}
            <bdi>{body}</bdi>
          </>
        )}
      </p>
      <p className="s q">
        {rest.join(' · ')}
        {name !== null && ` · ${receipt}`}
        {contact !== null && (
          <>
            {' · '}
            <bdi>{contact}</bdi>
          </>
        )}
      </p>
      {isStale && <p role="alert">{acting.failure?.message}</p>}
      <FailureNotice acting={acting} />
      {state !== 'cancelled' && cameAt === null && (
        <p className="acts">
          <button
            type="button"
            className="btn sm text"
            aria-busy={acting.busy}
            onClick={() => void acting.send({ id, rev })}
          >
            {w.cancel}
            <span className="vh">: {name ?? receipt}</span>
          </button>
        </p>
      )}
    </>
  )
}

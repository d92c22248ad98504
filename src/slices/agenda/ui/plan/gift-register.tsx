import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { chatText } from '../../../../shared/chat-text.ts'
import { CopyButton } from '../../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../../ui/controls/download-menu.tsx'
import { FailureLine } from '../../../../ui/controls/failure-line.tsx'
import { MoreButton } from '../../../../ui/controls/more-button.tsx'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { words as controlWords } from '../../../../ui/controls/messages/words.gen.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { exportGifts } from '../../contract.ts'
import type { Looked } from './agenda-filter.ts'
import { giftsQuery } from './agenda-query.ts'
import { GiftLine } from './gifts.tsx'
import { words } from './messages/words.gen.ts'

export type GiftRegisterProps = { looked: Looked; onLook: (next: Looked) => void }

/** The gifts of all activities, the newest first. */
export function GiftRegister({ looked, onLook }: GiftRegisterProps) {
  const { language, may } = useVisitor()
  const { gifts: w, agenda } = words[language]
  const { unreported, ...others } = looked
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    giftsQuery(unreported === true),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const text = () =>
    chatText({
      title: w.title,
      lines: rows.map(({ what, direction, party, activity }) =>
        [formatDate(activity.occurredOn, language), what, w.of[direction], party]
          .filter((part) => part !== undefined)
          .join(' · '),
      ),
      more: (n) => controlWords[language].copy.more({ n: String(n) }),
    })
  return (
    <>
      <div className="chips" role="group" aria-label={agenda.filters}>
        <button
          type="button"
          className="chip"
          aria-pressed={unreported === true}
          onClick={() => onLook(unreported === true ? others : { ...others, unreported: true })}
        >
          {w.onlyUnreported}
        </button>
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {rows.length > 0 && (
        <div className="acts list-acts">
          <CopyButton text={text} />
          {may('agenda.take') && (
            <DownloadMenu endpoint={exportGifts} input={unreported === true ? { unreported: 'true' } : {}} />
          )}
          <button type="button" className="btn sm" onClick={() => window.print()}>
            {agenda.print}
          </button>
        </div>
      )}
      <ul className="lines plain-list">
        {rows.map((gift) => (
          <li key={gift.id}>
            <GiftLine gift={gift} />
            <p className="s q">
              <Link to={`/kegiatan/${gift.activity.slug}`}>
                <bdi>{gift.activity.about}</bdi>
              </Link>
              {' · '}
              {formatDate(gift.activity.occurredOn, language)}
            </p>
          </li>
        ))}
      </ul>
      {data !== undefined && rows.length === 0 && (
        <EmptyState>{unreported === true ? agenda.noneFound : w.noneInRegister}</EmptyState>
      )}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </>
  )
}

import { useEffect, useRef, type ReactNode } from 'react'
import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

export type ConflictRow = {
  /** Name of the value in the reader's language. */
  label: string
  /** What this person typed; absent when she did not touch this value. */
  mine?: ReactNode
  theirs: ReactNode
  /** Who changed it; absent when the system did. */
  by: string | undefined
  /** When, already written out with its zone. */
  at: string
}

export type ConflictProps = {
  rows: readonly ConflictRow[]
  busy: boolean
  onMine: () => void
  onTheirs: () => void
}

/** Somebody was faster: both values side by side, until this person says which one holds. Nothing is overwritten. */
export function Conflict({ rows, busy, onMine, onTheirs }: ConflictProps) {
  const w = words[useLanguage()].conflict
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="refuse" aria-label={w.title}>
      <h3 tabIndex={-1} ref={heading}>
        {w.title}
      </h3>
      <p>{w.why}</p>
      {rows.map(({ label, mine, theirs, by, at }) => (
        <div className="two gap" key={label}>
          {mine !== undefined && (
            <div>
              <b>{w.mine({ label })}</b>
              <p>{mine}</p>
            </div>
          )}
          <div>
            <b>{w.theirs({ label })}</b>
            <p>{theirs}</p>
            <p className="s q">{by === undefined ? w.bySystem({ at }) : w.by({ by, at })}</p>
          </div>
        </div>
      ))}
      <p className="acts gap">
        <button type="button" className="btn" aria-busy={busy} onClick={onMine}>
          {w.useMine}
        </button>
        <button type="button" className="btn" onClick={onTheirs}>
          {w.useTheirs}
        </button>
      </p>
    </section>
  )
}

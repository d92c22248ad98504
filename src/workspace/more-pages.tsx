import { useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useLanguage } from '../ui/controls/visitor.ts'
import type { Entry } from './navigation.ts'
import { words } from './messages/words.gen.ts'

/** "Lainnya": the pages that have no room in the bottom bar, unfolded above it. */
export function MorePages({ entries }: { entries: readonly Entry[] }) {
  const w = words[useLanguage()].shell
  const { pathname } = useLocation()
  const panel = useRef<HTMLDetailsElement>(null)
  const isHere = entries.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  const close = () => {
    if (panel.current !== null) panel.current.open = false
  }
  return (
    <details
      className="more-pages"
      ref={panel}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) currentTarget.open = false
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary {...(isHere && { 'aria-current': 'true' as const })}>{w.others}</summary>
      <ul aria-label={w.morePages}>
        {entries.map(({ to, key }) => (
          <li key={key}>
            <NavLink to={to} onClick={close}>
              {w.entry[key]}
            </NavLink>
          </li>
        ))}
      </ul>
    </details>
  )
}

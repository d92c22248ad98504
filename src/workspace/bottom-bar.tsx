import { Fragment } from 'react'
import { NavLink } from 'react-router'
import { useVisitor } from '../ui/controls/visitor.ts'
import { MorePages } from './more-pages.tsx'
import { barEntries } from './navigation.ts'
import { words } from './messages/words.gen.ts'

/** (+) stands before this entry: under the middle of the thumb. */
const recordPlace = 2

/** The first entries under the thumb; CSS shows it on phones only. */
export function BottomBar() {
  const { language, may } = useVisitor()
  const w = words[language].shell
  const { bar, more } = barEntries(may)
  return (
    <nav className="thumb evenly" aria-label={w.shortcuts}>
      {bar.map(({ to, key }, at) => (
        <Fragment key={key}>
          {at === Math.min(recordPlace, bar.length - 1) && may('agenda.record') && (
            <NavLink className="add" to="/catat" aria-label={w.record}>
              +
            </NavLink>
          )}
          <NavLink to={to} end={to === '/'}>
            {w.entry[key]}
          </NavLink>
        </Fragment>
      ))}
      {more.length > 0 && <MorePages entries={more} />}
    </nav>
  )
}

import { Link, NavLink } from 'react-router'
import { useVisitor } from '../ui/controls/visitor.ts'
import { entriesFor } from './navigation.ts'
import { useWaiting } from './use-waiting.ts'
import { words } from './messages/words.gen.ts'

/** Navigation beside the page where there is room for it. */
export function SideRail() {
  const { language, region, demonstration, may } = useVisitor()
  const w = words[language].shell
  const waiting = useWaiting()
  return (
    <nav className="side" aria-label={w.pages}>
      <Link className="mark" to="/">
        <bdi>{region.name}</bdi>
        {demonstration && <small>{w.demonstration}</small>}
      </Link>
      {may('agenda.record') && (
        <Link className="btn" to="/catat">
          <span aria-hidden="true">+&nbsp;</span>
          {w.record}
        </Link>
      )}
      {entriesFor(may).map(({ to, key }) => (
        <NavLink key={key} to={to} end={to === '/'}>
          <span>{w.entry[key]}</span>
          {key === 'today' && waiting > 0 && (
            <span className="n">
              {waiting}
              <span className="vh"> {w.waiting}</span>
            </span>
          )}
        </NavLink>
      ))}
    </nav>
  )
}

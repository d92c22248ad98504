import { NavLink } from 'react-router'
import { useVisitor } from '../ui/controls/visitor.ts'
import { entriesFor } from './navigation.ts'
import { words } from './messages/words.gen.ts'

/** The same entries under the thumb; CSS shows it on phones only. */
export function BottomBar() {
  const { language, may } = useVisitor()
  const w = words[language].shell
  return (
    <nav className="thumb evenly" aria-label={w.shortcuts}>
      {entriesFor(may).map(({ to, key }) => (
        <NavLink key={key} to={to} end={to === '/'}>
          {w.entry[key]}
        </NavLink>
      ))}
    </nav>
  )
}

import { NavLink, Outlet, useLocation } from 'react-router'
import { useCurrentInView } from '../../../ui/controls/use-current-in-view.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { sectionsFor } from './sections.ts'
import { useOpenPreparation } from './use-preparation.ts'
import { words } from './messages/words.gen.ts'

/** What the region is made of, part by part; each part has an address of its own. */
export function SettingsPage() {
  const { language, may } = useVisitor()
  const w = words[language]
  const preparing = useOpenPreparation()
  const line = useCurrentInView(useLocation().pathname)
  return (
    <>
      <div className="tabline">
        <nav className="tabs" ref={line} aria-label={w.settings}>
          {sectionsFor(may, { preparing }).map(({ to, key }) => (
            <NavLink key={key} to={`/pengaturan/${to}`}>
              {w.section[key]}
            </NavLink>
          ))}
        </nav>
      </div>
      <div className="tabbed">
        <Outlet />
      </div>
    </>
  )
}

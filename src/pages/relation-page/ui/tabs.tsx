import { Link, NavLink, useLocation, useParams } from 'react-router'
import { words as sharingWords } from '../../../slices/sharing/ui/messages/words.gen.ts'
import { useCurrentInView } from '../../../ui/controls/use-current-in-view.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { words as programmeWords } from '../../programmes/messages/words.gen.ts'
import { countNamed, peopleOf } from './counts.ts'
import { useRelationPage } from './use-page.ts'
import { onSameDay, usePer } from './use-per.ts'
import { useWork } from './use-work.ts'
import { words } from './messages/words.gen.ts'

/** The parts of the record; each has an address of its own. */
export function Tabs() {
  const { fields, activities } = useRelationPage()
  const { texts, process } = useWork()
  const { language, may } = useVisitor()
  const { slug = '' } = useParams()
  const w = words[language]
  const per = usePer()
  const line = useCurrentInView(useLocation().pathname)
  const tabs = [
    { to: '', label: w.tab.summary, n: undefined },
    { to: '/bidang', label: w.tab.fields, n: countNamed(fields) },
    { to: '/kegiatan', label: w.tab.activities, n: String(activities.length) },
    { to: '/naskah', label: w.tab.texts, n: String(texts.length) },
    { to: '/orang', label: w.tab.people, n: String(peopleOf(activities).length) },
    ...(may('programmes.read') ? [{ to: '/program', label: programmeWords[language].ofRelation, n: undefined }] : []),
    { to: '/mitra', label: sharingWords[language].tab, n: undefined },
    ...(may('ledger.read') ? [{ to: '/riwayat', label: w.tab.history, n: undefined }] : []),
  ]
  return (
    <div className="tabline">
      <nav className="tabs" ref={line} aria-label={w.parts}>
        {tabs.map(({ to, label, n }) => (
          <NavLink key={to} to={onSameDay(`/kerja-sama/${slug}${to}`, per)} end preventScrollReset>
            {label}
            {n !== undefined && <span className="n"> {n}</span>}
          </NavLink>
        ))}
      </nav>
      {process !== null && may('relations.mend') && (
        <p className="acts">
          <Link className="btn" to={`/kerja-sama/${slug}/catat`}>
            {w.record}
          </Link>
          <Link className="btn" to={`/kerja-sama/${slug}/kirim`}>
            {w.send}
          </Link>
        </p>
      )}
    </div>
  )
}

import { Link } from 'react-router'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'
import { usePer } from './use-per.ts'
import { words } from './messages/words.gen.ts'

/** From a cooperation to the lists that hold something of it, each narrowed to it; and what may be begun for it. */
export function Ways() {
  const { relation } = useRelationPage()
  const { language, may } = useVisitor()
  const { ways: w } = words[language]
  if (usePer() !== undefined) return null
  const of = `kerja-sama=${relation.id}`
  const ways = [
    { to: `/tindak-lanjut?${of}`, label: w.tasks, shown: may('followup.list') },
    { to: `/agenda?${of}`, label: w.agenda, shown: may('agenda.read') },
    { to: `/agenda?tampil=komitmen&${of}`, label: w.commitments, shown: may('agenda.read') },
    { to: `/surat?${of}`, label: w.mailIn, shown: may('letters.read') },
    { to: `/surat?bagian=keluar&${of}`, label: w.mailOut, shown: may('letters.read') },
    { to: `/pengaturan/kalender?${of}`, label: w.calendar, shown: may('calendar.follow') },
  ].filter(({ shown }) => shown)
  return (
    <nav className="acts gap3" aria-label={w.title}>
      {may('followup.mend') && (
        <Link className="btn sm" to={`/catat/tindak-lanjut?${of}`}>
          + {w.addTask}
        </Link>
      )}
      {ways.map(({ to, label }) => (
        <Link key={to} className="btn sm text" to={to}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

import { useState, type ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { isDate, type DateText } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { faultWord } from '../../../ui/controls/faults.ts'
import { useVisitor, VisitorProvider, type Visitor } from '../../../ui/controls/visitor.ts'
import { TextField } from '../../../ui/marks/field.tsx'
import { usePer } from './use-per.ts'
import { words } from './messages/words.gen.ts'

/** The page on another day: everything below is read for that day, and nothing on it can be changed. */
export function AsOf({ children }: { children: ReactNode }) {
  const visitor = useVisitor()
  const per = usePer()
  if (per === undefined) return children
  return <VisitorProvider value={onlyReading(visitor, per)}>{children}</VisitorProvider>
}

function onlyReading(visitor: Visitor, on: DateText): Visitor {
  return { ...visitor, on, may: (permission) => permission.endsWith('.read') && visitor.may(permission) }
}

/** Says that the page is shown as of another day, with the way back. */
export function AsOfLine() {
  const per = usePer()
  const { language } = useVisitor()
  const { pathname } = useLocation()
  const w = words[language].asOf
  if (per === undefined) return null
  return (
    <p className="note" role="note">
      <b>{w.shown({ date: formatDate(per, language) })}</b> {w.onlyRead} <Link to={pathname}>{w.back}</Link>
    </p>
  )
}

/** "Lihat keadaan per tanggal …", at the foot of the history. */
export function AsOfForm({ slug }: { slug: string }) {
  const { language, on } = useVisitor()
  const w = words[language].asOf
  const go = useNavigate()
  const [day, setDay] = useState<string>(on)
  const [tried, setTried] = useState(false)
  return (
    <form
      className="form after as-of"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isDate(day)) void go(`/kerja-sama/${slug}?per=${day}`)
      }}
    >
      <TextField
        id="per"
        type="date"
        short
        label={w.label}
        error={tried && !isDate(day) ? faultWord(language, 'not_a_date') : undefined}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <div className="acts">
        <button className="btn" type="submit">
          {w.look}
        </button>
      </div>
    </form>
  )
}

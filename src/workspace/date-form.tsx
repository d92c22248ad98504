import { useHref, useLocation } from 'react-router'
import { formatDate } from '../shared/format.ts'
import { useVisitor } from '../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

export const dateFieldId = 'tanggal'

/** The day this visitor looks at (demonstration only): a plain form, the server keeps the day in a cookie. */
export function DateForm() {
  const { language, on } = useVisitor()
  const w = words[language].shell
  const here = useHref(useLocation().pathname)
  return (
    <form method="get" action={here} className="f">
      <label htmlFor={dateFieldId}>{w.dateLabel}</label>
      <p className="hint" id="tanggal-h">
        {w.dateHint({ date: formatDate(on, language) })}
      </p>
      <div className="acts">
        <input
          className="in short"
          type="date"
          id={dateFieldId}
          name="tanggal"
          defaultValue={on}
          min="1990-01-01"
          max="2099-12-31"
          aria-describedby="tanggal-h"
        />
        <button type="submit" className="btn sm">
          {w.seeDate}
        </button>
        <a className="s" href={`${here}?tanggal=`}>
          {w.realToday}
        </a>
      </div>
    </form>
  )
}

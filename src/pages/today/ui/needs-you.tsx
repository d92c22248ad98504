import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { readToday } from '../contract.ts'
import { words } from '../messages/words.gen.ts'
import { tellLine } from './tell-line.ts'

export type TodayView = z.output<typeof readToday.output>

/** At most seven lines, each with its act; the rest is counted, and unfolds. */
export function NeedsYou({ today }: { today: Pick<TodayView, 'lines' | 'more'> }) {
  const language = useLanguage()
  const w = words[language]
  const [asksAll, setAsksAll] = useState(false)
  const { data: whole } = useQuery({ ...queryOf(readToday, { all: 'true' }), enabled: asksAll })
  const { lines, more } = asksAll && whole !== undefined ? whole : today
  return (
    <section className="sec strong">
      <h2>{w.needsYou}</h2>
      {lines.length === 0 && <p className="empty">{w.nothingNeeded}</p>}
      <ul className="todo">
        {lines.map((line) => {
          const { key, name, lang, text, to, act } = tellLine(line, language)
          return (
            <li key={key}>
              <p>
                <b>
                  <bdi lang={lang}>{name}</bdi>
                </b>
                {text}
              </p>
              <Link className="btn" to={to}>
                {act}
                <span className="vh">: {name}</span>
              </Link>
            </li>
          )
        })}
      </ul>
      {more > 0 && (
        <p>
          {asksAll && whole !== undefined ? (
            w.more({ n: more })
          ) : (
            <button type="button" className="btn text" aria-busy={asksAll} onClick={() => setAsksAll(true)}>
              {w.more({ n: more })}
            </button>
          )}
        </p>
      )}
    </section>
  )
}

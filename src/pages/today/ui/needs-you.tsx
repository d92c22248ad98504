import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { readToday } from '../contract.ts'
import { words } from '../messages/words.gen.ts'
import { LaterMenu, useBringBack } from './later-menu.tsx'
import { tellLine } from './tell-line.ts'

export type TodayView = z.output<typeof readToday.output>

/** At most seven lines, each with its act; the rest is counted, and unfolds. What was put off is counted below. */
export function NeedsYou({ today }: { today: Pick<TodayView, 'on' | 'lines' | 'more' | 'putOff'> }) {
  const language = useLanguage()
  const w = words[language]
  const [asksAll, setAsksAll] = useState(false)
  const [asksLater, setAsksLater] = useState(false)
  const { data: whole } = useQuery({ ...queryOf(readToday, { all: 'true' }), enabled: asksAll })
  const { lines, more } = asksAll && whole !== undefined ? whole : today
  return (
    <section className="sec strong">
      <h2>{w.needsYou}</h2>
      {lines.length === 0 && <p className="empty">{w.nothingNeeded}</p>}
      <ul className="todo">
        {lines.map((line) => (
          <TodoLine key={line.key} line={line} on={today.on} />
        ))}
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
      {today.putOff.length > 0 && (
        <p>
          <button
            type="button"
            className="btn text"
            aria-expanded={asksLater}
            onClick={() => setAsksLater((before) => !before)}
          >
            {asksLater ? w.later.hide : w.later.count({ n: today.putOff.length })}
          </button>
        </p>
      )}
      {asksLater && today.putOff.length > 0 && <PutOff putOff={today.putOff} on={today.on} />}
    </section>
  )
}

function TodoLine({ line, on }: { line: TodayView['lines'][number]; on: string }) {
  const language = useLanguage()
  const { key, name, lang, text, to, act } = tellLine(line, language, { on })
  return (
    <li>
      <p>
        <b>
          <bdi lang={lang}>{name}</bdi>
        </b>
        {text}
      </p>
      <div className="acts">
        <Link className="btn sm" to={to}>
          {act}
          <span className="vh">: {name}</span>
        </Link>
        <LaterMenu line={key} name={name} on={on} />
      </div>
    </li>
  )
}

/** What she put off and still waits, each with its day and the way back. */
function PutOff({ putOff, on }: Pick<TodayView, 'putOff' | 'on'>) {
  const language = useLanguage()
  const w = words[language].later
  const back = useBringBack()
  const { data } = useQuery(queryOf(readToday, { later: 'true' }))
  return (
    <ul className="todo">
      {(data?.lines ?? []).map((line) => {
        const { key, name, lang, text } = tellLine(line, language, { on })
        const untilOn = putOff.find((one) => one.line === key)?.untilOn
        return (
          <li key={key}>
            <p>
              <b>
                <bdi lang={lang}>{name}</bdi>
              </b>
              {text}{' '}
              {untilOn !== undefined && <span className="q">{w.on({ date: formatDate(untilOn, language) })}</span>}
            </p>
            <button type="button" className="btn sm" onClick={() => void back(key)}>
              {w.back}
              <span className="vh">: {name}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

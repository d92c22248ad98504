import type { ReactNode } from 'react'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { citationOf, dprdArticle, type DprdClock, type WorkingDays } from '../model.ts'
import { words } from './messages/words.gen.ts'

export interface ClockLineProps {
  language: Language
  clock: DprdClock
  /** How the region counts joint leave, to say so under the arithmetic; left out, nothing is said. */
  cutiBersamaCounts?: boolean
  /** Beside a clock that cannot be counted: the act that records the day of receipt. */
  children?: ReactNode
}

/** The council's time in one line, and how it was counted to unfold; works without script. */
export function ClockLine({ language, clock, cutiBersamaCounts, children }: ClockLineProps) {
  const w = words[language].clock
  const { receivedOn, count } = clock
  return (
    <div className="clock">
      <Head language={language} clock={clock} />
      {receivedOn !== undefined && (
        <p className="q">
          {w.answer({ article: citationOf(dprdArticle) })} {w.received({ day: whole(receivedOn, language) })}
        </p>
      )}
      {clock.state === 'overdue' && <p className="q">{w.silence}</p>}
      {count?.isProvisional && <p className="q">{w.provisional({ years: count.openYears.join(', ') })}</p>}
      {count && (
        <details>
          <summary>{w.how}</summary>
          <p>{countSentence(language, count)}</p>
          <Arithmetic language={language} count={count} />
          {cutiBersamaCounts !== undefined && <p className="q s">{w.leave[cutiBersamaCounts ? 'worked' : 'free']}</p>}
        </details>
      )}
      {children}
    </div>
  )
}

/** "45 hari kerja sejak 5 Januari 2026: jatuh 12 Maret 2026". */
export function countSentence(language: Language, { after, days, dueOn }: WorkingDays): string {
  const [received, due] = [formatDate(after, language), formatDate(dueOn, language)]
  return words[language].clock.sentence({ days, received, due })
}

/** What is left, in words: "sisa 45 hari kerja", "hari terakhir", "belum dijawab, lewat 15 hari kerja". */
export function timeLeft(language: Language, { state, daysLeft = 0 }: DprdClock): string | undefined {
  const w = words[language].clock
  if (state === 'overdue') return w.overdue({ n: 0 - daysLeft })
  if (state !== 'running') return undefined
  return daysLeft === 0 ? w.lastDay : w.left({ n: daysLeft })
}

function Head({ language, clock }: Pick<ClockLineProps, 'language' | 'clock'>) {
  const w = words[language].clock
  const { state, dueOn, endedOn } = clock
  const due = dueOn && formatDate(dueOn, language)
  if (state === 'ended' && endedOn !== undefined) {
    return (
      <p>
        <b>{w.ended({ day: formatDate(endedOn, language) })}</b> {due && <span>{w.limitWas({ day: due })}</span>}
      </p>
    )
  }
  if (due === undefined) return <p className="q">{w.cannotCount}</p>
  return (
    <p>
      <b>{due}</b> <span className="left">{timeLeft(language, clock)}</span>
    </p>
  )
}

function Arithmetic({ language, count }: { language: Language; count: WorkingDays }) {
  const w = words[language].clock
  const { after, days, dueOn, weekends, weekendsOnlyOn, holidays } = count
  const rows = [
    { key: after, what: w.row.received, value: formatDate(after, language) },
    { key: 'weekends', what: w.row.weekends, value: w.days({ n: weekends }) },
    { key: 'plain', what: w.row.weekendsOnly({ days }), value: formatDate(weekendsOnlyOn, language) },
    ...holidays.map(({ day, name }) => ({
      key: `holiday ${day}`,
      // The table of the region names its holidays in Indonesian.
      what: (
        <>
          <span lang="id">{name}</span>, {formatDate(day, language)}
        </>
      ),
      value: w.plusOne,
    })),
  ]
  return (
    <table className="sum">
      <tbody>
        {rows.map(({ key, what, value }) => (
          <tr key={key}>
            <td>{what}</td>
            <td>{value}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{w.row.due}</th>
          <td>{formatDate(dueOn, language)}</td>
        </tr>
      </tbody>
    </table>
  )
}

const whole = (day: string, language: Language): string => formatDate(day, language, { weekday: true })

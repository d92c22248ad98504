import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, isDate, weekdayOf, type DateText } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { newId } from '../../../shared/ids.ts'
import { bringBack, putOff } from '../../../slices/notices/contract.ts'
import { putOffFault } from '../../../slices/notices/model.ts'
import { asApiFailure, call } from '../../../ui/controls/call.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { Menu } from '../../../ui/controls/menu.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words } from '../messages/words.gen.ts'

/** Lets a line be shown again, says so, and reads the day anew. */
export function useBringBack(): (line: string) => Promise<void> {
  const w = words[useLanguage()].later
  const queries = useQueryClient()
  return async (line) => {
    try {
      await call(bringBack, { act: newId(), line })
      say({ text: w.shown })
    } catch (error) {
      say({ text: asApiFailure(error).message })
    }
    await queries.invalidateQueries()
  }
}

/** "Nanti": the line is there again tomorrow, next week, next month or on a chosen day; with the way back at once. */
export function LaterMenu({ line, name, on }: { line: string; name: string; on: DateText }) {
  const language = useLanguage()
  const w = words[language].later
  const queries = useQueryClient()
  const back = useBringBack()
  const [day, setDay] = useState('')
  const [act, setAct] = useState(newId)
  const put = async (untilOn: DateText) => {
    try {
      await call(putOff, { act, line, untilOn })
      say({ text: w.done({ date: formatDate(untilOn, language) }), act: { label: w.undo, run: () => void back(line) } })
      await queries.invalidateQueries()
    } catch (error) {
      const { message, code } = asApiFailure(error)
      say({ text: message, ...(code === 'lost' && { act: { label: w.button, run: () => void put(untilOn) } }) })
    }
    setAct(newId())
  }
  const monday = addDays(on, 7 - ((weekdayOf(on) + 6) % 7))
  const isGood = isDate(day) && putOffFault(day, on) === undefined
  return (
    <Menu
      label={
        <>
          {w.button}
          <span className="vh">: {name}</span>
        </>
      }
    >
      <p className="s q">{w.title}</p>
      {(
        [
          [w.tomorrow, addDays(on, 1)],
          [w.week, monday],
          [w.month, addDays(on, 30)],
        ] as const
      ).map(([label, untilOn]) => (
        <button key={label} type="button" className="btn sm" onClick={() => void put(untilOn)}>
          {label} <span className="q">{formatDate(untilOn, language, { short: true })}</span>
        </button>
      ))}
      <DayField id={`later-${line}`} label={w.day} value={day} onDay={setDay} />
      {isGood && (
        <button type="button" className="btn sm" onClick={() => void put(day)}>
          {w.until}
        </button>
      )}
    </Menu>
  )
}

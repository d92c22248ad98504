import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { languageOfName, nameIn } from '../../../shared/names.ts'
import { listForeignHolidays, restoreForeignHoliday, setForeignHoliday } from '../../../slices/reference/contract.ts'
import { countryName, foreignCountries, type ForeignCountry } from '../../../slices/reference/model.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { AddForeignHoliday } from './add-foreign-holiday.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

type Day = Awaited<ReturnType<typeof listForeignHolidays.output.parse>>['rows'][number]

/** The days off of Japan and Korea in a year, as delivered and as the region changed them. */
export function ForeignHolidays({ year, mayMend }: { year: number; mayMend: boolean }) {
  const { language } = useVisitor()
  const w = words[language]
  const [country, setCountry] = useState<ForeignCountry>('JP')
  const { data, error, refetch } = useQuery(queryOf(listForeignHolidays, { country, year }))
  return (
    <section className="sec after" aria-labelledby="foreign">
      <h2 id="foreign">{w.foreign.title}</h2>
      <p className="q">{w.foreign.intro}</p>
      <div className="chips gap" role="group" aria-label={w.foreign.country}>
        {foreignCountries.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={one === country}
            onClick={() => setCountry(one)}
          >
            {countryName(language, one)}
          </button>
        ))}
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data?.rows.length === 0 && <p className="q gap">{w.foreign.none({ year: String(year) })}</p>}
      {data !== undefined && data.rows.length > 0 && (
        <ul className="rows" aria-label={`${w.foreign.title}: ${countryName(language, country)}`}>
          {data.rows.map((day) => (
            <DayLine key={day.day} day={day} mayMend={mayMend} />
          ))}
        </ul>
      )}
      {mayMend && data !== undefined && <AddForeignHoliday key={country} country={country} rows={data.rows} />}
    </section>
  )
}

function DayLine({ day, mayMend }: { day: Day; mayMend: boolean }) {
  const { language } = useVisitor()
  const w = words[language].foreign
  const { own, dropped, certain, country } = day
  const key = `${country}-${day.day}`
  const setting = useSettledAct(setForeignHoliday, { key, said: w.saved })
  const restoring = useSettledAct(restoreForeignHoliday, { key, said: w.saved })
  const name = nameIn(language, day)
  const state = dropped ? w.dropped : own !== null ? w.own : certain ? '' : w.open
  return (
    <li>
      <span className="day">{formatDate(day.day, language, { weekday: true })}</span>
      <bdi lang={languageOfName(language, day)}>{name}</bdi>
      <span className="s q">{state}</span>
      {mayMend && (
        <span>
          {own === null ? (
            <button
              type="button"
              className="btn sm text"
              aria-busy={setting.busy}
              onClick={() => void setting.send({ country, day: day.day, name: null, rev: 0 })}
            >
              {w.drop}
              <span className="vh">: {name}</span>
            </button>
          ) : (
            <button
              type="button"
              className="btn sm text"
              aria-busy={restoring.busy}
              onClick={() => void restoring.send(own)}
            >
              {w.restore}
              <span className="vh">: {name}</span>
            </button>
          )}
          <FailureNotice acting={setting} />
          <FailureNotice acting={restoring} />
        </span>
      )}
    </li>
  )
}

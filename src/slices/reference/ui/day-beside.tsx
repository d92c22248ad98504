import { useQuery } from '@tanstack/react-query'
import { clockIn, isDate } from '../../../shared/dates.ts'
import { formatDate, formatTime } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { nameIn } from '../../../shared/names.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { readDay } from '../contract.ts'
import { foreignCountries, type DayInCountry } from '../model.ts'
import { words } from './messages/words.gen.ts'

const clocks = { JP: 'JST', KR: 'KST' } as const

export type DayBesideProps = {
  /** A whole day; of anything else nothing is said. */
  day: string
  /** 'HH:MM' in the region's zone. */
  time?: string | undefined
  /** Countries of the partners, as ISO 3166 codes; those with a table stand beside Indonesia. */
  countries?: readonly string[] | undefined
  /** Nobody said which countries it is about: of Japan and Korea their days off are told, and nothing else. */
  abroad?: boolean
}

/** What a chosen day is here and where the guests come from, and what their clocks show. It only tells. */
export function DayBeside({ day, time, countries = [], abroad = false }: DayBesideProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  const beside = foreignCountries.filter((country) => abroad || countries.includes(country))
  const isWhole = isDate(day)
  const { data } = useQuery({
    ...queryOf(readDay, { day, countries: beside.join(',') }),
    enabled: isWhole && may('reference.read'),
  })
  if (!isWhole) return null
  const shown = (data?.countries ?? []).filter((one) => !abroad || one.country === 'ID' || one.state === 'off')
  const isTime = time !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  return (
    <div className="s q" role="status" aria-label={w.label}>
      <p>{formatDate(day, language, { weekday: true })}</p>
      {shown.map((one) => (
        <p key={one.country} className={one.state === 'working' ? undefined : 'st-wait'}>
          {w.line({ country: w.of[country(one)], state: stateOf(one, language) })}
        </p>
      ))}
      {data !== undefined &&
        isTime &&
        beside.map((one) => {
          const there = clockIn({ date: day, time }, { from: data.zone, to: clocks[one] })
          const on = there.date === day ? '' : ` (${formatDate(there.date, language)})`
          return (
            <p key={one}>
              {w.clock({
                here: formatTime(time, data.zone, language),
                there: formatTime(there.time, clocks[one], language) + on,
              })}
            </p>
          )
        })}
    </div>
  )
}

const country = (one: Pick<DayInCountry, 'country'>) => one.country.toLowerCase() as 'id' | 'jp' | 'kr'

type DayTold = Pick<DayInCountry, 'state' | 'provisional'> & {
  holidays: readonly Pick<DayInCountry['holidays'][number], 'name' | 'names'>[]
}

function stateOf({ state, provisional, holidays }: DayTold, language: Language): string {
  const w = words[language]
  const names = [...new Set(holidays.map((holiday) => nameIn(language, holiday)))].join(' · ')
  const said = state === 'off' ? w.state.off({ name: names }) : w.state[state]
  return provisional && state !== 'unknown' ? w.provisional({ state: said }) : said
}

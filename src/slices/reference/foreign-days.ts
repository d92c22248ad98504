import { readFileSync } from 'node:fs'
import type { DateText } from '../../shared/dates.ts'
import { languages } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'
import { foreignCountries, type ForeignCountry } from './model.ts'

// Typed by us: for Japan counted from its law (its equinoxes are fixed each February of the year before), for Korea from
// the rule on public holidays with its substitutes. Nobody has held them against what both governments publish, so every
// day is marked M; `certain: no` stands where even the rule leaves it open (lunar days not yet announced, new laws).
const years = [2025, 2026, 2027]

type HolidayId = keyof (typeof words)['id']['foreignHoliday']

/** A day off of another country as it is delivered; the region's own table may say otherwise. */
export interface DeliveredDay {
  country: ForeignCountry
  day: DateText
  name: string
  names: Record<string, string>
  certain: boolean
  /** The law it is counted from, in the country's own language. */
  basis: string
}

function readTable(country: ForeignCountry, year: number): DeliveredDay[] {
  const text = readFileSync(new URL(`holidays-${country.toLowerCase()}-${year}.csv`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [day = '', holiday = '', certain, basis = ''] = line.split(',')
      const nameIn = (language: (typeof languages)[number]) => words[language].foreignHoliday[holiday as HolidayId]
      const names = Object.fromEntries(
        languages.filter((language) => language !== 'id').map((one) => [one, nameIn(one)]),
      )
      return { country, day, name: nameIn('id'), names, certain: certain === 'yes', basis }
    })
}

/** The days off of Japan and Korea that the product brings, in their order. */
export const deliveredDays: readonly DeliveredDay[] = foreignCountries.flatMap((country) =>
  years.flatMap((year) => readTable(country, year)),
)

/** Whether a year's table is delivered at all. */
export function isDelivered(year: number): boolean {
  return years.includes(year)
}

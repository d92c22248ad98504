import { useQuery } from '@tanstack/react-query'
import { isDate, weekdayOf } from '../../../../shared/dates.ts'
import { formatDate } from '../../../../shared/format.ts'
import { nameIn } from '../../../../shared/names.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { readDay } from '../../contract.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { weekdays } from '../../model.ts'
import { words } from './messages/words.gen.ts'

/** "Minggu, 20 Desember 2026 hari Minggu." or which holiday it is; undefined on a working day, or before it is known. */
export function useDayOff(day: string | undefined): string | undefined {
  const language = useLanguage()
  const isAsked = day !== undefined && isDate(day)
  const { data } = useQuery({ ...queryOf(readDay, { day: day ?? '' }), enabled: isAsked })
  if (!isAsked || data?.off === undefined) return undefined
  const w = words[language].off
  const date = formatDate(day, language)
  const { names } = data.off
  if (names.length > 0) return w.holiday({ date, names: names.map((name) => nameIn(language, name)).join(', ') })
  const weekday = weekdays[weekdayOf(day)]
  return weekday && w.weekend({ date, weekday: agendaWords[language].weekday[weekday] })
}

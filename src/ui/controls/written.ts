import { toLocalTime } from '../../shared/dates.ts'
import { formatDate, formatTime } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'

/** An instant as an office in western Indonesia reads it: '21 November 2026, 09.12 WIB'. */
export function writeInstant(instant: string, language: Language): string {
  const { date, time } = toLocalTime(instant, 'WIB')
  const between = language === 'ja' || language === 'ko' ? ' ' : ', '
  return formatDate(date, language) + between + formatTime(time, 'WIB', language)
}

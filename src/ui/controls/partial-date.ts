/** What stands in the three inputs of a date. */
export interface DateInputs {
  day: string
  month: string
  year: string
}

/** The three inputs as one text, just as they were typed: '2025-7-24', '2023--', '' for nothing at all. */
export function joinDate({ day, month, year }: DateInputs): string {
  return day === '' && month === '' && year === '' ? '' : `${year}-${month}-${day}`
}

/** The other way round; takes a partial date of the product too. */
export function splitDate(text: string): DateInputs {
  const [year = '', month = '', day = ''] = text.split('-')
  return { day, month, year }
}

/**
 * What was typed as a partial date of the product: '2025-07-24', '2023'; undefined for nothing. What is no date stays
 * as it was typed, and the server says so.
 */
export function dateTyped(text: string): string | undefined {
  const { day, month, year } = splitDate(text)
  if (day === '' && month === '' && year === '') return undefined
  const isDate = year.length === 4 && (day === '' || month !== '')
  return isDate ? [year, month, day].filter((part) => part !== '').map((part) => part.padStart(2, '0')).join('-') : text // prettier-ignore
}

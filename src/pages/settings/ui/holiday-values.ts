import type { z } from 'zod'
import type { HolidayKind } from '../../../slices/reference/model.ts'
import type { listHolidays } from '../../../slices/reference/contract.ts'

export type HolidayRow = z.output<(typeof listHolidays)['output']>['rows'][number]
export type HolidayYear = z.output<(typeof listHolidays)['output']>['years'][number]

/** What the form of a day off holds. */
export type HolidayValues = { day: string; kind: HolidayKind; name: string; basis: string }

export const holidayDraftKey = (id: string) => `settings/holiday/${id}`

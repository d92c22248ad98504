import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { queryOf } from '../../../../ui/controls/query.ts'
import { readSummary } from '../../contract.ts'
import { useActivity, type ActivityView } from '../use-activity.ts'

export type MinutesView = z.output<typeof readSummary.output>

/** The summary of the activity that the address names, and the activity. */
export function useMinutes(): { activity: ActivityView; minutes: MinutesView } {
  const activity = useActivity()
  return { activity, minutes: useSuspenseQuery(queryOf(readSummary, { id: activity.id })).data }
}

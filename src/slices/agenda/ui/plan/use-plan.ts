import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { queryOf } from '../../../../ui/controls/query.ts'
import { readPlan } from '../../contract.ts'

export type PlanView = z.output<typeof readPlan.output>

/** How an activity is prepared; its route has read it ahead. */
export function usePlan(id: string): PlanView {
  return useSuspenseQuery(queryOf(readPlan, { id })).data
}

import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { z } from 'zod'
import { queryOf } from '../../../ui/controls/query.ts'
import { readActivity } from '../contract.ts'

export type ActivityView = z.output<typeof readActivity.output>

/** The activity that the address names; the route has read it ahead. */
export function useActivity(): ActivityView {
  const { slug = '' } = useParams()
  return useSuspenseQuery(queryOf(readActivity, { slug })).data
}

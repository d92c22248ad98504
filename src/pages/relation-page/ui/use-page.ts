import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { z } from 'zod'
import { queryOf } from '../../../ui/controls/query.ts'
import { readRelationPage } from '../contract.ts'
import { perInput, usePer } from './use-per.ts'

export type RelationPageView = z.output<typeof readRelationPage.output>
export type ActivityView = RelationPageView['activities'][number]

/** All of the relation's page that the address names; the route has read it ahead. */
export function useRelationPage(): RelationPageView {
  const { slug = '' } = useParams()
  const per = usePer()
  return useSuspenseQuery(queryOf(readRelationPage, { slug, ...perInput(per) })).data
}

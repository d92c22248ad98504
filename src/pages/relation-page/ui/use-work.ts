import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { readNextStep, readWork } from '../../../slices/relations/contract.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useRelationPage } from './use-page.ts'
import { perInput, usePer } from './use-per.ts'

export type WorkView = z.output<typeof readWork.output>

/** What is recorded of the running process, and what the law still wants. */
export function useWork(): WorkView {
  const { relation } = useRelationPage()
  const per = usePer()
  return useSuspenseQuery(queryOf(readWork, { id: relation.id, ...perInput(per) })).data
}

/** What follows for this relation, or since when nothing is set. */
export function useNextStep() {
  const { relation } = useRelationPage()
  const per = usePer()
  return useSuspenseQuery(queryOf(readNextStep, { id: relation.id, ...perInput(per) })).data
}

import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { type Acting, useAct } from '../../../ui/controls/act.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'

interface Options<Output extends z.ZodType> {
  key: string
  /** What is said once it is done, with [Urungkan]. */
  said: string
  after?: (answer: z.output<Output>) => void
}

/** An act of this part: once done it says so, shuts its form, and everything is read again. */
export function useSaved<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output, 'POST'>,
  { key, said, after }: Options<Output>,
): Acting<Omit<z.input<Input>, 'act'>> {
  const queries = useQueryClient()
  const sayDone = useSayDone()
  return useAct(endpoint, {
    key,
    async done(answer, act) {
      after?.(answer)
      sayDone(said, act)
      await queries.invalidateQueries()
    },
  })
}

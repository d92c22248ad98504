import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { type Acting, useAct } from '../../../ui/controls/act.ts'

type Asked<Input extends z.ZodType> = Omit<z.input<Input>, 'act'>

/** An act of the settings: once done it says so with [Urungkan], shuts its form, and everything is read again. */
export function useSettledAct<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output, 'POST'>,
  { key, said, after }: { key: string; said: string; after?: () => void },
): Acting<Asked<Input>> {
  const queries = useQueryClient()
  const sayDone = useSayDone()
  return useAct(endpoint, {
    key,
    async done(_, act) {
      after?.()
      sayDone(said, act)
      await queries.invalidateQueries()
    },
  })
}

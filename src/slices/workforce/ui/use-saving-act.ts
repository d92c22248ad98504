import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { type Acting, useAct } from '../../../ui/controls/act.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'

interface Options<Output extends z.ZodType> {
  key: string
  /** What is said once it is done, with [Urungkan]. */
  said: string
  after?: (answer: z.output<Output>) => void
}

/** An act of this part: once done it shuts its form, says so, and everything is read again. */
export function useSavingAct<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output, 'POST'>,
  { key, said, after }: Options<Output>,
): Acting<Omit<z.input<Input>, 'act'>> {
  const saved = useSaved()
  return useAct(endpoint, {
    key,
    async done(answer, act) {
      after?.(answer)
      await saved(said, act)
    },
  })
}

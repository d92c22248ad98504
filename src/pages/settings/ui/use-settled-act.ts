import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { type Acting, useAct } from '../../../ui/controls/act.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { readEffect } from './clock-effect.ts'
import { words } from './messages/words.gen.ts'

type Asked<Input extends z.ZodType> = Omit<z.input<Input>, 'act'>

interface SettledOptions<Output extends z.ZodType> {
  key: string
  /** What is said once it is done. */
  said: string
  after?: (answer: z.output<Output>) => void
  /** It changes the days off, so it also says how many limits moved. */
  movesClocks?: boolean
}

/** An act of the settings: once done it says so with [Urungkan], shuts its form, and everything is read again. */
export function useSettledAct<Input extends z.ZodType<{ act: string }>, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output, 'POST'>,
  { key, said, after, movesClocks = false }: SettledOptions<Output>,
): Acting<Asked<Input>> {
  const { holidays: w } = words[useLanguage()]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  return useAct(endpoint, {
    key,
    async done(answer, act) {
      after?.(answer)
      const moved = movesClocks ? await readEffect(queries) : undefined
      sayDone(moved === undefined ? said : `${said} ${w.moved({ n: moved })}`, act)
      await queries.invalidateQueries()
    },
  })
}

import { useQueryClient } from '@tanstack/react-query'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'

/** What every act on a follow-up ends with: says it with the way back, and reads again what is on screen. */
export function useSettled(): (text: string, act: string) => Promise<void> {
  const queries = useQueryClient()
  const sayDone = useSayDone()
  return async (text, act) => {
    sayDone(text, act)
    await queries.invalidateQueries()
  }
}

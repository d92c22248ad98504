import { useQueryClient } from '@tanstack/react-query'
import { useSayDone } from '../../ledger/ui/use-undo.ts'

/** What every act on an exchange ends with: says it with the way back, and reads the page again. */
export function useSaved(): (text: string, act: string) => Promise<void> {
  const queries = useQueryClient()
  const sayDone = useSayDone()
  return async (text, act) => {
    sayDone(text, act)
    await queries.invalidateQueries()
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useSayDone } from './use-undo.ts'

/** What an act of a page ends with: says it with the way back, and reads everything again. */
export function useSaved(): (text: string, act: string) => Promise<void> {
  const queries = useQueryClient()
  const sayDone = useSayDone()
  return async (text, act) => {
    sayDone(text, act)
    await queries.invalidateQueries()
  }
}

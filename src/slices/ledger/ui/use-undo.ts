import { useQueryClient } from '@tanstack/react-query'
import { newId } from '../../../shared/ids.ts'
import { asApiFailure, call } from '../../../ui/controls/call.ts'
import { isUnsent } from '../../../ui/controls/intents.ts'
import { say } from '../../../ui/controls/toasts.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { undoAct } from '../contract.ts'
import { words } from './messages/words.gen.ts'

/** Undoes an act and says how it went. Undo is an act of its own; a lost line offers the same act again. */
export function useUndo(): (undone: string) => Promise<void> {
  const w = words[useLanguage()].undo
  const queries = useQueryClient()
  const undo = async (undone: string, act: string) => {
    try {
      await call(undoAct, { act, id: undone })
      say({ text: w.done })
    } catch (error) {
      const failure = asApiFailure(error)
      const again = { label: w.again, run: () => void undo(undone, act) }
      say(
        isUnsent(failure.code)
          ? { text: w.unsent, act: again }
          : { text: failure.code === 'stale' ? w.touched : failure.message || w.refused },
      )
    }
    await queries.invalidateQueries()
  }
  return async (undone) => await undo(undone, newId())
}

/** Says what was saved, with [Urungkan]. */
export function useSayDone(): (text: string, act: string) => void {
  const w = words[useLanguage()].undo
  const undo = useUndo()
  return (text, act) => say({ text, act: { label: w.undo, run: () => void undo(act) } })
}

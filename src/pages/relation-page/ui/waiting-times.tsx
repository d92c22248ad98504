import type { WaitingTime } from '../../../slices/procedures/model.ts'
import { waitingSentence } from '../../../slices/procedures/ui/held.ts'
import { words as lawWords } from '../../../slices/procedures/ui/messages/words.gen.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useWork } from './use-work.ts'

/** How long each holder had it on the table, over all rounds. */
export function WaitingTimes() {
  const { waiting } = useWork()
  const language = useLanguage()
  if (waiting.length === 0) return null
  return (
    <div className="gap3">
      <h3>{lawWords[language].waiting.title}</h3>
      <ul>
        {waiting.map((time) => (
          <li key={time.holder}>{waitingSentence(language, time as WaitingTime)}</li>
        ))}
      </ul>
    </div>
  )
}

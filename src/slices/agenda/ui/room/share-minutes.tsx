import { useState } from 'react'
import { formatDate } from '../../../../shared/format.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { ShareLink } from '../../../links/ui/share-link.tsx'
import { shareSummary } from '../../contract.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { sharableTasks, type SharedTask } from '../../summary-model.ts'
import type { MinutesView } from './use-minutes.ts'
import { words } from './messages/words.gen.ts'

export type ShareMinutesProps = { minutes: MinutesView; id: string; party: string }

/** Hands a summary out, and says what its link shows: the text as it stands, and of what follows only what is ticked. */
export function ShareMinutes({ minutes, id, party }: ShareMinutesProps) {
  const language = useLanguage()
  const { shares: w } = words[language].sum
  const [ticked, setTicked] = useState<string[]>([])
  const choices = sharableTasks(minutes.tasks)
  const tasks = choices.map((choice) => choice.id).filter((choice) => ticked.includes(choice))
  const read = ({ what, unit, dueOn }: SharedTask) => {
    const until = dueOn && agendaWords[language].room.until({ date: formatDate(dueOn, language) })
    return [what, unit, until].filter((part) => part !== undefined).join(' · ')
  }
  return (
    <>
      <p className="gap">{w.text({ n: minutes.version })}</p>
      {choices.length === 0 ? (
        <p className="q">{w.none}</p>
      ) : (
        <fieldset className="f plain after">
          <legend>{w.tasks}</legend>
          <p className="hint">{w.hint}</p>
          {choices.map(({ id: task, task: shown }) => (
            <label key={task} className="pick">
              <input
                type="checkbox"
                checked={ticked.includes(task)}
                onChange={({ target: { checked } }) =>
                  setTicked(checked ? [...ticked, task] : ticked.filter((other) => other !== task))
                }
              />{' '}
              <bdi>{read(shown)}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <div className="after">
        <ShareLink endpoint={shareSummary} id={id} party={party} more={{ tasks }} />
      </div>
    </>
  )
}

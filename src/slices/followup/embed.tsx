import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'
import { holderText, type FollowUp } from './model.ts'

type Told = Partial<Pick<FollowUp, 'what' | 'reason' | 'owner' | 'unit' | 'member' | 'dueOn' | 'origin' | 'fromOn'>>

/** A next step as it is said: the reason, or what is done by whom until when; without `what` where that stands already. */
export function NextStepLine({ step, language }: { step: Told; language: Language }) {
  const w = words[language]
  const { what, reason, dueOn, origin, fromOn } = step
  if (reason !== undefined) return w.reason[reason]
  const by = holderText(step, w.comma) ?? ''
  const until = dueOn === undefined ? w.noDate : w.due({ date: formatDate(dueOn, language) })
  return (
    <>
      {what !== undefined && <bdi>{what}</bdi>}
      <span className="q">
        {what !== undefined && ' · '}
        {by !== '' && (
          <>
            <bdi>{by}</bdi>
            {' · '}
          </>
        )}
        {origin !== undefined && fromOn !== undefined && (
          <>{w.since({ origin: w.origin[origin], date: formatDate(fromOn, language) })} · </>
        )}
        {until}
      </span>
    </>
  )
}

import { isDate } from '../../../shared/dates.ts'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { stageIds, type HolderId, type StageId } from '../../../slices/procedures/model.ts'
import { deskSentence } from '../../../slices/procedures/ui/held.ts'
import { words as relationWords } from '../../../slices/relations/messages/words.gen.ts'
import type { Status as StatusId } from '../../../slices/relations/model.ts'
import { stagePlace } from '../../../slices/relations/ui/view.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { Status } from '../../../ui/marks/status.tsx'
import { LastAndNext } from './no-procedure.tsx'
import { Rail } from './rail.tsx'
import { Unnamed } from './unnamed.tsx'
import { useRelationPage } from './use-page.ts'
import { useWork } from './use-work.ts'
import { words } from './messages/words.gen.ts'

/** How far it is: status word, stage and silence over the rail; without a procedure the word that its texts make, and the last activity. */
export function Standing() {
  const { relation, silentDays } = useRelationPage()
  const { steps } = useWork()
  const language = useLanguage()
  const w = words[language]
  const { status, stage, process } = relation
  if (process === null || status === null || !isStage(stage)) {
    return (
      <>
        {status !== null && (
          <p>
            <StatusOf status={status} />
          </p>
        )}
        <LastAndNext />
        {relation.partner === null && <Unnamed />}
      </>
    )
  }
  const place = stagePlace(stage)
  // On whose table it lies now: whoever was sent something and has not answered; otherwise the region itself.
  const out = steps.findLast(({ state, toOn }) => state === 'waiting' && toOn === null)
  return (
    <Rail
      process={process}
      status={<StatusOf status={status} />}
      sentence={
        <>
          {place !== undefined && w.stagePlace(place)}
          {' · '}
          {out === undefined ? deskSentence(language, 'pemda') : deskSentence(language, out.holder as HolderId)}
          {silentDays !== undefined && (
            <>
              {' · '}
              <span className="st-wait">{silence(language, { days: silentDays, lastOn: relation.lastOn ?? '' })}</span>
            </>
          )}
        </>
      }
    />
  )
}

/** Of a month or a year nobody told the day: no number of days follows from it. */
function silence(language: Language, { days, lastOn }: { days: number; lastOn: string }): string {
  const w = words[language]
  return isDate(lastOn)
    ? w.silent({ days: formatNumber(days, language) })
    : w.silentSince({ date: formatDate(lastOn, language) })
}

function StatusOf({ status }: { status: StatusId }) {
  const word = relationWords[useLanguage()].status[status]
  return <Status word={word} tone={status === 'not_continued' ? 'loss' : 'plain'} />
}

function isStage(stage: string | null): stage is StageId {
  return stageIds.some((id) => id === stage)
}

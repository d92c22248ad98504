import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, formatList } from '../../../../shared/format.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { ConfirmDialog } from '../../../../ui/controls/confirm-dialog.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { announceResult, openJudging, unsealSheets } from '../../judging-contract.ts'
import type { JudgingProps } from './judging-part.tsx'
import { words } from './messages/words.gen.ts'
import { StaleNotice } from './stale-notice.tsx'

const endpoints = { open: openJudging, unseal: unsealSheets, announce: announceResult } as const

/** The next step of judging as one button: it says what follows from it, and what it still lacks. */
export function StepOf({ step, contest, judging }: JudgingProps & { step: keyof typeof endpoints }) {
  const language = useLanguage()
  const w = words[language].part
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [asks, setAsks] = useState(false)
  const said = { open: w.opened, unseal: w.unsealed, announce: w.announcedToast }[step]
  const label = { open: w.open, unseal: w.unseal, announce: w.announce }[step]
  const sure = { open: w.openSure({ n: judging.rules?.version ?? 1 }), unseal: w.sealed, announce: w.announceSure }[
    step
  ]
  const acting = useAct(endpoints[step] as typeof openJudging, {
    key: `${contest.id}/${step}`,
    async done(_, act) {
      sayDone(said, act)
      await queries.invalidateQueries()
    },
  })
  const lacks = step === 'open' ? judging.obstacles : []
  const missing = (acting.failure?.details.missing ?? []) as { what?: string; on?: string | null; missing?: number }[]
  const day = missing.find(({ what }) => what === 'announce_on')?.on
  const due = missing.find(({ what }) => what === 'sheets')?.missing
  return (
    <div className="gap3">
      {step !== 'unseal' && <p className="s">{sure}</p>}
      {lacks.length > 0 && (
        <p className="st-wait">
          {w.needs({
            what: formatList(
              lacks.map((each) => w.obstacle[each]),
              language,
            ),
          })}
        </p>
      )}
      {step === 'announce' && judging.announceOn !== null && (
        <p className="s">{w.announceOn({ day: formatDate(judging.announceOn, language) })}</p>
      )}
      <p className="acts">
        <button type="button" className="btn go" aria-busy={acting.busy} onClick={() => setAsks(true)}>
          {label}
        </button>
      </p>
      {asks && (
        <ConfirmDialog
          title={label}
          text={sure}
          stay={w.cancel}
          go={label}
          onStay={() => setAsks(false)}
          onGo={() => {
            setAsks(false)
            void acting.send({ id: contest.id, rev: judging.rev })
          }}
        />
      )}
      {day !== undefined && day !== null && <p role="alert">{w.notYetDay({ day: formatDate(day, language) })}</p>}
      {due !== undefined && <p role="alert">{w.notYet({ n: due })}</p>}
      <StaleNotice acting={acting} />
      <FailureNotice acting={acting} />
    </div>
  )
}

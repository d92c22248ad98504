import { useQuery } from '@tanstack/react-query'
import { mendRegion, readRegion } from '../../../slices/reference/contract.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

/** Whether the clocks of this region count days of joint leave; it moves every open date, so it says which way. */
export function JointLeave({ mayMend }: { mayMend: boolean }) {
  const w = words[useLanguage()].holidays
  const { data: region } = useQuery(queryOf(readRegion, {}))
  const said = region?.cutiBersamaCounts === true ? w.leaveOffSaid : w.leaveWorkSaid
  const mending = useSettledAct(mendRegion, { key: 'joint-leave', said, movesClocks: true })
  if (region === undefined) return null
  const { cutiBersamaCounts: counts, rev } = region
  return (
    <section className="sec after">
      <h2>{w.leaveTitle}</h2>
      <p>{counts ? w.leaveWork : w.leaveOff}</p>
      {mayMend && (
        <p className="acts gap">
          <button
            type="button"
            className="btn sm"
            aria-busy={mending.busy}
            onClick={() => void mending.send({ rev, cutiBersamaCounts: !counts })}
          >
            {counts ? w.makeLeaveOff : w.makeLeaveWork}
          </button>
        </p>
      )}
      {mending.failure?.code === 'stale' ? <p role="alert">{w.leaveStale}</p> : <FailureNotice acting={mending} />}
    </section>
  )
}

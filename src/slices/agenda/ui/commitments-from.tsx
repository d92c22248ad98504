import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { addCommitment } from '../contract.ts'
import { commitmentSides } from '../model.ts'
import { useCommitmentsOf } from './commitments.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export type FromStatementProps = { activity: string; statement: { id: string; words: string } }

/** [Jadikan komitmen]: by one press, with words, voice and source of the statement. Whose a typed name is has to be asked. */
export function FromStatement({ activity, statement }: FromStatementProps) {
  const { commitments: w } = words[useLanguage()]
  const saved = useSaved()
  const rows = useCommitmentsOf(activity)
  const adding = useAct(addCommitment, {
    key: statement.id,
    done: async (_, act) => await saved(w.added, act),
  })
  if (rows === undefined) return null
  if (rows.some((row) => row.statement === statement.id && row.voided === undefined)) {
    return <span className="q"> · {w.isOne}</span>
  }
  const faults = adding.failure?.details.fields ?? []
  const isAsked = faults.some(({ path }) => path === 'side')
  const isDoubted = faults.some(({ path, fault }) => path === 'words' && fault === 'doubtful')
  const send = async (more: { side?: 'ours' | 'theirs'; sure?: string[] } = {}) =>
    await adding.send({ id: activity, statement: statement.id, ...more })
  if (isAsked) {
    return (
      <span role="group" aria-label={w.whose}>
        {' '}
        {w.whose}{' '}
        {commitmentSides.map((side) => (
          <button key={side} type="button" className="btn sm text" onClick={() => void send({ side })}>
            {w.sideOf[side]}
          </button>
        ))}
      </span>
    )
  }
  return (
    <>
      <button
        type="button"
        className="btn sm text"
        aria-busy={adding.busy}
        onClick={() => void send(isDoubted ? { sure: ['words'] } : {})}
      >
        {w.fromStatement}
        <span className="vh">: {statement.words}</span>
      </button>
      {isDoubted ? <span role="alert"> {w.doubtWords}</span> : <FailureNotice acting={adding} />}
    </>
  )
}

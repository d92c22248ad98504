import { checkTable } from '../../../slices/reference/contract.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

export type CheckTableProps = { table: 'holidays' | 'affairs'; year?: number; rows: readonly { verified: string }[] }

/** Says whether the rows were held against their decree, and lets the administrator say that they were. */
export function CheckTable({ rows, ...asked }: CheckTableProps) {
  const { language, may } = useVisitor()
  const { check, [asked.table]: w } = words[language]
  const acting = useSettledAct(checkTable, { key: `check/${asked.table}/${asked.year ?? ''}`, said: check.said })
  if (rows.length === 0) return null
  if (rows.every(({ verified }) => verified !== 'M')) return <p className="s q gap">{check.checked}</p>
  return (
    <div className="gap">
      <p className="s q">{w.unverified}</p>
      {may('reference.administer') && (
        <p className="acts gap">
          <button type="button" className="btn sm" aria-busy={acting.busy} onClick={() => void acting.send(asked)}>
            {check.act}
          </button>
        </p>
      )}
      <FailureNotice acting={acting} />
    </div>
  )
}

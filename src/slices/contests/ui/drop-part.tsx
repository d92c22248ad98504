import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord } from '../../../ui/controls/faults.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { dropPart } from '../contract.ts'
import type { PartKind } from '../model.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** Takes a part off, with the way back in the line that says so. */
export function DropPart({ id, kind, what }: { id: string; kind: PartKind; what: string }) {
  const language = useLanguage()
  const w = words[language]
  const saved = useSaved()
  const dropping = useAct(dropPart, { key: id, done: async (_, act) => await saved(w.dropped, act) })
  const fault = dropping.failure?.code === 'invalid' ? dropping.failure.details.fields?.[0]?.fault : undefined
  return (
    <>
      <button
        type="button"
        className="linklike s"
        aria-busy={dropping.busy}
        onClick={() => void dropping.send({ id, kind })}
      >
        {w.drop}
        <span className="vh">: {what}</span>
      </button>
      {fault !== undefined && <p role="alert">{kind === 'category' ? w.categoryUsed : faultWord(language, fault)}</p>}
      <FailureNotice acting={dropping} />
    </>
  )
}

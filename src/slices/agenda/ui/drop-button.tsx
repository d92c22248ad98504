import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

type Dropping = Endpoint<z.ZodType<{ act: string; id: string }, any>, z.ZodType, 'POST'>

export type DropButtonProps = {
  endpoint: Dropping
  input: { id: string; rev?: number | undefined; relation?: string }
  label?: string
  /** What is taken off, for who does not see it beside the button. */
  what: string
  said: string
}

/** Takes one line off; the toast brings it back. */
export function DropButton({ endpoint, input, label, what, said }: DropButtonProps) {
  const w = words[useLanguage()].attendance
  const saved = useSaved()
  const dropping = useAct(endpoint, { key: `${input.id}/${input.relation ?? ''}`, done: (_, act) => saved(said, act) })
  return (
    <>
      <button type="button" className="btn sm text" aria-busy={dropping.busy} onClick={() => void dropping.send(input)}>
        {label ?? w.drop}
        <span className="vh">: {what}</span>
      </button>
      <FailureNotice acting={dropping} />
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { words as sourceWords } from '../messages/words.gen.ts'
import { readSheet } from '../contract.ts'
import { AddLine } from './add-line.tsx'
import { Differences } from './differences.tsx'
import { OtherLines } from './other-lines.tsx'
import { SourceLine } from './source-line.tsx'
import { words } from './messages/words.gen.ts'

export type SheetProps = {
  /** The record, and the name of its field in the contract ('native_name'). */
  subject: string
  field: string
  /** What the value is called: "Negara". */
  what: string
  /** The value in use, written out. */
  inUse?: ReactNode
  /** Words for a value that a source gives ("KR" → "Korea Selatan"); as it is where this is missing. */
  write?: (value: unknown) => string
  /** The act that mends the value in use to the one that is followed; offered, never done by itself. */
  onUse?: ((value: unknown) => void) | undefined
  onClose: () => void
}

/** Where a value comes from: laid over the page on a wide screen, the whole screen on a phone. Escape closes it. */
export function SourceSheet({ onClose, ...sheet }: SheetProps) {
  const { language } = useVisitor()
  const w = words[language]
  return (
    <ModalOverlay className="sheet-veil" isOpen isDismissable onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className="sheet">
        <Dialog aria-label={w.open({ what: sheet.what })}>
          <div className="sheet-head">
            <Heading slot="title" level={2} className="q">
              {w.open({ what: sheet.what })}
            </Heading>
            <button type="button" className="btn sm" onClick={onClose}>
              {w.close}
            </button>
          </div>
          <SheetBody {...sheet} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function SheetBody({ subject, field, inUse, write = String, onUse }: Omit<SheetProps, 'onClose' | 'what'>) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { data, error, refetch } = useQuery(queryOf(readSheet, { subject, field }))
  const [adding, setAdding] = useState(false)
  if (error !== null) return <FailureLine error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <p role="status" />
  return (
    <>
      {inUse !== undefined && <p className="status">{inUse}</p>}
      <p className="lv q">{sourceWords[language].level[data.level]}</p>
      {data.lines.length === 0 && <p>{w.none}</p>}
      {data.differs ? (
        <Differences sheet={data} {...{ subject, field, inUse, write, onUse }} />
      ) : (
        data.lines.map((line) => <SourceLine key={line.id} line={line} />)
      )}
      <OtherLines lines={data.others} />
      {may('sources.judge') && (
        <div className="sh-sec">
          {adding ? (
            <AddLine subject={subject} field={field} onClose={() => setAdding(false)} />
          ) : (
            <button type="button" className="btn sm" onClick={() => setAdding(true)}>
              {w.add}
            </button>
          )}
        </div>
      )}
    </>
  )
}

import { useState, type ReactNode } from 'react'
import { SourceMark } from '../../../ui/marks/source-mark.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words as sourceWords } from '../messages/words.gen.ts'
import type { Level } from '../model.ts'
import { SourceSheet, type SheetProps } from './source-sheet.tsx'
import { words } from './messages/words.gen.ts'

export type SourcedProps = Omit<SheetProps, 'onClose'> & {
  /** The strongest level of the field's lines; the page that shows the value has it. */
  level: Level
  /** Whether sources differ about it, and whether somebody judged. */
  difference?: 'open' | 'settled' | undefined
  children: ReactNode
}

/** A value with the mark of how it is known; pressing it opens its sheet. A staff record has neither mark nor button. */
export function Sourced({ level, difference, children, ...sheet }: SourcedProps) {
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const w = words[language]
  const marked = (
    <SourceMark level={level} label={sourceWords[language].level[level]}>
      {children}
    </SourceMark>
  )
  return (
    <>
      {level === 'recorded' ? (
        marked
      ) : (
        <button type="button" className="opens" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {marked}
        </button>
      )}
      {difference === 'open' && (
        <>
          {' '}
          <button type="button" className="linklike s" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {w.differs}
            <span className="vh">: {sheet.what}</span>
          </button>
        </>
      )}
      {isOpen && <SourceSheet {...sheet} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Opens the sheet of a value that has no mark: to say where it comes from. */
export function SourceButton({ label, ...sheet }: Omit<SheetProps, 'onClose'> & { label?: string }) {
  const [isOpen, setOpen] = useState(false)
  const w = words[useLanguage()]
  return (
    <>
      <button type="button" className="linklike s" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label ?? w.openShort}
        <span className="vh">: {sheet.what}</span>
      </button>
      {isOpen && <SourceSheet {...sheet} onClose={() => setOpen(false)} />}
    </>
  )
}

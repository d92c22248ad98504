import { useContext, type ReactNode } from 'react'
import { NoteNumbers } from './note-numbers.ts'

export type SourceMarkProps = {
  /** reported: menurut berita · recorded: catatan petugas · documented: ada dokumen. */
  level: 'reported' | 'recorded' | 'documented'
  /** The source sheet of this value; without it the mark cannot be opened. */
  href?: string | undefined
  /** What the mark means, for a reader who does not see it: "menurut berita". */
  label?: string | undefined
  /** Only the words that the source says, not the whole line. */
  children: ReactNode
}

/** How well a value is known: a dotted line, nothing, or a small paper. */
export function SourceMark({ level, href, label, children }: SourceMarkProps) {
  const numberOf = useContext(NoteNumbers)
  if (level === 'recorded') return <>{children}</>
  const className = level === 'reported' ? 'src' : 'doc'
  const words = (
    <>
      {children}
      {level === 'documented' && <Paper />}
      {label !== undefined && <span className="vh"> ({label})</span>}
    </>
  )
  if (href === undefined) return <span className={className}>{words}</span>
  return (
    <a className={className} href={href} data-note={numberOf(href)}>
      {words}
    </a>
  )
}

function Paper() {
  return (
    <svg width="13" height="15" viewBox="0 0 13 15" aria-hidden="true">
      <path d="M1 1h7l4 4v9H1zM8 1v4h4" />
    </svg>
  )
}

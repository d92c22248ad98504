import type { ReactNode } from 'react'

export type StepsHead = { step: string; holder: string; documents: string; article: string; state: string }

export type StepRow = {
  /** Number in the law's order, from 1. */
  number: number
  step: ReactNode
  holder: ReactNode
  documents: ReactNode
  article: ReactNode
  state: ReactNode
}

export type StepsTableProps = { head: StepsHead; rows: readonly StepRow[] }

const columns = ['holder', 'documents', 'article', 'state'] as const

/**
 * The legal steps: an ordered list that reads as a table where there is room. On a phone the column words would
 * repeat eleven times, so they are kept for the screen reader only.
 */
export function StepsTable({ head, rows }: StepsTableProps) {
  return (
    <ol className="steps">
      <li className="hd" aria-hidden="true">
        <span />
        <span>{head.step}</span>
        {columns.map((column) => (
          <span key={column}>{head[column]}</span>
        ))}
      </li>
      {rows.map((row) => (
        <li key={row.number}>
          <span className="no">{row.number}</span>
          <b>{row.step}</b>
          {columns.map((column) => (
            <span key={column}>
              <span className="vh">{head[column]}: </span>
              {row[column]}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}

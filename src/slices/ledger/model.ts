/** One line of a record's history. */
export interface HistoryLine {
  act: string
  verb: string
  kind: 'person' | 'system'
  role: string | null
  by: string | null
  at: string
  undoes: string | null
  undone: boolean
}

/** A fault the verifier found: which table, which row, and what is wrong with it. */
export interface Fault {
  table: string
  id: string
  what: 'leaf' | 'value' | 'digest' | 'chain' | 'order' | 'missing' | 'row'
}

export interface Verification {
  acts: number
  changes: number
  heads: number
  personal: number
  unchained: number
  faults: Fault[]
}

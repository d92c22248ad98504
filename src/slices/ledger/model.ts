/** Who did it: somebody signed in, the system itself, or whoever held a link without account. */
export const actKinds = ['person', 'system', 'link'] as const
export type ActKind = (typeof actKinds)[number]

/** A value of a row as the history tells it. */
export type Value = string | number | boolean | null

/** One row that an act changed, column by column; a column that came or went has null on the other side. */
export interface RowChange {
  table: string
  row: string
  op: 'insert' | 'update' | 'delete'
  which: { position: number | null; name: string | null; sector: string | null }
  fields: { field: string; was: Value; now: Value }[]
}

/** One line of a record's history. */
export interface HistoryLine {
  act: string
  verb: string
  kind: ActKind
  role: string | null
  by: string | null
  at: string
  undoes: string | null
  undid: Pick<HistoryLine, 'verb' | 'kind' | 'at'> | null
  undone: boolean
  mine: boolean
  newest: boolean
  changes: RowChange[]
  more: number
}

/** A fault the verifier found: which table, which row, and what is wrong with it. */
export interface Fault {
  table: string
  id: string
  what: 'leaf' | 'value' | 'digest' | 'chain' | 'order' | 'missing' | 'row' | 'file'
}

export interface Verification {
  acts: number
  changes: number
  heads: number
  personal: number
  unchained: number
  faults: Fault[]
}

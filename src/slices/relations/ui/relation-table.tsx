import { moveBetweenRows } from '../../../ui/controls/row-keys.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { RelationTableRow } from './relation-table-row.tsx'
import type { RelationRow } from './view.ts'
import { words } from './messages/words.gen.ts'

export type RelationTableProps = { rows: readonly RelationRow[]; title: string }

/** Dense rows; arrow keys go from link to link, Enter opens. */
export function RelationTable({ rows, title }: RelationTableProps) {
  const w = words[useLanguage()].list
  return (
    <table className="t gap">
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{w.partner}</th>
          <th scope="col">{w.status}</th>
          <th scope="col">{w.stage}</th>
          <th scope="col">{w.last}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <RelationTableRow key={row.id} {...row} />
        ))}
      </tbody>
    </table>
  )
}

import { type ComponentType, type ReactNode, useRef, useState } from 'react'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

/** How a form in a row begins and ends. */
export type RowOpening = { isFocused: boolean; onClose: () => void }

export type SettingsTableProps<Row> = {
  title: string
  columns: readonly { label: string; cell: (row: Row) => ReactNode }[]
  rows: readonly Row[]
  /** What the row is called beside its button. */
  nameOf: (row: Row) => string
  /** The key of the row's draft: one that is kept opens its form again. */
  draftOf: (row: Row) => string
  /** The form under a row; absent for who may only read. */
  Form?: ComponentType<{ row: Row } & RowOpening> | undefined
}

/** Dense rows, each with its form under it once [Ubah] is pressed; on a phone labelled lines. */
export function SettingsTable<Row extends { id: string }>(props: SettingsTableProps<Row>) {
  const { title, columns, rows, Form } = props
  const w = words[useLanguage()]
  return (
    <table className="t gap">
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          {columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
          {Form !== undefined && (
            <th scope="col">
              <span className="vh">{w.acts}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id} {...props} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function TableRow<Row extends { id: string }>(props: SettingsTableProps<Row> & { row: Row }) {
  const { row, columns, nameOf, draftOf, Form } = props
  const { language, drafts } = useVisitor()
  const [state, setState] = useState(() =>
    Form !== undefined && drafts.read(draftOf(row)) !== undefined ? 'restored' : 'shut',
  )
  const isOpen = state !== 'shut'
  const opener = useRef<HTMLButtonElement>(null)
  const onClose = () => {
    setState('shut')
    opener.current?.focus()
  }
  return (
    <>
      <tr>
        {columns.map(({ label, cell }, index) => (
          <td key={label} data-l={index === 0 ? undefined : label}>
            {cell(row)}
          </td>
        ))}
        {Form !== undefined && (
          <td className="num">
            <button
              ref={opener}
              type="button"
              className="btn sm"
              aria-expanded={isOpen}
              onClick={() => setState(isOpen ? 'shut' : 'open')}
            >
              {words[language].mend}
              <span className="vh">: {nameOf(row)}</span>
            </button>
          </td>
        )}
      </tr>
      {Form !== undefined && isOpen && (
        <tr>
          <td colSpan={columns.length + 1}>
            <Form row={row} isFocused={state === 'open'} onClose={onClose} />
          </td>
        </tr>
      )}
    </>
  )
}

import type { ReactNode } from 'react'

/** Terms and their values, one hairline between rows. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>
}

export type FactProps = {
  term: string
  /** For links that lead to this row. */
  id?: string
  children?: ReactNode
}

/** One row; absent when there is no value, since an empty row says nothing. */
export function Fact({ term, id, children }: FactProps) {
  if (isNothing(children)) return null
  return (
    <div id={id}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function isNothing(children: ReactNode): boolean {
  if (Array.isArray(children)) return children.every(isNothing)
  return children === undefined || children === null || children === '' || typeof children === 'boolean'
}

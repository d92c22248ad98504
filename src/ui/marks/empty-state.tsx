import type { ReactNode } from 'react'

export type EmptyStateProps = {
  /** What will stand here and what usually comes first; one true sentence. */
  children: ReactNode
  /** The first act, as a link or a button. */
  act?: ReactNode
}

/** Nothing here yet: says so, teaches, and offers the first act. */
export function EmptyState({ children, act }: EmptyStateProps) {
  return (
    <div className="empty">
      <p>{children}</p>
      {act}
    </div>
  )
}

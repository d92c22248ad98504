import type { KeyboardEvent } from 'react'

/** Arrow keys lead from one row's link (`data-row`) to the next; Home and End to the first and the last. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const here = links.indexOf(event.target as HTMLElement)
  const next = nextRow(event.key, { here, count: links.length })
  if (next === undefined) return
  event.preventDefault()
  links[next]?.focus()
}

/** The row a key leads to, or undefined when the key means nothing here. */
export function nextRow(key: string, { here, count }: { here: number; count: number }): number | undefined {
  if (here < 0) return undefined
  if (key === 'ArrowDown') return Math.min(here + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(here - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

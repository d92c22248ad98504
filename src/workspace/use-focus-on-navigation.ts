import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { pageOf } from './page-of.ts'

/**
 * After going to another page the heading takes the focus, so that a screen reader says where one is. A tab of the same
 * record keeps the focus on the tab, and the first load leaves it to the browser.
 */
export function useFocusOnNavigation(): void {
  const page = pageOf(useLocation().pathname)
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [page])
}

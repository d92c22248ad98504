import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { pageOf } from './page-of.ts'

/**
 * After going to another page the heading takes the focus, so that a screen reader says where one is. A tab of the same
 * record keeps the focus on the tab, and the first load leaves it to the browser.
 */
export function useFocusOnNavigation(): void {
  const { pathname, hash } = useLocation()
  const page = pageOf(pathname)
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    // An address that leads to a part of a page leads to the heading of that part, where it takes the focus.
    const part = hash === '' ? null : document.getElementById(hash.slice(1))
    const heading = part?.querySelector<HTMLElement>('h2[tabindex]') ?? document.querySelector<HTMLElement>('main h1')
    heading?.focus({ preventScroll: true })
  }, [page, hash])
}

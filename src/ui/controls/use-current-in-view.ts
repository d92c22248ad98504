import { type RefObject, useEffect, useRef } from 'react'

/** A ref for a line of tabs that is wider than a phone: the current one is moved into sight. */
export function useCurrentInView(address: string): RefObject<HTMLElement | null> {
  const line = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = line.current?.querySelector<HTMLElement>('[aria-current]')
    if (!line.current || !current) return
    // Not scrollIntoView: it would move the page as well.
    const [box, tab] = [line.current.getBoundingClientRect(), current.getBoundingClientRect()]
    line.current.scrollLeft += tab.left - box.left - (box.width - tab.width) / 2
  }, [address])
  return line
}

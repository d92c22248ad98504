import { useEffect, useRef, type RefObject } from 'react'

/** A ref whose element takes the focus once it stands on the page: for what a press has opened or closed. */
export function useFocusOnMount<Element extends HTMLElement>(isWanted: boolean): RefObject<Element | null> {
  const element = useRef<Element>(null)
  const wanted = useRef(isWanted)
  useEffect(() => {
    if (wanted.current) element.current?.focus()
  }, [])
  return element
}

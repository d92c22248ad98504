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

/**
 * The same for a button that comes back once its form has closed. Whoever went on elsewhere while the form was still being
 * sent keeps the focus there.
 */
export function useFocusBack<Element extends HTMLElement>(isWanted: boolean): RefObject<Element | null> {
  const element = useRef<Element>(null)
  const wanted = useRef(isWanted)
  useEffect(() => {
    if (wanted.current) focusIfFree(element.current)
  }, [])
  return element
}

/** Gives the focus to an element while nothing else has it. */
export function focusIfFree(element: HTMLElement | null | undefined): void {
  if (document.activeElement === null || document.activeElement === document.body) element?.focus()
}

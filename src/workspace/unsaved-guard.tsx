import { lazy, Suspense, useEffect, useState } from 'react'
import { type Location, useBlocker } from 'react-router'
import { say } from '../ui/controls/toasts.ts'
import { isAnyUnsaved, useAnyUnsaved } from '../ui/controls/unsaved.ts'
import { useLanguage } from '../ui/controls/visitor.ts'
import { fetchParts } from './parts.ts'
import { words } from './messages/words.gen.ts'

const fetchDialog = async () => await import('../ui/controls/confirm-dialog.tsx')
const ConfirmDialog = lazy(async () => ({ default: (await fetchDialog()).ConfirmDialog }))

/**
 * Asks before a page with something unsaved is left, and lets nobody go to a page whose program cannot be fetched. The
 * draft stays in the browser either way, and it says so.
 */
export function UnsavedGuard() {
  const { unreachable, ...w } = words[useLanguage()].unsaved
  const unsaved = useAnyUnsaved()
  const hasDialog = useDialog(unsaved)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isAnyUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!unsaved) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])
  if (blocker.state !== 'blocked') return null
  const leave = async ({ pathname }: Location) => {
    if (await fetchParts(pathname)) return blocker.proceed()
    blocker.reset()
    say({ text: unreachable })
  }
  const go = () => void leave(blocker.location)
  return hasDialog ? (
    <Suspense>
      <ConfirmDialog {...w} onStay={() => blocker.reset()} onGo={go} />
    </Suspense>
  ) : (
    <PlainQuestion text={`${w.title}\n\n${w.text}`} onStay={() => blocker.reset()} onGo={go} />
  )
}

/** Whether the dialog is here. Fetched as soon as something is unsaved: once it is needed there may be no line. */
function useDialog(isWanted: boolean): boolean {
  const [isHere, setIsHere] = useState(false)
  useEffect(() => {
    if (!isWanted) return
    fetchDialog().then(
      () => setIsHere(true),
      () => undefined, // the browser's own question stands in
    )
  }, [isWanted])
  return isHere
}

function PlainQuestion({ text, onStay, onGo }: { text: string; onStay: () => void; onGo: () => void }) {
  useEffect(() => {
    // Not at once: the effect runs twice while developing, and the question must come once.
    const timer = setTimeout(() => (confirm(text) ? onGo() : onStay()))
    return () => clearTimeout(timer)
  })
  return null
}

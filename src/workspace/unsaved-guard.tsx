import { lazy, Suspense, useEffect } from 'react'
import { useBlocker } from 'react-router'
import { isAnyUnsaved, useAnyUnsaved } from '../ui/controls/unsaved.ts'
import { useLanguage } from '../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

const ConfirmDialog = lazy(async () => ({ default: (await import('../ui/controls/confirm-dialog.tsx')).ConfirmDialog }))

/** Asks before a page with something unsaved is left. The draft stays in the browser either way, and it says so. */
export function UnsavedGuard() {
  const w = words[useLanguage()].unsaved
  const unsaved = useAnyUnsaved()
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
  return (
    <Suspense>
      <ConfirmDialog {...w} onStay={() => blocker.reset()} onGo={() => blocker.proceed()} />
    </Suspense>
  )
}

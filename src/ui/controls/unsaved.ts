import { useEffect, useSyncExternalStore } from 'react'

const dirty = new Set<string>()
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Notes that a form holds something unsaved, so that leaving the page asks first. */
export function useUnsaved(key: string, isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return undefined
    dirty.add(key)
    tell()
    return () => {
      dirty.delete(key)
      tell()
    }
  }, [key, isDirty])
}

/** Whether any form on screen holds something unsaved. */
export function useAnyUnsaved(): boolean {
  return useSyncExternalStore(subscribe, () => dirty.size > 0)
}

/** The same, asked at the moment of leaving: a form that was just saved is no longer there. */
export function isAnyUnsaved(): boolean {
  return dirty.size > 0
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

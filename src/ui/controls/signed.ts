import { useSyncExternalStore } from 'react'

let signed = true
const listeners = new Set<() => void>()

/** Told by every call: whether the server still knows who asks. */
export function noteSigned(isSigned: boolean): void {
  if (signed === isSigned) return
  signed = isSigned
  for (const listener of listeners) listener()
}

/** False once a session has ended, until a call is answered again (she may have signed in in another tab). */
export function useIsSigned(): boolean {
  return useSyncExternalStore(subscribe, () => signed)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

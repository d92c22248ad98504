import { useState } from 'react'
import { useUnsaved } from './unsaved.ts'
import { useVisitor } from './visitor.ts'

export type DraftValues = Record<string, string>

/** What a form holds: the typed values, the revision they were typed over, and whether they came back from a draft. */
export interface Draft<Values extends DraftValues> {
  values: Values
  /** What stood there when typing began: only what differs from it was meant to be changed. */
  base: Values
  rev: number
  restored: boolean
  dirty: boolean
  set(change: Partial<Values>): void
  clear(): void
}

interface Kept<Values> {
  values: Values
  base: Values
  rev: number
}

/**
 * The values of a form, kept in the browser at each key stroke and cleared once saved. `base` is what the server holds
 * at revision `rev`; a restored draft keeps its older revision, so that saving it shows what changed meanwhile.
 */
export function useDraft<Values extends DraftValues>(
  key: string,
  { base, rev }: { base: Values; rev: number },
): Draft<Values> {
  const { drafts } = useVisitor()
  const [kept, setKept] = useState(() => readKept(drafts.read(key), base))
  const [restored, setRestored] = useState(kept !== undefined)
  const values = kept?.values ?? base
  const dirty = kept !== undefined && Object.keys(base).some((name) => kept.values[name] !== kept.base[name])
  useUnsaved(key, dirty)
  return {
    values,
    base: kept?.base ?? base,
    rev: kept?.rev ?? rev,
    restored,
    dirty,
    set(change) {
      const next = { values: { ...values, ...change }, base: kept?.base ?? base, rev: kept?.rev ?? rev }
      setKept(next)
      drafts.write(key, next)
    },
    clear() {
      setKept(undefined)
      setRestored(false)
      drafts.clear(key)
    },
  }
}

/** A draft of an older version of the form counts only if it still has the same fields. */
function readKept<Values extends DraftValues>(found: unknown, like: Values): Kept<Values> | undefined {
  if (typeof found !== 'object' || found === null) return undefined
  const { values, base, rev } = found as Partial<Record<'values' | 'base' | 'rev', unknown>>
  return isLike(values, like) && isLike(base, like) && typeof rev === 'number' ? { values, base, rev } : undefined
}

function isLike<Values extends DraftValues>(found: unknown, like: Values): found is Values {
  if (typeof found !== 'object' || found === null) return false
  return Object.keys(like).every((name) => typeof (found as Record<string, unknown>)[name] === 'string')
}

import { useEffect, useState } from 'react'

/** Leaves a page with a form only once its draft is gone: earlier, leaving would ask about it. */
export function useLeave(isDirty: boolean): (leave: () => void) => void {
  const [leaving, setLeaving] = useState<{ go: () => void }>()
  useEffect(() => {
    if (leaving !== undefined && !isDirty) leaving.go()
  }, [leaving, isDirty])
  return (go) => setLeaving({ go })
}

import { useEffect, useState } from 'react'

/** Milliseconds of silence before the server is asked. */
const pause = 200
const longest = 200

/** What is typed, trimmed, once the typing pauses: what a field that searches while one types asks for. */
export function useSettledText(text: string): string {
  const sought = text.trim().slice(0, longest)
  const [settled, setSettled] = useState(sought)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(sought), pause)
    return () => clearTimeout(timer)
  }, [sought])
  return settled
}

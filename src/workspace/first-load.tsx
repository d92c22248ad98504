import { useEffect, useState } from 'react'
import { Band } from '../ui/marks/band.tsx'
import { chosenLanguage } from './language.ts'
import { words } from './messages/words.gen.ts'

/** Before the first answer: the plait, and after a blink a word on what is awaited. */
export function FirstLoad() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  const w = words[chosenLanguage() ?? 'id'].progress
  return (
    <div className="app">
      <div>
        <Band />
        <p className="page" role="status">
          {late && w.waiting({ what: w.workspace })}
        </p>
      </div>
    </div>
  )
}

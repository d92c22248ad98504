import type { FileFault } from '../../shared/failure.ts'
import type { ApiFailure } from './call.ts'
import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

export type FileProblemProps = {
  failure: ApiFailure | undefined
  /** Known before anything was sent. */
  tooLarge: boolean
  /** Only a picture is taken here. */
  picture?: boolean
  onAgain: () => void
}

type FaultKey = keyof (typeof words)['id']['file']['fault']

const keyOf = (fault: FileFault) => fault.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as FaultKey

/** Why a file is not kept, and what to do; a lost line offers the next try. */
export function FileProblem({ failure, tooLarge, picture = false, onAgain }: FileProblemProps) {
  const w = words[useLanguage()].file
  if (tooLarge || failure?.code === 'too_large') return <Sentence>{w.tooLarge}</Sentence>
  if (failure === undefined) return null
  const fault = failure.details.file
  if (fault !== undefined) {
    const said: Partial<Record<FaultKey, string>> = picture ? w.pictureFault : {}
    return <Sentence>{said[keyOf(fault)] ?? w.fault[keyOf(fault)]}</Sentence>
  }
  const isLost = failure.code === 'lost' || failure.code === 'unavailable'
  return (
    <div className="unsent" role="alert">
      <p>{isLost ? w.lost : failure.message || w.lost}</p>
      <button type="button" className="btn sm" onClick={onAgain}>
        {w.again}
      </button>
    </div>
  )
}

function Sentence({ children }: { children: string }) {
  return (
    <p className="err" role="alert">
      {children}
    </p>
  )
}

import { Fragment } from 'react'
import type { FailureDetails } from '../../shared/failure.ts'
import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

export type DoubtsProps = {
  details: FailureDetails | undefined
  /** What each path is called on screen. */
  labels: Record<string, string>
  /** What exactly is doubted about a path, where the page can say it. */
  why?: Record<string, string>
  /** The paths that the writer has confirmed. */
  sure: readonly string[]
  onSure: (sure: string[]) => void
}

/** The paths of a refusal that can be meant but probably are not. */
export function doubtsOf(details: FailureDetails | undefined): string[] {
  return (details?.fields ?? []).filter(({ fault }) => fault === 'doubtful').map(({ path }) => path)
}

/** "Benar begitu": a box for each value that was asked again; what is ticked is sent along as meant. */
export function Doubts({ details, labels, why = {}, sure, onSure }: DoubtsProps) {
  const w = words[useLanguage()].doubt
  const paths = [...new Set([...sure, ...doubtsOf(details)])]
  if (paths.length === 0) return null
  return (
    <fieldset className="f plain">
      <legend>{w.title}</legend>
      {paths.map((path) => (
        <Fragment key={path}>
          {why[path] !== undefined && <p>{why[path]}</p>}
          <label className="pick">
            <input
              type="checkbox"
              checked={sure.includes(path)}
              onChange={(event) =>
                onSure(event.currentTarget.checked ? [...sure, path] : sure.filter((one) => one !== path))
              }
            />{' '}
            {w.meant({ what: labels[path] ?? path })}
          </label>
        </Fragment>
      ))}
    </fieldset>
  )
}

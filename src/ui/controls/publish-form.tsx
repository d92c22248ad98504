import type { ReactNode } from 'react'
import { languages, ownNames } from '../../shared/languages.ts'
import type { Acting } from './act.ts'
import { FailureNotice } from './failure-notice.tsx'
import { SaveButton } from './save-button.tsx'

export interface PreviewLinksProps {
  /** What stands before the four languages. */
  label: string
  /** The page's address on the portal, without its language. */
  path: string
}

/** A look at a public page before it is one, in each language. */
export function PreviewLinks({ label, path }: PreviewLinksProps) {
  return (
    <>
      {label}{' '}
      {languages.map((one) => (
        <span key={one}>
          <a href={`/kerja/pratinjau/${one}${path}`} target="_blank" rel="noopener" lang={one}>
            {ownNames[one]}
          </a>{' '}
        </span>
      ))}
    </>
  )
}

type Sending = Pick<Acting<never>, 'busy' | 'failure' | 'again'>

export type PublishFormProps = {
  words: { look: string; go: string; again: string; withdraw: string }
  /** The page's address on the portal, without its language, with the parts that are chosen. */
  path: string
  isPublic: boolean
  publishing: Sending
  withdrawing: Sending
  onPublish: () => void
  onWithdraw: () => void
  /** What is chosen to be shown. */
  children?: ReactNode
  /** Another button beside these. */
  beside?: ReactNode
}

/** Something for the world: what is shown, a look at the page before, publish, publish again, take back. */
export function PublishForm(props: PublishFormProps) {
  const { words: w, path, isPublic, publishing, withdrawing, onPublish, onWithdraw, children, beside } = props
  return (
    <form
      className="form gap"
      onSubmit={(event) => {
        event.preventDefault()
        onPublish()
      }}
    >
      {children}
      <p>
        <PreviewLinks label={w.look} path={path} />
      </p>
      <FailureNotice acting={publishing} />
      <FailureNotice acting={withdrawing} />
      <div className="acts">
        <SaveButton label={isPublic ? w.again : w.go} busy={publishing.busy} small />
        {isPublic && (
          <button type="button" className="btn sm" aria-busy={withdrawing.busy} onClick={onWithdraw}>
            {w.withdraw}
          </button>
        )}
        {beside}
      </div>
    </form>
  )
}

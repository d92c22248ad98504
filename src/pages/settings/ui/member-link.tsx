import { useState } from 'react'
import { makeMemberLink } from '../../../slices/identity/contract.ts'
import { type ApiFailure, asApiFailure, call } from '../../../ui/controls/call.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

/**
 * A one-time link to hand over, shown once and kept nowhere; where the person has a password already, or works in
 * another region too, it goes to her address only.
 */
export function MemberLink({ id }: { id: string }) {
  const w = words[useLanguage()].members
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure>()
  const [made, setMade] = useState<{ path?: string | undefined; minutes: number }>()
  const make = async () => {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      setMade(await call(makeMemberLink, { id }))
    } catch (error) {
      setFailure(asApiFailure(error))
    }
    setBusy(false)
  }
  return (
    <div>
      <button type="button" className="btn sm" aria-busy={busy} onClick={() => void make()}>
        {w.makeLink}
      </button>
      <div role="status">
        {made !== undefined && made.path === undefined && <p className="gap">{w.linkMailed}</p>}
        {made?.path !== undefined && (
          <>
            <p className="gap">{w.linkShown({ minutes: made.minutes })}</p>
            <p>
              <code className="address">{location.origin + made.path}</code>
            </p>
          </>
        )}
      </div>
      <FailureNotice acting={{ busy, failure, again: make }} />
    </div>
  )
}

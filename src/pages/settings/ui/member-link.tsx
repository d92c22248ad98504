import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listMembers, makeMemberLink } from '../../../slices/identity/contract.ts'
import { type ApiFailure, asApiFailure, call } from '../../../ui/controls/call.ts'
import { copyText } from '../../../ui/controls/copy-text.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { say } from '../../../ui/controls/toasts.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

/**
 * A one-time link to hand over, shown once and kept nowhere; where the person has a password already, or works in
 * another region too, it goes to her address only.
 */
export function MemberLink({ id }: { id: string }) {
  const w = words[useLanguage()].members
  const { data: members } = useQuery(queryOf(listMembers, {}))
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
  const copy = async (link: string) => {
    // Where the browser does not let us the link stands there to be marked.
    if (await copyText(link)) say({ text: w.copied })
  }
  return (
    <div>
      <button type="button" className="btn sm" aria-busy={busy} onClick={() => void make()}>
        {w.makeLink}
      </button>
      <div role="status">
        {made !== undefined && made.path === undefined && (
          <p className="gap">{members?.sendsMail === false ? w.linkKept : w.linkMailed}</p>
        )}
        {made?.path !== undefined && (
          <>
            <p className="gap">{w.linkShown({ minutes: made.minutes })}</p>
            <p>
              <code className="address">{location.origin + made.path}</code>
            </p>
            <p className="acts gap">
              <button type="button" className="btn sm" onClick={() => void copy(location.origin + made.path)}>
                {w.copy}
              </button>
            </p>
          </>
        )}
      </div>
      <FailureNotice acting={{ busy, failure, again: make }} />
    </div>
  )
}

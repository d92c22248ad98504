import { useState } from 'react'
import type { z } from 'zod'
import { type listMembers, mendMember } from '../../../slices/identity/contract.ts'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { changedIn } from './changed.ts'
import { EndMember } from './end-member.tsx'
import { MemberForm, memberDraftKey, type MemberValues } from './member-form.tsx'
import { MemberLink } from './member-link.tsx'
import { SettingsConflict } from './settings-conflict.tsx'
import type { RowOpening } from './settings-table.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

export type MemberRow = z.output<(typeof listMembers)['output']>['rows'][number]

/** Changes somebody's role, hands over a link, or ends the membership. The last administrator stays. */
export function MendMember({ row, onClose }: Pick<RowOpening, 'onClose'> & { row: MemberRow }) {
  const w = words[useLanguage()]
  const [asked, setAsked] = useState(false)
  const [last, setLast] = useState(false)
  const base: MemberValues = { name: row.name, email: row.email, role: row.role, unit: row.unit ?? '' }
  const draft = useDraft(memberDraftKey(row.id), { base, rev: row.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useSettledAct(mendMember, { key: row.id, said: w.members.mended, after: close })
  const save = async (rev: number) => {
    const { role, unit } = changedIn(draft)
    const mend = { ...(typeof role === 'string' && { role }), ...(unit !== undefined && { unit }) }
    if (Object.keys(mend).length > 0) return await mending.send({ id: row.id, rev, ...mend })
    say({ text: w.unchanged })
    close()
  }
  if (mending.failure?.code === 'stale') {
    const { busy } = mending
    return (
      <SettingsConflict
        changes={[]}
        labels={{}}
        mine={{}}
        busy={busy}
        onMine={() => void save(row.rev)}
        onTheirs={close}
      />
    )
  }
  const isLast = last || mending.failure?.code === 'not_yet'
  return (
    <>
      <MemberForm
        id={row.id}
        draft={draft}
        acting={isLast ? { ...mending, failure: undefined } : mending}
        label={w.save}
        onSave={() => void save(draft.rev)}
        onCancel={close}
        acts={
          <button type="button" className="btn sm loss" aria-expanded={asked} onClick={() => setAsked(true)}>
            {w.members.end}
          </button>
        }
      />
      {isLast && <p role="alert">{w.members.lastAdministrator}</p>}
      <MemberLink id={row.id} />
      {asked && (
        <EndMember
          row={row}
          onStay={() => setAsked(false)}
          onEnded={close}
          onLast={() => {
            setAsked(false)
            setLast(true)
          }}
        />
      )}
    </>
  )
}

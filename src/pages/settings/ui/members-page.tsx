import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { foldForSearch } from '../../../shared/text.ts'
import { inviteMember, listMembers } from '../../../slices/identity/contract.ts'
import { words as identityWords } from '../../../slices/identity/messages/words.gen.ts'
import { listUnits } from '../../../slices/reference/contract.ts'
import { exportMembers } from '../contract.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { MemberForm, memberDraftKey, type MemberValues } from './member-form.tsx'
import { MemberLink } from './member-link.tsx'
import { MendMember } from './mend-member.tsx'
import { SettingsTable } from './settings-table.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

/** The people of the region and what each may do; who has left stays in the history and, on request, in this list. */
export function MembersPage() {
  const { language } = useVisitor()
  const w = words[language]
  const { role } = identityWords[language]
  usePageTitle(w.section.members)
  const [q, setQ] = useState('')
  const [withEnded, setWithEnded] = useState(false)
  const { data, error, refetch } = useQuery(queryOf(listMembers, {}))
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const found = data?.rows.filter(
    (row) =>
      (row.endedAt !== null) === withEnded &&
      foldForSearch(`${row.name} ${row.email} ${role[row.role]}`).includes(foldForSearch(q)),
  )
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.section.members}</h1>
        <SearchField label={w.search} hint={w.members.searchHint} text={q} onSearch={setQ} />
      </div>
      <div className="chips" role="group" aria-label={w.members.show}>
        {[false, true].map((ended) => (
          <button
            key={String(ended)}
            type="button"
            className="chip"
            aria-pressed={ended === withEnded}
            onClick={() => setWithEnded(ended)}
          >
            {ended ? w.members.gone : w.members.active}
          </button>
        ))}
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {found !== undefined && found.length > 0 && (
        <ListActs
          title={w.section.members}
          lines={found.map((row) => `${row.name} · ${role[row.role]}`)}
          endpoint={exportMembers}
          input={{ ...(withEnded && { ended: 'true' }), ...(q !== '' && { q }) }}
        />
      )}
      {found !== undefined && found.length > 0 && (
        <SettingsTable
          key={String(withEnded)}
          title={w.section.members}
          rows={found}
          columns={[
            { label: w.members.name, cell: ({ name }) => <bdi>{name}</bdi> },
            { label: w.members.email, cell: ({ email }) => <span className="address">{email}</span> },
            { label: w.members.role, cell: (row) => role[row.role] },
            {
              label: w.members.unit,
              cell: ({ unit }) => <bdi>{units?.rows.find(({ id }) => id === unit)?.name ?? w.empty}</bdi>,
            },
          ]}
          nameOf={({ name }) => name}
          draftOf={({ id }) => memberDraftKey(id)}
          Form={withEnded ? undefined : MendMember}
        />
      )}
      {found?.length === 0 && (
        <EmptyState>{q !== '' ? w.nothingFound : withEnded ? w.members.noneGone : w.members.none}</EmptyState>
      )}
      <InviteMember sendsMail={data?.sendsMail !== false} />
    </>
  )
}

const blank: MemberValues = { name: '', email: '', role: 'petugas', unit: '' }

function InviteMember({ sendsMail }: { sendsMail: boolean }) {
  const { language } = useVisitor()
  const w = words[language].members
  const key = memberDraftKey('new')
  const draft = useDraft(key, { base: blank, rev: 0 })
  const [invited, setInvited] = useState<string>()
  const inviting = useSettledAct(inviteMember, {
    key,
    said: sendsMail ? w.invited : w.invitedUnsent,
    after({ id }) {
      draft.clear()
      setInvited(id)
    },
  })
  const { unit, ...values } = draft.values
  const save = async () => await inviting.send({ ...values, ...(unit !== '' && { unit }) })
  return (
    <section className="sec after">
      <h2>{w.inviteTitle}</h2>
      <MemberForm id="new" draft={draft} acting={inviting} label={w.invite} isNew onSave={() => void save()} />
      {invited !== undefined && (
        <div className="gap">
          <p>{sendsMail ? w.handOver : w.handOverUnsent}</p>
          <MemberLink key={invited} id={invited} />
        </div>
      )}
    </section>
  )
}

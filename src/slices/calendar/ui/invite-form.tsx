import { useQueryClient } from '@tanstack/react-query'
import { languages, ownNames, type Language } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField, SelectField } from '../../../ui/marks/field.tsx'
import { invite } from '../contract.ts'
import { words } from './messages/words.gen.ts'

export const inviteDraftKey = (activity: string) => `kegiatan/${activity}/undangan`

export type InviteFormProps = {
  activity: string
  people: readonly { id: string; name: string }[]
  onClose: () => void
}

/** People of the region ticked, other addresses typed; the draft survives a reload. */
export function InviteForm({ activity, people, onClose }: InviteFormProps) {
  const own = useLanguage()
  const w = words[own].invite
  const queries = useQueryClient()
  const base = { members: '', addresses: '', language: own as string }
  const draft = useDraft(inviteDraftKey(activity), { base, rev: 0 })
  const { members, addresses, language } = draft.values
  const chosen = members.split(' ').filter((id) => id !== '')
  const close = () => {
    draft.clear()
    onClose()
  }
  const inviting = useAct(invite, {
    key: activity,
    async done({ invited }) {
      close()
      say({ text: w.sent({ n: invited }) })
      await queries.invalidateQueries()
    },
  })
  const faults = inviting.failure?.code === 'invalid' ? (inviting.failure.details.fields ?? []) : []
  const lines = faults.flatMap(({ path }) => /^addresses\.(\d+)$/.exec(path)?.[1] ?? [])
  const error =
    lines.length > 0
      ? lines.map((n) => w.wrongLine({ n })).join(' ')
      : faults.some(({ fault }) => fault === 'too_long')
        ? w.tooMany
        : faults.some(({ fault }) => fault === 'required')
          ? w.nobody
          : undefined
  const toggle = (id: string, on: boolean) =>
    draft.set({ members: (on ? [...chosen, id] : chosen.filter((one) => one !== id)).join(' ') })
  return (
    <form
      className="form after"
      noValidate
      aria-label={w.open}
      onSubmit={(event) => {
        event.preventDefault()
        void inviting.send({ activity, members: chosen, addresses, language: language as Language })
      }}
    >
      {people.length > 0 && (
        <details open={chosen.length > 0}>
          <summary>{w.people}</summary>
          <fieldset className="f gap">
            <legend className="vh">{w.people}</legend>
            {people.map(({ id, name }) => (
              <label key={id} className="pick">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={(event) => toggle(id, event.target.checked)}
                />{' '}
                <bdi>{name}</bdi>
              </label>
            ))}
          </fieldset>
        </details>
      )}
      <LongTextField
        id="invite-addresses"
        label={w.addresses}
        hint={w.addressesHint}
        error={error}
        rows={4}
        inputMode="email"
        autoCapitalize="off"
        spellCheck={false}
        value={addresses}
        onChange={(event) => draft.set({ addresses: event.target.value })}
      />
      <SelectField
        id="invite-language"
        label={w.language}
        value={language}
        choices={languages.map((value) => ({ value, label: ownNames[value] }))}
        onChange={(event) => draft.set({ language: event.target.value })}
      />
      <FailureNotice acting={inviting} />
      <div className="acts">
        <SaveButton label={w.send} busy={inviting.busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

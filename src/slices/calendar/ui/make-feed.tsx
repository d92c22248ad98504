import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { languages, ownNames, type Language } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { RelationField } from '../../relations/ui/relation-field.tsx'
import { newToken } from '../../links/ui/token.ts'
import { makeFeed } from '../contract.ts'
import { feedPath, scopes, webcalOf, type Scope } from '../model.ts'
import { words } from './messages/words.gen.ts'

export type MakeFeedProps = {
  /** A cooperation to begin with. */
  preset?: { id: string; name: string } | undefined
}

/** Makes a calendar address and shows it once. */
export function MakeFeed({ preset }: MakeFeedProps) {
  const { language: own, name } = useVisitor()
  const w = words[own].feeds
  const queries = useQueryClient()
  const [values, setValues] = useState({
    scope: (preset === undefined ? 'own' : 'relation') as Scope,
    who: preset?.name ?? '',
    relation: preset?.id,
    party: name,
    language: own,
    organisations: false,
  })
  const [secret, setSecret] = useState(newToken)
  const [address, setAddress] = useState<string>()
  const [isAsked, setAsked] = useState(false)
  const set = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }))
  const making = useAct(makeFeed, {
    key: 'kalender',
    async done() {
      setAddress(location.origin + feedPath(secret.token))
      setSecret(newToken())
      await queries.invalidateQueries()
    },
  })
  if (address !== undefined) return <Made address={address} onAnother={() => setAddress(undefined)} />
  const { scope, who, relation, party, language, organisations } = values
  const details = making.failure?.code === 'invalid' ? making.failure.details : {}
  const errors = formErrors(details, { language: own, fields: { party: { id: 'feed-party', label: w.party } } })
  const lacksRelation = scope === 'relation' && relation === undefined
  return (
    <form
      className="form gap"
      noValidate
      aria-label={w.new}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (lacksRelation) return document.getElementById('feed-relation')?.focus()
        const of = scope === 'relation' && relation !== undefined ? { relation } : {}
        void making.send({ scope, ...of, party, language, organisations, hash: secret.hash })
      }}
    >
      <SelectField
        id="feed-scope"
        label={w.scope}
        value={scope}
        choices={scopes.map((value) => ({ value, label: w.scopeOf[value] }))}
        onChange={(event) => set({ scope: event.target.value as Scope })}
      />
      {scope === 'relation' && (
        <RelationField
          id="feed-relation"
          label={w.relation}
          hint={w.relationHint}
          error={isAsked && lacksRelation ? w.relationWanted : undefined}
          text={who}
          onWho={(chosen) => set({ who: chosen.text, relation: chosen.relation })}
        />
      )}
      <TextField
        id="feed-party"
        label={w.party}
        hint={w.partyHint}
        error={errors.find(({ field }) => field === 'feed-party')?.fault}
        value={party}
        maxLength={200}
        onChange={(event) => set({ party: event.target.value })}
      />
      <SelectField
        id="feed-language"
        label={w.language}
        value={language}
        choices={languages.map((value) => ({ value, label: ownNames[value] }))}
        onChange={(event) => set({ language: event.target.value as Language })}
      />
      <label className="pick">
        <input
          type="checkbox"
          checked={organisations}
          onChange={(event) => set({ organisations: event.target.checked })}
        />{' '}
        {w.organisations}
      </label>
      <FailureNotice acting={making} />
      <div className="acts">
        <SaveButton label={w.make} busy={making.busy} />
      </div>
    </form>
  )
}

function Made({ address, onAnother }: { address: string; onAnother: () => void }) {
  const { language } = useVisitor()
  const w = words[language].feeds
  const note = useFocusOnMount<HTMLDivElement>(true)
  return (
    <div className="note gap" role="status" tabIndex={-1} ref={note}>
      <p>{w.made}</p>
      <p className="gap link-address">
        <bdi>{address}</bdi>
      </p>
      <div className="acts">
        <CopyButton label={w.copy} text={() => address} />
        <a className="btn sm" href={webcalOf(address)}>
          {w.open}
        </a>
        <button type="button" className="btn sm text" onClick={onAnother}>
          {w.another}
        </button>
      </div>
    </div>
  )
}

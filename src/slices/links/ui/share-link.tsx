import { useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../shared/endpoint.ts'
import { languages, ownNames, type Language } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { linkDays, linkPath } from '../model.ts'
import { newToken } from './token.ts'
import { words } from './messages/words.gen.ts'

type Sharing = Endpoint<
  z.ZodType<
    unknown,
    { act: string; id: string; hash: string; party: string; language: Language; days?: number | undefined }
  >,
  z.ZodType,
  'POST'
>

export type ShareLinkProps = {
  /** The endpoint of the slice whose record is shared; its input carries `newLinkShape`. */
  endpoint: Sharing
  /** The record. */
  id: string
  /** Proposed: to whom it goes, and for how long. */
  party?: string
  days?: number
  /** The text to copy, around the address; without it the address alone. */
  textOf?: (address: string, given: { party: string; language: Language }) => string
  /** The language proposed first; the officer's own without it. */
  language?: Language
  /** What the endpoint asks beside the link. */
  more?: Record<string, unknown>
  /** Told when another language is chosen. */
  onLanguage?: (language: Language) => void
  /** Told when a link was made, so that lists are read again. */
  onMade?: () => void
}

/** Makes a link for somebody without account and shows its address once, ready to be copied into a chat. */
export function ShareLink({ endpoint, id, party = '', days = linkDays.usual, ...props }: ShareLinkProps) {
  const { textOf, onMade, language: first, more, onLanguage } = props
  const own = useLanguage()
  const w = words[own]
  const [values, setValues] = useState({ party, days: String(days), language: first ?? own })
  const [secret, setSecret] = useState(newToken)
  const [address, setAddress] = useState<string>()
  const set = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }))
  const making = useAct(endpoint as never, {
    key: `${id}/${endpoint.name}`,
    done() {
      setAddress(location.origin + linkPath(values.language, secret.token))
      setSecret(newToken())
      onMade?.()
    },
  })
  const details = making.failure?.code === 'invalid' ? making.failure.details : {}
  const fields = { party: { id: 'link-party', label: w.party }, days: { id: 'link-days', label: w.days } }
  const errors = formErrors(details, { language: own, fields })
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.fault
  if (address !== undefined) {
    return (
      <div className="note" role="status">
        <p>{w.made}</p>
        <p className="gap link-address">
          <bdi>{address}</bdi>
        </p>
        <div className="acts">
          <CopyButton label={w.copy} text={() => address} />
          {textOf !== undefined && <CopyButton text={() => textOf(address, values)} />}
        </div>
      </div>
    )
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const { language } = values
        const given = { hash: secret.hash, party: values.party, language, days: Number(values.days) }
        void making.send({ id, ...given, ...more } as never)
      }}
    >
      <TextField
        id="link-party"
        label={w.party}
        hint={w.partyHint}
        error={errorOf('link-party')}
        value={values.party}
        onChange={(event) => set({ party: event.target.value })}
      />
      <SelectField
        id="link-language"
        label={w.language}
        value={values.language}
        choices={languages.map((value) => ({ value, label: ownNames[value] }))}
        onChange={(event) => {
          const language = event.target.value as Language
          set({ language })
          onLanguage?.(language)
        }}
      />
      <TextField
        id="link-days"
        label={w.days}
        inputMode="numeric"
        error={errorOf('link-days')}
        value={values.days}
        onChange={(event) => set({ days: event.target.value })}
      />
      <FailureNotice acting={making} />
      <div className="acts">
        <SaveButton label={w.make} busy={making.busy} small />
      </div>
    </form>
  )
}

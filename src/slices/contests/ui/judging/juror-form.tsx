import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import { LongTextField, TextField } from '../../../../ui/marks/field.tsx'
import { words as sharedWords } from '../../../../shared/messages/words.gen.ts'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { addJuror, mendJuror } from '../../judging-contract.ts'
import type { Judging } from './judging-part.tsx'
import { words } from './messages/words.gen.ts'
import { StaleNotice } from './stale-notice.tsx'

type Juror = Judging['jurors'][number]
const lines = ['name', 'body', 'decree', 'village', 'kecamatan', 'company'] as const

/** Names a juror, or mends what is written of her; what was typed survives a reload. */
export function JurorForm({ contest, juror, onClose }: { contest: string; juror?: Juror; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language].part
  const j = words[language].juror
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const key = `juri/${juror?.id ?? contest}`
  const { ties } = juror ?? {}
  const base = {
    name: juror?.name ?? '',
    body: juror?.body ?? '',
    decree: juror?.decree ?? '',
    village: ties?.village ?? '',
    kecamatan: ties?.kecamatan ?? '',
    company: ties?.company ?? '',
    kin: (ties?.kin ?? []).join('\n'),
    sponsorReason: ties?.sponsorReason ?? '',
  }
  const draft = useDraft(key, { base, rev: juror?.rev ?? 0 })
  const { values, set } = draft
  const done = async (_: unknown, act: string) => {
    draft.clear()
    sayDone(w.jurorSaved, act)
    await queries.invalidateQueries()
    onClose()
  }
  const adding = useAct(addJuror, { key, done })
  const mending = useAct(mendJuror, { key, done })
  const acting = juror === undefined ? adding : mending
  const labels = { name: w.jurorName, body: w.body, decree: w.decree, village: j.village, kecamatan: j.kecamatan, company: j.company } // prettier-ignore
  const fields = Object.fromEntries([
    ...lines.map((line) => [line, { id: `juri-${line}`, label: labels[line] }]),
    ['kin', { id: 'juri-kin', label: j.kin }],
    ['sponsorReason', { id: 'juri-alasan', label: w.sponsorReason }],
  ]) as Record<string, { id: string; label: string }>
  const details = acting.failure?.code === 'invalid' ? acting.failure.details : {}
  const errors = formErrors(details, { language, fields })
  const errorOf = (id: string) => errors.find(({ field }) => field === id)?.fault
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  const send = () => {
    const kin = values.kin.split('\n').filter((line) => line.trim() !== '')
    const { body, decree, village, kecamatan, company, sponsorReason } = values
    const said = { body: orNull(body), decree: orNull(decree), village: orNull(village), kecamatan: orNull(kecamatan), company: orNull(company), sponsorReason: orNull(sponsorReason), kin } // prettier-ignore
    if (juror === undefined) void adding.send({ id: contest, name: values.name, ...said })
    else void mending.send({ id: juror.id, rev: draft.rev, name: values.name, ...said })
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ErrorSummary title={sharedWords[language].failure.invalid} errors={errors} />
      {lines.map((line) => (
        <TextField
          key={line}
          id={`juri-${line}`}
          label={labels[line]}
          hint={line === 'village' ? w.tiesHint : undefined}
          error={errorOf(`juri-${line}`)}
          value={values[line]}
          maxLength={200}
          onChange={({ target }) => set({ [line]: target.value })}
        />
      ))}
      <LongTextField
        id="juri-kin"
        label={j.kin}
        hint={j.kinHint}
        error={errorOf('juri-kin')}
        value={values.kin}
        onChange={({ target }) => set({ kin: target.value })}
      />
      {ties?.helpsAll === true && (
        <LongTextField
          id="juri-alasan"
          label={w.sponsorReason}
          error={errorOf('juri-alasan')}
          value={values.sponsorReason}
          onChange={({ target }) => set({ sponsorReason: target.value })}
        />
      )}
      <StaleNotice acting={acting} />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={w.save} busy={acting.busy} />
        <button
          type="button"
          className="btn"
          onClick={() => {
            draft.clear()
            onClose()
          }}
        >
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

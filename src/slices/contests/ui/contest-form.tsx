import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Change } from '../../../shared/failure.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors, type FieldError } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft, type Draft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { listUnits } from '../../reference/contract.ts'
import { addContest, mendContest } from '../contract.ts'
import { contestFields, mendOf, noValues, valuesOf, type ContestValues } from './contest-values.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { ContestView } from './view.ts'
import { words } from './messages/words.gen.ts'

export const addDraftKey = 'lomba/baru'

/** A new edition: title and organiser; the rest may wait. */
export function AddContest({ onClose, onAdded }: { onClose: () => void; onAdded: (slug: string) => void }) {
  const language = useLanguage()
  const w = words[language]
  const saved = useSaved()
  const draft = useDraft(addDraftKey, { base: noValues, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addContest, {
    key: 'new',
    async done({ slug }, act) {
      close()
      await saved(w.added, act)
      onAdded(slug)
    },
  })
  const { title, organiserUnit } = draft.values
  const send = async () => {
    const { title: _, ...rest } = mendOf(draft.values, noValues)
    await adding.send({ title, organiserUnit, ...rest })
  }
  return (
    <ContestForm
      {...{ draft, acting: adding, close }}
      label={w.saveNew}
      legend={w.add}
      hasOrganiser
      onSave={() => void send()}
    />
  )
}

/** Corrects an edition. Only what was changed is sent. */
export function MendContest({ contest, onClose }: { contest: ContestView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const saved = useSaved()
  const [sure, setSure] = useState<string[]>([])
  const draft = useDraft(`lomba/${contest.id}`, { base: valuesOf(contest), rev: contest.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendContest, {
    key: contest.id,
    async done(_, act) {
      close()
      await saved(w.mended, act)
    },
  })
  const mend = mendOf(draft.values, draft.base)
  const save = async (rev: number) => {
    if (Object.keys(mend).length > 0) return await mending.send({ id: contest.id, rev, ...mend, ...(sure.length > 0 && { sure }) }) // prettier-ignore
    say({ text: w.unchanged })
    close()
  }
  const { failure } = mending
  if (failure?.code === 'stale') {
    const rows = conflictRows(failure.details.changes ?? [], { language, mine: mend })
    return <Conflict rows={rows} busy={mending.busy} onMine={() => void save(contest.rev)} onTheirs={close} />
  }
  return (
    <ContestForm
      {...{ draft, acting: mending, close }}
      label={w.save}
      legend={w.mend}
      onSave={() => void save(draft.rev)}
    >
      <Doubts
        details={failure?.code === 'invalid' ? failure.details : undefined}
        labels={{ closesOn: w.moveWindow }}
        why={{ closesOn: w.moveWindowWhy }}
        sure={sure}
        onSure={setSure}
      />
    </ContestForm>
  )
}

function conflictRows(
  changes: readonly Change[],
  { language, mine }: { language: keyof typeof words; mine: Record<string, unknown> },
) {
  const fields: Record<string, { label: string }> = contestFields(language)
  return changes.map(({ field, now, by, at }) => {
    const name = field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    const typed = mine[name]
    return {
      label: fields[name]?.label ?? words[language].other,
      ...(typed !== undefined && { mine: writeValue(typed) }),
      theirs: writeValue(now),
      by,
      at: writeInstant(at, language),
    }
  })
}

const writeValue = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

interface FormProps {
  draft: Draft<ContestValues>
  acting: Parameters<typeof FailureNotice>[0]['acting']
  label: string
  legend: string
  hasOrganiser?: boolean
  onSave: () => void
  close: () => void
  children?: React.ReactNode
}

function ContestForm({ draft, acting, label, legend, hasOrganiser = false, onSave, close, children }: FormProps) {
  const language = useLanguage()
  const w = words[language]
  const fields = contestFields(language)
  const { failure } = acting
  const errors: FieldError[] = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const { values, set } = draft
  const isJudged = (name: string) =>
    name === 'closesOn' && (failure?.details.fields ?? []).some(({ path, fault }) => path === name && fault === 'wrong')
  const { data: units } = useQuery({ ...queryOf(listUnits, {}), enabled: hasOrganiser })
  const line = (name: keyof ContestValues) => ({
    ...fields[name],
    // Of the days only judging makes a value wrong that can be read.
    error: isJudged(name) ? w.judged : errors.find(({ field }) => field === fields[name].id)?.fault,
    value: values[name],
  })
  const text = (name: keyof ContestValues, more: { hint?: string; short?: boolean } = {}) => (
    <TextField {...line(name)} {...more} onChange={(event) => set({ [name]: event.currentTarget.value })} />
  )
  const day = (name: keyof ContestValues, hint?: string) => (
    <DayField {...line(name)} {...(hint !== undefined && { hint })} onDay={(typed) => set({ [name]: typed })} />
  )
  const box = (name: 'excludesLastWinner' | 'wantsPhotos') => (
    <label className="pick">
      <input
        type="checkbox"
        checked={values[name] === '1'}
        onChange={(event) => set({ [name]: event.currentTarget.checked ? '1' : '' })}
      />{' '}
      {w.field[name]}
    </label>
  )
  return (
    <form
      className="form after"
      noValidate
      aria-label={legend}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      {text('title')}
      {hasOrganiser && (
        <SelectField
          {...line('organiserUnit')}
          choices={[
            { value: '', label: w.choose },
            ...(units?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => set({ organiserUnit: event.currentTarget.value })}
        />
      )}
      {text('about')}
      {day('opensOn')}
      {day('closesOn', w.inclusive)}
      {text('closesTime', { short: true, hint: w.timeHint })}
      {children}
      {day('contestOn', w.partial)}
      <details open={draft.dirty}>
        <summary>{w.more}</summary>
        <div className="form">
          {text('organiserWords')}
          {text('occasion')}
          {day('announceOn')}
          {day('lookBackOn', w.lookBackHint)}
          {day('purgeOn', w.purgeHint)}
          {text('tiers', { hint: w.listHint })}
          {text('goals', { hint: w.goalsHint })}
          <LongTextField {...line('leniency')} onChange={(event) => set({ leniency: event.currentTarget.value })} />
          {box('excludesLastWinner')}
          {box('wantsPhotos')}
        </div>
      </details>
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={label} busy={acting.busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

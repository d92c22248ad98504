import { languages, ownNames } from '../../../../shared/languages.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { useStale } from '../../../../ui/controls/use-stale.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField } from '../../../../ui/marks/field.tsx'
import { amendSummary, saveSummary } from '../../contract.ts'
import type { Block } from '../../summary-model.ts'
import type { ActivityView } from '../use-activity.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { MergeMinutes } from './merge-minutes.tsx'
import { blockTitle, readTexts, textsOf, toBlocks } from './minutes-words.ts'
import type { MinutesView } from './use-minutes.ts'
import { words } from './messages/words.gen.ts'

export type MinutesFormProps = { activity: ActivityView; minutes: MinutesView }

/** The minutes block by block; the draft survives, and what somebody saved meanwhile is brought together with it. */
export function MinutesForm({ activity, minutes }: MinutesFormProps) {
  const language = useLanguage()
  const { sum: w, fix } = words[language]
  const saved = useSaved()
  const { blocks, rev, points, state } = minutes
  const key = `kegiatan/${activity.id}/notulen`
  const base = { texts: JSON.stringify(textsOf(blocks)), lang: minutes.lang, reason: '' }
  const draft = useDraft(key, { base, rev })
  const texts = readTexts(draft.values.texts, blocks)
  const isAgreed = state === 'disepakati'
  const saving = useAct<typeof amendSummary.input, typeof amendSummary.output>(
    (isAgreed ? amendSummary : saveSummary) as typeof amendSummary,
    {
      key,
      async done(_, act) {
        draft.clear()
        await saved(w.saved, act)
      },
    },
  )
  const isStale = useStale(saving.failure) !== undefined
  const save = async (over: number, sent: Record<string, string>, aside?: Block[]) => {
    const { lang, reason } = draft.values
    const said = { id: activity.id, rev: over, blocks: toBlocks(sent), lang, ...(aside !== undefined && { aside }) }
    await saving.send((isAgreed ? { ...said, reason } : said) as Parameters<typeof saving.send>[0])
  }
  if (isStale && draft.rev < rev) {
    return (
      <MergeMinutes
        minutes={minutes}
        base={JSON.parse(draft.base.texts) as Record<string, string>}
        mine={texts}
        busy={saving.busy}
        onSave={(merged) => void save(rev, merged, toBlocks(texts))}
      />
    )
  }
  const details = saving.failure?.code === 'invalid' ? saving.failure.details : {}
  const fields = { reason: { id: 'minutes-reason', label: w.reason } }
  const errors = formErrors(details, { language, fields })
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev, texts)
      }}
    >
      {minutes.id === undefined && !draft.dirty && <p className="q">{w.none}</p>}
      <ErrorSummary title={fix} errors={errors} />
      {draft.restored && draft.dirty && (
        <p className="s st-wait">
          {w.restored}{' '}
          <button type="button" className="btn sm text" onClick={draft.clear}>
            {w.dropDraft}
          </button>
        </p>
      )}
      {blocks.map((block) => {
        const at = block.point ?? block.kind
        return (
          <LongTextField
            key={at}
            id={`minutes-${at}`}
            label={<bdi>{blockTitle(language, block, points)}</bdi>}
            rows={block.kind === 'pokok' ? 3 : 4}
            lang={draft.values.lang}
            value={texts[at] ?? ''}
            onChange={(event) => draft.set({ texts: JSON.stringify({ ...texts, [at]: event.currentTarget.value }) })}
          />
        )
      })}
      <SelectField
        id="minutes-lang"
        label={w.lang}
        short
        value={draft.values.lang}
        choices={languages.map((value) => ({ value, label: ownNames[value] }))}
        onChange={(event) => draft.set({ lang: event.currentTarget.value })}
      />
      {isAgreed && (
        <LongTextField
          id="minutes-reason"
          label={w.reason}
          hint={w.reasonHint}
          error={errors[0]?.fault}
          rows={2}
          maxLength={2000}
          value={draft.values.reason}
          onChange={(event) => draft.set({ reason: event.currentTarget.value })}
        />
      )}
      {!isStale && <FailureNotice acting={saving} />}
      <div className="acts">
        <SaveButton label={w.save} busy={saving.busy} />
      </div>
    </form>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField, TextField } from '../../../../ui/marks/field.tsx'
import { words as sharedWords } from '../../../../shared/messages/words.gen.ts'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { setCriteria } from '../../judging-contract.ts'
import {
  judgingLimits,
  normalisations,
  scales,
  tieRules,
  type Normalisation,
  type Scale,
  type TieRule,
} from '../../judging-model.ts'
import type { Judging, JudgingProps } from './judging-part.tsx'
import { words } from './messages/words.gen.ts'
import { StaleNotice } from './stale-notice.tsx'
import { writeTieRule } from './written.ts'

const baseOf = ({ rules, criteria }: Judging) => ({
  scale: String(rules?.scale ?? 10),
  normalisation: rules?.normalisation ?? 'none',
  tieRule: rules?.tieRule ?? 'criterion_order',
  winners: String(rules?.winners ?? 3),
  prizes: (rules?.prizes ?? []).join('\n'),
  rows: JSON.stringify(criteria.length === 0 ? [{ name: '', weight: '' }, { name: '', weight: '' }] : criteria.map(({ name, weight }) => ({ name, weight: String(weight) }))), // prettier-ignore
})

interface Row {
  name: string
  weight: string
}

/** The table of criteria with its running sum, and the rules; what was typed survives a reload. */
export function CriteriaForm({ contest, judging, onClose }: JudgingProps & { onClose: () => void }) {
  const language = useLanguage()
  const w = words[language].part
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const draft = useDraft(`kriteria/${contest.id}`, { base: baseOf(judging), rev: judging.rev })
  const { values, set } = draft
  const rows = JSON.parse(values.rows) as Row[]
  const setRows = (next: Row[]) => set({ rows: JSON.stringify(next) })
  const filled = rows.filter(({ name, weight }) => name.trim() !== '' || weight.trim() !== '')
  const sum = filled.reduce((total, { weight }) => total + (Number(weight) || 0), 0)
  const acting = useAct(setCriteria, {
    key: contest.id,
    async done({ version }, act) {
      draft.clear()
      sayDone(w.saved({ n: version }), act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  const fields = Object.fromEntries([
    ['criteria', { id: 'bobot-1', label: w.criteria }],
    ...filled.flatMap((_, at) => [
      [`criteria.${at}.name`, { id: `kriteria-${at + 1}`, label: w.criterionName({ n: at + 1 }) }],
      [`criteria.${at}.weight`, { id: `bobot-${at + 1}`, label: w.weight({ n: at + 1 }) }],
    ]),
    ['winners', { id: 'pemenang', label: w.winners }],
    ['prizes', { id: 'hadiah', label: w.prizes }],
  ]) as Record<string, { id: string; label: string }>
  const { failure } = acting
  const isSum = failure?.code === 'invalid' && (failure.details.missing ?? []).length > 0
  const errors = isSum
    ? [{ field: 'bobot-1', message: w.sumWrong({ sum }) }]
    : failure?.code === 'invalid'
      ? formErrors(failure.details, { language, fields })
      : []
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void acting.send({
          id: contest.id,
          rev: draft.rev,
          scale: Number(values.scale) as Scale,
          normalisation: values.normalisation as Normalisation,
          tieRule: values.tieRule as TieRule,
          winners: Number(values.winners),
          prizes: values.prizes.split('\n').map((line) => line.trim()).filter((line) => line !== ''), // prettier-ignore
          lang: language,
          criteria: filled.map(({ name, weight }) => ({ name, weight: Number(weight) })),
        })
      }}
    >
      <ErrorSummary title={sharedWords[language].failure.invalid} errors={errors} />
      {rows.map(({ name, weight }, at) => (
        <div className="two" key={at}>
          <TextField
            id={`kriteria-${at + 1}`}
            label={w.criterionName({ n: at + 1 })}
            value={name}
            maxLength={200}
            onChange={({ target }) => setRows(rows.with(at, { name: target.value, weight }))}
          />
          <TextField
            id={`bobot-${at + 1}`}
            label={w.weight({ n: at + 1 })}
            value={weight}
            inputMode="numeric"
            maxLength={3}
            short
            onChange={({ target }) => setRows(rows.with(at, { name, weight: target.value }))}
          />
          {rows.length > 1 && (
            <button type="button" className="btn sm text" onClick={() => setRows(rows.toSpliced(at, 1))}>
              {w.dropRow({ n: at + 1 })}
            </button>
          )}
        </div>
      ))}
      <p role="status" className={sum === 100 ? 'st-live' : 'st-wait'}>
        {w.sum({ sum })}
      </p>
      {rows.length < judgingLimits.criteria && (
        <button type="button" className="btn sm" onClick={() => setRows([...rows, { name: '', weight: '' }])}>
          {w.addRow}
        </button>
      )}
      <SelectField
        id="skala"
        label={w.scale}
        value={values.scale}
        choices={scales.map((scale) => ({ value: String(scale), label: w.upTo({ n: scale }) }))}
        onChange={({ target }) => set({ scale: target.value })}
        short
      />
      <SelectField
        id="penyetaraan"
        label={w.normalisation}
        value={values.normalisation}
        choices={normalisations.map((value) => ({ value, label: words[language].normal[value] }))}
        onChange={({ target }) => set({ normalisation: target.value as Normalisation })}
      />
      <SelectField
        id="poin-sama"
        label={w.tieRule}
        value={values.tieRule}
        choices={tieRules.map((value) => ({ value, label: writeTieRule(language, value) }))}
        onChange={({ target }) => set({ tieRule: target.value as TieRule })}
      />
      <TextField
        id="pemenang"
        label={w.winners}
        value={values.winners}
        inputMode="numeric"
        maxLength={2}
        short
        onChange={({ target }) => set({ winners: target.value })}
      />
      <LongTextField
        id="hadiah"
        label={w.prizes}
        hint={w.prizesHint}
        value={values.prizes}
        onChange={({ target }) => set({ prizes: target.value })}
      />
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

import { formatNumber } from '../../../shared/format.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { addCost, dropCost } from '../contract.ts'
import { words as ourWords } from '../messages/words.gen.ts'
import { costKinds, payers, type CostKind, type Payer } from '../model.ts'
import { feeObstacle } from '../refused-words.ts'
import { obstacleText } from '../embed.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { RecordForm } from './record-form.tsx'
import { numberTyped } from './typed.ts'
import { useSavingAct } from './use-saving-act.ts'
import type { CohortView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Who pays what. A placement fee of the worker is refused with the article, on the way in already. */
export function CostsPart({ cohort }: { cohort: CohortView }) {
  const { language } = useVisitor()
  const { cost: w, cohort: c, drop } = words[language]
  const { payer: payerName } = ourWords[language]
  const dropping = useSavingAct(dropCost, { key: `biaya/${cohort.id}`, said: w.dropped })
  return (
    <section className="sec" id="biaya">
      <h2>{c.costs}</h2>
      {cohort.costs.length === 0 && <EmptyState>{c.costsNone}</EmptyState>}
      <ul className="lines">
        {cohort.costs.map((cost) => (
          <li key={cost.id}>
            <p>
              <bdi>{cost.item}</bdi>{' '}
              <span className="s q">
                {w.payer}: {payerName[cost.payer]}
                {cost.amount !== undefined && ` · Rp ${formatNumber(cost.amount, language)}`}
              </span>{' '}
              {cohort.mayKeep && (
                <button
                  type="button"
                  className="linklike s"
                  onClick={() => void dropping.send({ id: cost.id, rev: cost.rev })}
                >
                  {drop}
                  <span className="vh">: {cost.item}</span>
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      <FailureNotice acting={dropping} />
      {cohort.mayKeep && (
        <Opened label={w.add} draft={`angkatan/${cohort.id}/biaya`}>
          {(close) => <CostForm cohort={cohort.id} onClose={close} />}
        </Opened>
      )}
    </section>
  )
}

function CostForm({ cohort, onClose }: { cohort: string; onClose: () => void }) {
  const { language } = useVisitor()
  const { cost: w } = words[language]
  const { cost: kindName, payer: payerName } = ourWords[language]
  const key = `angkatan/${cohort}/biaya`
  const draft = useDraft(key, { base: { item: '', kind: 'lain', payer: 'pekerja', amount: '' }, rev: 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useSavingAct(addCost, { key, said: w.saved, after: close })
  const refused = feeObstacle({ item: values.item, payer: values.payer as Payer })
  return (
    <RecordForm
      id={`biaya-${cohort}`}
      draft={draft}
      acting={adding}
      onClose={onClose}
      onSave={() =>
        void adding.send({
          id: cohort,
          item: values.item,
          kind: values.kind as CostKind,
          payer: values.payer as Payer,
          amount: numberTyped(values.amount),
        })
      }
      controls={[
        {
          as: 'line',
          name: 'item',
          label: w.item,
          warning: refused === undefined ? undefined : obstacleText(language, refused),
        },
        {
          as: 'select',
          name: 'kind',
          label: w.kind,
          choices: costKinds.map((value) => ({ value, label: kindName[value] })),
        },
        {
          as: 'select',
          name: 'payer',
          label: w.payer,
          choices: payers.map((value) => ({ value, label: payerName[value] })),
        },
        { as: 'number', name: 'amount', label: w.amount, hint: w.amountHint },
      ]}
    />
  )
}

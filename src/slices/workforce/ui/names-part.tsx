import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { ConfirmDialog } from '../../../ui/controls/confirm-dialog.tsx'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { addName, dropName, listNames, mendName } from '../contract.ts'
import { words as ourWords } from '../messages/words.gen.ts'
import { shareables, steps, type Shareable, type Step } from '../model.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { RecordForm } from './record-form.tsx'
import { dayOrNull } from './typed.ts'
import { useSavingAct } from './use-saving-act.ts'
import type { CohortView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Names, for staff of the source agency; whoever else looks sees how many there are. */
export function NamesPart({ cohort }: { cohort: CohortView }) {
  const { names: w } = words[useVisitor().language]
  return (
    <section className="sec" id="nama">
      <h2>{w.title}</h2>
      {cohort.mayName ? <Names cohort={cohort} /> : <p className="q">{w.officers({ n: cohort.named })}</p>}
    </section>
  )
}

function Names({ cohort }: { cohort: CohortView }) {
  const { names: w } = words[useVisitor().language]
  const { data, error, refetch } = useQuery(queryOf(listNames, { id: cohort.id }))
  if (error !== null) return <FailureLine error={error} onRetry={() => void refetch()} />
  return (
    <>
      {data?.rows.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ul className="lines">
        {data?.rows.map((row) => (
          <NameEntry key={row.id} row={row} />
        ))}
      </ul>
      <Opened label={w.add} draft={`angkatan/${cohort.id}/nama`}>
        {(close) => <NameForm cohort={cohort.id} onClose={close} />}
      </Opened>
    </>
  )
}

interface NameRow {
  id: string
  name: string
  step: Step
  consentOn: string
  mayShare: Shareable[]
  rev: number
}

function NameEntry({ row }: { row: NameRow }) {
  const { language } = useVisitor()
  const { names: w, cohort } = words[language]
  const { step } = ourWords[language]
  const [open, setOpen] = useState<'mend' | 'erase'>()
  const erasing = useSavingAct(dropName, { key: `nama/${row.id}/hapus`, said: w.erased })
  if (open === 'mend') return <li><NameForm row={row} onClose={() => setOpen(undefined)} /></li> // prettier-ignore
  return (
    <li>
      <p>
        <bdi>{row.name}</bdi>{' '}
        <span className="s q">
          {step[row.step]} · {w.consentOn} {formatDate(row.consentOn, language)}
        </span>
      </p>
      <p className="acts">
        <button type="button" className="linklike s" onClick={() => setOpen('mend')}>
          {cohort.mend}
          <span className="vh">: {row.name}</span>
        </button>
        <button type="button" className="linklike s" onClick={() => setOpen('erase')}>
          {w.erase}
          <span className="vh">: {row.name}</span>
        </button>
      </p>
      <FailureNotice acting={erasing} />
      {open === 'erase' && (
        <ConfirmDialog
          title={w.erase}
          text={w.eraseAsk}
          stay={w.keep}
          go={w.erase}
          onStay={() => setOpen(undefined)}
          onGo={() => {
            setOpen(undefined)
            void erasing.send({ id: row.id, rev: row.rev })
          }}
        />
      )}
    </li>
  )
}

function NameForm({ cohort, row, onClose }: { cohort?: string; row?: NameRow; onClose: () => void }) {
  const { language } = useVisitor()
  const { names: w, count } = words[language]
  const { step: stepName, share } = ourWords[language]
  const key = row === undefined ? `angkatan/${cohort}/nama` : `nama/${row.id}`
  const base = {
    name: row?.name ?? '',
    step: row?.step ?? 'pelatihan',
    consentOn: row?.consentOn ?? '',
    mayShare: row?.mayShare.join(' ') ?? '',
  }
  const draft = useDraft(key, { base, rev: row?.rev ?? 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useSavingAct(addName, { key, said: w.saved, after: close })
  const mending = useSavingAct(mendName, { key, said: w.saved, after: close })
  const chosen = shareables.filter((one) => values.mayShare.split(' ').includes(one))
  const save = async () => {
    const consentOn = dayOrNull(values.consentOn) ?? ''
    const sent = { name: values.name, step: values.step as Step, consentOn, mayShare: [...chosen] }
    if (row !== undefined) await mending.send({ id: row.id, rev: draft.rev, ...sent })
    else await adding.send({ id: cohort ?? '', ...sent })
  }
  const acting = row === undefined ? adding : mending
  return (
    <RecordForm
      id={`nama-${row?.id ?? cohort}`}
      draft={draft}
      acting={acting}
      onSave={() => void save()}
      onClose={onClose}
      controls={[
        { as: 'line', name: 'name', label: w.name },
        {
          as: 'select',
          name: 'step',
          label: count.step,
          choices: steps.map((value) => ({ value, label: stepName[value] })),
        },
        { as: 'day', name: 'consentOn', label: w.consentOn },
      ]}
    >
      {acting.failure?.code === 'stale' && <p role="alert">{acting.failure.message}</p>}
      <fieldset className="f plain">
        <legend>{w.mayShare}</legend>
        {shareables.map((one) => (
          <label key={one} className="pick">
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={(event) => {
                const next = event.currentTarget.checked ? [...chosen, one] : chosen.filter((each) => each !== one)
                draft.set({ mayShare: next.join(' ') })
              }}
            />{' '}
            {share[one]}
          </label>
        ))}
      </fieldset>
    </RecordForm>
  )
}

import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { addFigure, voidFigure } from '../contract.ts'
import { words as ourWords } from '../messages/words.gen.ts'
import { figureKinds, unitsOfFigure, type FigureKind, type FigureUnit } from '../model.ts'
import { coverageText, figureText } from '../embed.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { RecordForm } from './record-form.tsx'
import { numberTyped, orNull } from './typed.ts'
import { useSavingAct } from './use-saving-act.ts'
import type { Overview } from './view.ts'
import { VoidEntry } from './void-entry.tsx'
import { words } from './messages/words.gen.ts'

/** Unemployment and absorption as context: each figure with its source, and beside every rate who reported. */
export function FiguresPart({ overview }: { overview: Overview }) {
  const { language, may } = useVisitor()
  const { figures: w } = words[language]
  const our = ourWords[language]
  const nothing = overview.figures.length === 0 && overview.coverage.length === 0
  return (
    <section className="sec" id="angka">
      <h2>{w.title}</h2>
      {nothing ? <EmptyState>{w.none}</EmptyState> : <p className="s q">{our.coverage.once}</p>}
      <ul className="log gap">
        {overview.coverage.map((year) => (
          <li key={year.year}>
            <p className="key">{year.year}</p>
            <p>{coverageText(language, year)}</p>
          </li>
        ))}
        {overview.figures.map((figure) => {
          const what = our.portal.figureYear({ figure: our.figure[figure.kind], year: String(figure.year) })
          return (
            <li key={figure.id}>
              <p className="key">{figure.year}</p>
              <div>
                <p>
                  {our.figure[figure.kind]}: <b>{figureText(language, figure)}</b>
                </p>
                <p className="s q">{our.known.according({ source: figure.source })}</p>
                {figure.note !== undefined && <p className="s">{figure.note}</p>}
                {may('programmes.publish') && (
                  <VoidEntry endpoint={voidFigure} id={figure.id} rev={figure.rev} what={what} />
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {may('programmes.publish') && (
        <Opened label={w.add} draft="tenaga-kerja/angka">
          {(close) => <FigureForm onClose={close} />}
        </Opened>
      )}
    </section>
  )
}

const blank = { kind: 'pengangguran', year: '', value: '', unit: 'persen', source: '', note: '' }

function FigureForm({ onClose }: { onClose: () => void }) {
  const { language } = useVisitor()
  const { figures: w } = words[language]
  const our = ourWords[language]
  const key = 'tenaga-kerja/angka'
  const draft = useDraft(key, { base: blank, rev: 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useSavingAct(addFigure, { key, said: w.saved, after: close })
  const kind = values.kind as FigureKind
  const units = unitsOfFigure[kind]
  const unit = units.find((one) => one === values.unit) ?? units[0]
  return (
    <RecordForm
      id="angka-baru"
      draft={draft}
      acting={adding}
      onClose={onClose}
      onSave={() =>
        void adding.send({
          kind,
          year: numberTyped(values.year) ?? ('' as unknown as number),
          value: numberTyped(values.value),
          unit: unit as FigureUnit,
          source: values.source,
          note: orNull(values.note),
        })
      }
      controls={[
        {
          as: 'select',
          name: 'kind',
          label: w.kind,
          choices: figureKinds.map((value) => ({ value, label: our.figure[value] })),
        },
        { as: 'number', name: 'year', label: w.year },
        { as: 'number', name: 'value', label: w.value, hint: w.valueHint },
        {
          as: 'select',
          name: 'unit',
          label: w.unit,
          choices: units.map((value) => ({ value, label: our.unit[value] })),
        },
        { as: 'line', name: 'source', label: w.source },
        { as: 'long', name: 'note', label: w.note },
      ]}
    />
  )
}

import { useLanguage } from '../../../ui/controls/visitor.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { keepFile } from '../../files/contract.ts'
import { TextField } from '../../../ui/marks/field.tsx'
import { hasArticles, readKept, type RecordValues } from './record-input.ts'
import type { RecordLabels } from './record-step.tsx'
import { words } from './messages/words.gen.ts'

export type RecordPartProps = {
  values: RecordValues
  set: (change: Partial<RecordValues>) => void
  label: RecordLabels
  errorOf: (path: string) => string | undefined
}

const proofs = ['file', 'seen', 'none'] as const

/** The paper that proves it: a file, seen on paper and where, or none yet. What a letter carries stands below it. */
export function PaperFields({ values, set, label, errorOf }: RecordPartProps) {
  const w = words[useLanguage()].record
  return (
    <>
      <fieldset className="f plain">
        <legend>{w.proof}</legend>
        {proofs.map((proof) => (
          <label key={proof} className="pick">
            <input type="radio" name="proof" checked={values.proof === proof} onChange={() => set({ proof })} />{' '}
            {w.proofs[proof]}
          </label>
        ))}
        {values.proof === 'none' && <p className="hint st-wait">{w.withoutPaper}</p>}
      </fieldset>
      {values.proof === 'file' && (
        <FileDrop
          id="r-file"
          label={label.file}
          error={errorOf('file')}
          keep={keepFile}
          file={readKept(values.file)}
          onFile={(file) => set({ file: file === undefined ? '' : JSON.stringify(file) })}
        />
      )}
      {values.proof === 'seen' && (
        <Typed path="seenAt" hint={w.seenHint} values={values} set={set} label={label} errorOf={errorOf} />
      )}
      {values.proof !== 'none' && (
        <details open={values.number !== '' || values.datedOn !== ''}>
          <summary>{w.letter}</summary>
          <div className="form gap">
            {(['number', 'issuer', 'datedOn', 'receivedOn'] as const).map((path) => (
              <Typed key={path} path={path} values={values} set={set} label={label} errorOf={errorOf} />
            ))}
            {hasArticles(values) &&
              (['lang', 'articles'] as const).map((path) => (
                <Typed key={path} path={path} values={values} set={set} label={label} errorOf={errorOf} />
              ))}
          </div>
        </details>
      )}
    </>
  )
}

/** One line of the form, by its path. */
export function Typed({
  path,
  hint,
  values,
  set,
  label,
  errorOf,
}: RecordPartProps & { path: keyof RecordLabels; hint?: string }) {
  const line = { id: `r-${path}`, label: label[path], hint, error: errorOf(path), value: values[path] ?? '' }
  if (path.endsWith('On')) return <DayField {...line} onDay={(day) => set({ [path]: day })} />
  return <TextField {...line} onChange={(event) => set({ [path]: event.currentTarget.value })} />
}

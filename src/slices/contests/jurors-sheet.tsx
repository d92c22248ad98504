import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { LongTextField, TextField } from '../../ui/marks/field.tsx'
import { actField } from '../links/acting.ts'
import type { Criterion } from './judging-read.ts'
import type { JurorPage, RefusedSheet } from './jurors-page.tsx'
import { words } from './ui/judging/messages/words.gen.ts'
import { writeConflicts } from './ui/judging/written.ts'

interface EntryFormProps {
  language: Language
  row: JurorPage['entries'][number]
  scale: number
  criteria: readonly Criterion[]
  path: string
  open: boolean
  refused: RefusedSheet | undefined
}

/** The sheet of one entry: a mark for each criterion, and what the juror sees there. Sent twice it is one sheet. */
export function EntryForm({ language, row, scale, criteria, path, open, refused }: EntryFormProps) {
  const w = words[language].juror
  const { entry, conflicts, sheet } = row
  const { id, number, name, village } = entry
  const title = (
    <>
      <bdi>{words[language].entry({ n: number, name })}</bdi>
      {', '}
      <bdi>{village}</bdi>
    </>
  )
  if (conflicts.length > 0) {
    return (
      <p className="gap q" id={`peserta-${number}`}>
        {title}
        <br />
        {w.notYours({ why: writeConflicts(language, conflicts) })}
      </p>
    )
  }
  const typed = (position: number) =>
    refused?.values[`nilai_${position}`] ?? (sheet === undefined ? '' : String(sheet.marks[position - 1] ?? ''))
  return (
    <details className="gap" id={`peserta-${number}`} open={open}>
      <summary>
        {title} <span className="q">({sheet === undefined ? w.due : w.sent({ version: sheet.version })})</span>
      </summary>
      <form className="form gap" method="post" action={`/${language}${path}`} data-lembar={number}>
        <input type="hidden" name={actField} value={refused?.lembar ?? newId()} />
        <input type="hidden" name="langkah" value="nilai" />
        <input type="hidden" name="peserta" value={id} />
        <input type="hidden" name="versi" value={refused?.version ?? (sheet?.version ?? 0) + 1} />
        {criteria.map(({ position, name: criterion, nameLang, about, weight }) => (
          <TextField
            key={position}
            id={`nilai_${position}-${id}`}
            name={`nilai_${position}`}
            label={<bdi lang={nameLang}>{w.criterion({ name: criterion, weight })}</bdi>}
            hint={
              <>
                {w.markHint({ scale })}
                {about !== null && (
                  <>
                    {'. '}
                    <bdi lang={nameLang}>{about}</bdi>
                  </>
                )}
              </>
            }
            error={refused?.faults[`nilai_${position}`]}
            defaultValue={typed(position)}
            inputMode="numeric"
            maxLength={3}
            short
          />
        ))}
        <LongTextField
          id={`catatan-${id}`}
          name="catatan"
          label={w.note}
          hint={w.optional}
          error={refused?.faults['catatan']}
          defaultValue={refused?.values['catatan'] ?? sheet?.note ?? ''}
          rows={2}
        />
        <div className="acts">
          <button className="btn go" type="submit">
            {sheet === undefined ? w.send({ n: number }) : w.mend({ n: number })}
          </button>
        </div>
      </form>
    </details>
  )
}

import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { importHolidays } from '../../../slices/reference/contract.ts'
import { ConfirmDialog } from '../../../ui/controls/confirm-dialog.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField, TextField } from '../../../ui/marks/field.tsx'
import { readHolidayTable } from './holiday-table.ts'
import type { HolidayYear } from './holiday-values.ts'
import { RowForm } from './row-form.tsx'
import { SettingsConflict } from './settings-conflict.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

/** The table of a new decree, pasted whole; what was read stands beside it before anything is replaced. */
export function TakeOverTable({ year: { year, rev, days } }: { year: HolidayYear }) {
  const language = useLanguage()
  const w = words[language]
  const key = `settings/holiday-table/${year}`
  const draft = useDraft(key, { base: { basis: '', text: '' }, rev })
  const [asked, setAsked] = useState(false)
  const taking = useSettledAct(importHolidays, {
    key,
    said: w.holidays.tableTaken,
    after: draft.clear,
    movesClocks: true,
  })
  const { basis, text } = draft.values
  const { rows, unread } = readHolidayTable(text, year)
  const send = async () => await taking.send({ year, rev, basis, complete: true, rows })
  const fields = {
    basis: { id: 'table-basis', label: w.holidays.basis },
    rows: { id: 'table-text', label: w.holidays.table },
  }
  const told = Object.fromEntries(rows.map((_, index) => [`rows.${index}.day`, fields.rows]))
  if (taking.failure?.code === 'stale') {
    const { busy } = taking
    const theirs = () => {
      taking.dismiss()
      draft.clear()
    }
    return (
      <SettingsConflict changes={[]} labels={{}} mine={{}} busy={busy} onMine={() => void send()} onTheirs={theirs} />
    )
  }
  return (
    <section className="sec after">
      <h2>{w.holidays.tableTitle({ year: String(year) })}</h2>
      <RowForm
        draft={draft}
        acting={taking}
        fields={{ ...fields, ...told }}
        label={w.holidays.takeTable}
        onSave={() => (days > 0 && rows.length > 0 ? setAsked(true) : void send())}
      >
        {(errorOf) => (
          <>
            <TextField
              {...fields.basis}
              hint={w.holidays.yearBasisHint}
              error={errorOf(fields.basis.id)}
              value={basis}
              onChange={(event) => draft.set({ basis: event.currentTarget.value })}
            />
            <LongTextField
              {...fields.rows}
              hint={w.holidays.tableHint({ year: String(year) })}
              error={errorOf(fields.rows.id)}
              rows={6}
              value={text}
              onChange={(event) => draft.set({ text: event.currentTarget.value })}
            />
            <div role="status">
              {rows.length > 0 && <p>{w.holidays.tableRead({ n: rows.length })}</p>}
              {unread.length > 0 && (
                <p className="st-wait">{w.holidays.tableUnread({ lines: unread.slice(0, 20).join(', ') })}</p>
              )}
            </div>
            {rows.length > 0 && (
              <ul className="s">
                {rows.slice(0, 60).map(({ day, kind, name }) => (
                  <li key={day + kind}>
                    {formatDate(day, language, { weekday: true, short: true })} · <bdi lang="id">{name}</bdi> ·{' '}
                    {referenceWords[language].holidayKind[kind]}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </RowForm>
      {asked && (
        <ConfirmDialog
          title={w.holidays.replaceTitle({ year: String(year) })}
          text={w.holidays.replaceText({ was: days, now: rows.length })}
          stay={w.cancel}
          go={w.holidays.replace}
          onStay={() => setAsked(false)}
          onGo={() => {
            setAsked(false)
            void send()
          }}
        />
      )}
    </section>
  )
}

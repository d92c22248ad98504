import { useState } from 'react'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { LongTextField, SelectField } from '../../../../ui/marks/field.tsx'
import { attendeeOf, findAlike, mostLines, parseAttendees, type Attendee } from '../../attendees-model.ts'
import { addParticipants } from '../../contract.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { sides, type Participant } from '../../model.ts'
import type { ActivityView } from '../use-activity.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

type Choice = 'merge' | 'skip' | 'another'
type Line = { attendee: Attendee; into?: string; isAbove: boolean }
const blank = { text: '', side: 'guest', invited: '' }

/** People and bodies a line each, typed or pasted: looked at first, and whoever stands there already is asked about. */
export function AddSeveral({ activity, onClose }: { activity: ActivityView; onClose: () => void }) {
  const language = useLanguage()
  const { several: w, ...common } = words[language]
  const saved = useSaved()
  const key = `kegiatan/${activity.id}/beberapa`
  const draft = useDraft(key, { base: blank, rev: 0 })
  const { values } = draft
  const [isShown, setIsShown] = useState(false)
  const [isAsked, setIsAsked] = useState(false)
  const [choices, setChoices] = useState<Record<number, Choice>>({})
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addParticipants, {
    key,
    async done({ added, merged }, act) {
      close()
      await saved(w.saved({ n: added + merged }), act)
    },
  })
  const lines = readLines(values.text, activity)
  const error = lines.length === 0 ? w.nothing : lines.length > mostLines ? w.tooMany({ n: mostLines }) : undefined
  const choiceOf = (line: Line, at: number): Choice | undefined =>
    line.into === undefined && !line.isAbove ? undefined : (choices[at] ?? (line.isAbove ? 'skip' : 'merge'))
  const rows = lines.flatMap((line, at) => {
    const choice = choiceOf(line, at)
    if (choice === 'skip') return []
    const { name, organisation, role } = line.attendee
    const said = { ...(name && { name }), ...(organisation && { organisation }), ...(role && { role }) }
    const how =
      choice === 'merge' && line.into !== undefined ? { into: line.into } : choice === 'another' ? { twice: true } : {}
    return [{ side: values.side as Participant['side'], ...said, ...how }]
  })
  if (isShown && error === undefined) {
    return (
      <div className="form after">
        <h3>{w.preview}</h3>
        <Preview
          lines={lines}
          choiceOf={choiceOf}
          onChoose={(at, choice) => setChoices((before) => ({ ...before, [at]: choice }))}
        />
        <FailureNotice acting={adding} />
        <div className="acts">
          <button
            type="button"
            className="btn go sm"
            aria-busy={adding.busy}
            onClick={() => {
              const invited = values.invited !== ''
              if (rows.length > 0) void adding.send({ id: activity.id, rows, invited, present: !invited })
            }}
          >
            {w.save({ n: rows.length })}
          </button>
          <button type="button" className="btn sm" onClick={() => setIsShown(false)}>
            {w.back}
          </button>
        </div>
      </div>
    )
  }
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsAsked(true)
        setIsShown(error === undefined)
      }}
    >
      <LongTextField
        id="several"
        label={w.label}
        hint={w.hint}
        error={isAsked ? error : undefined}
        rows={6}
        value={values.text}
        onChange={(event) => draft.set({ text: event.currentTarget.value })}
      />
      <SelectField
        id="several-side"
        label={w.side}
        short
        value={values.side}
        choices={sides.map((value) => ({ value, label: agendaWords[language].side[value] }))}
        onChange={(event) => draft.set({ side: event.currentTarget.value })}
      />
      <label className="pick">
        <input
          type="checkbox"
          checked={values.invited !== ''}
          onChange={(event) => draft.set({ invited: event.currentTarget.checked ? 'ya' : '' })}
        />{' '}
        {w.asInvited}
      </label>
      <div className="acts">
        <SaveButton label={w.look} busy={false} small />
        <button type="button" className="btn sm" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}

/** Each line with whom it repeats: somebody recorded, or a line above it. */
function readLines(text: string, { participants }: ActivityView): Line[] {
  const known = participants.map((row) => ({ id: row.id, attendee: attendeeOf(row) }))
  const seen: { attendee: Attendee }[] = []
  return parseAttendees(text).map((attendee) => {
    const into = findAlike(known, attendee)?.id
    const isAbove = into === undefined && findAlike(seen, attendee) !== undefined
    seen.push({ attendee })
    return { attendee, isAbove, ...(into !== undefined && { into }) }
  })
}

type PreviewProps = {
  lines: readonly Line[]
  choiceOf: (line: Line, at: number) => Choice | undefined
  onChoose: (at: number, choice: Choice) => void
}

function Preview({ lines, choiceOf, onChoose }: PreviewProps) {
  const { several: w } = words[useLanguage()]
  return (
    <ol className="people">
      {lines.map((line, at) => {
        const { name, organisation, role } = line.attendee
        const who = name || organisation
        const choice = choiceOf(line, at)
        const can: Choice[] = line.isAbove ? ['skip', 'another'] : ['merge', 'skip', 'another']
        return (
          <li key={at}>
            <p>
              {[name, organisation, role]
                .filter((part) => part !== '')
                .map((part, index) => (
                  <span key={index}>
                    {index > 0 && ' · '}
                    <bdi>{part}</bdi>
                  </span>
                ))}
            </p>
            {choice !== undefined && (
              <p className="acts">
                <span className="st-wait">{line.isAbove ? w.twiceAbove : w.isThere({ who })}</span>
                <select
                  className="in short"
                  aria-label={w.for({ who })}
                  value={choice}
                  onChange={(event) => onChoose(at, event.currentTarget.value as Choice)}
                >
                  {can.map((one) => (
                    <option key={one} value={one}>
                      {w[one]}
                    </option>
                  ))}
                </select>
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

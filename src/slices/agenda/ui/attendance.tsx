import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { addParticipant, dropParticipant } from '../contract.ts'
import { Name } from '../embed.tsx'
import { words as agendaWords } from '../messages/words.gen.ts'
import { sides } from '../model.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import { DropButton } from './drop-button.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { peopleChoices } from './people-choices.ts'
import { AttendanceActs, Doubles, HeadCounts, Presence } from './room/presence.tsx'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words as roomWords } from './room/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

type Participant = ActivityView['participants'][number]

/** Hosts, guests and organisations with role and head count. */
export function Attendance({ activity, mayMend }: { activity: ActivityView; mayMend: boolean }) {
  const w = words[useLanguage()].attendance
  return (
    <section className="sec after">
      <h2>{w.title}</h2>
      {activity.participants.length === 0 && <p className="q">{w.none}</p>}
      <HeadCounts activity={activity} />
      <ul className="people">
        {activity.participants.map((participant) => (
          <li key={participant.id}>
            <Line participant={participant} />
            <Presence participant={participant} mayMend={mayMend} />
            {mayMend && (
              <DropButton
                endpoint={dropParticipant}
                input={{ id: participant.id, rev: participant.rev }}
                what={[participant.givenName, participant.familyName, participant.organisation].join(' ').trim()}
                said={w.dropped}
              />
            )}
          </li>
        ))}
      </ul>
      {mayMend && <Doubles activity={activity} />}
      {mayMend && <Opened label={w.add}>{(close) => <AddParticipant activity={activity} onClose={close} />}</Opened>}
      <AttendanceActs activity={activity} mayMend={mayMend} />
    </section>
  )
}

function Line({ participant }: { participant: Participant }) {
  const language = useLanguage()
  const w = agendaWords[language]
  const { side, leads, office, role, headcount, organisation, givenName } = participant
  const rest = [
    office === undefined ? undefined : referenceWords[language].office[office],
    givenName === '' ? undefined : organisation,
    role,
    headcount === undefined ? undefined : w.people({ n: headcount }),
    leads ? words[language].attendance.leads : undefined,
  ].filter((part) => part !== undefined)
  return (
    <p>
      {w.side[side]}: <Name person={participant} />
      {rest.map((part) => w.comma + part).join('')}
    </p>
  )
}

const blank = { side: 'guest', who: '', organisation: '', role: '', headcount: '', leads: '' }

function AddParticipant({ activity, onClose }: { activity: ActivityView; onClose: () => void }) {
  const language = useLanguage()
  const { attendance: w, ...common } = words[language]
  const saved = useSaved()
  const key = `kegiatan/${activity.id}/hadir`
  const draft = useDraft(key, { base: blank, rev: 0 })
  const { values } = draft
  const [sure, setSure] = useState<string[]>([])
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addParticipant, {
    key,
    async done(_, act) {
      close()
      await saved(w.added, act)
    },
  })
  const choices = peopleChoices(language, activity)
  const fields = {
    organisation: { id: 'organisation', label: w.organisation },
    personName: { id: 'attends', label: w.who },
    role: { id: 'role', label: w.role },
    headcount: { id: 'headcount', label: w.headcount },
  }
  const details = adding.failure?.code === 'invalid' ? adding.failure.details : {}
  const errors = formErrors(details, { language, fields })
  const to = (name: 'organisation' | 'role' | 'headcount') => ({
    ...fields[name],
    error: errors.find(({ field }) => field === fields[name].id)?.fault,
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => draft.set({ [name]: event.currentTarget.value }),
  })
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const { side, who, organisation, role, headcount, leads } = values
        const chosen = choices.find(({ label }) => label === who)?.as
        void adding.send({
          id: activity.id,
          side: side as Participant['side'],
          ...(chosen ?? (who.trim() !== '' && { personName: who })),
          ...(organisation.trim() !== '' && { organisation }),
          ...(role.trim() !== '' && { role }),
          ...(headcount.trim() !== '' && { headcount: Number(headcount) }),
          ...(leads !== '' && { leads: true }),
          ...(sure.length > 0 && { sure }),
        })
      }}
    >
      <ErrorSummary title={common.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{common.restored}</p>}
      <SelectField
        id="side"
        label={w.side}
        short
        value={values.side}
        choices={sides.map((value) => ({ value, label: agendaWords[language].side[value] }))}
        onChange={(event) => draft.set({ side: event.currentTarget.value })}
      />
      <ChoiceBox
        id="attends"
        label={w.who}
        hint={w.whoHint}
        error={errors.find(({ field }) => field === 'attends')?.fault}
        text={values.who}
        choices={choices}
        onText={(who) => draft.set({ who })}
      />
      <TextField {...to('organisation')} maxLength={200} />
      <TextField {...to('role')} maxLength={200} />
      <TextField {...to('headcount')} inputMode="numeric" short />
      <label className="pick">
        <input
          type="checkbox"
          checked={values.leads !== ''}
          onChange={(event) => draft.set({ leads: event.currentTarget.checked ? 'ya' : '' })}
        />
        {w.leads}
      </label>
      <Doubts
        details={adding.failure?.details}
        labels={{ twice: roomWords[language].several.another }}
        why={{ twice: roomWords[language].merge.title }}
        sure={sure}
        onSure={setSure}
      />
      <FailureNotice acting={adding} />
      <div className="acts">
        <SaveButton label={w.add} busy={adding.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Zone } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord } from '../../../ui/controls/faults.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { TextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { addSlot, callOffSlot, dropSlot, mendSlot } from '../contract.ts'
import { slotStanding, writeTimes } from '../model.ts'
import { Bookings } from './bookings.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import type { ServiceView } from './service-values.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { words } from './messages/words.gen.ts'

type SlotView = ServiceView['slots'][number]

/** The sessions of a service by day: places, bookings, who waits, who came; each opens its list. */
export function Slots({ service }: { service: ServiceView }) {
  const { language, on } = useVisitor()
  const { slots: w } = words[language]
  const { id, slots, keeps, voided, zone } = service
  const [opened, setOpened] = useState<string>()
  return (
    <section className="sec after" id="sesi" aria-labelledby="judul-sesi">
      <h2 id="judul-sesi">{w.title}</h2>
      {slots.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ul className="lines plain-list">
        {slots.map((slot) => (
          <li key={slot.id}>
            <SlotLine slot={slot} minimum={slot.day < on ? undefined : service.minimum} zone={zone} />
            {keeps && (
              <>
                <p className="acts gap">
                  <button
                    type="button"
                    className="btn sm"
                    aria-expanded={opened === slot.id}
                    onClick={() => setOpened(opened === slot.id ? undefined : slot.id)}
                  >
                    {w.open}
                    <span className="vh">
                      : {formatDate(slot.day, language)} {slot.starts}
                    </span>
                  </button>
                </p>
                {opened === slot.id && (
                  <>
                    <Bookings slot={slot.id} zone={zone} />
                    {voided === undefined && slot.calledOff === undefined && (
                      <>
                        <Capacity slot={slot} />
                        {slot.households > 0 && (
                          <Opened label={w.callOff}>{(close) => <CallOff slot={slot} onClose={close} />}</Opened>
                        )}
                      </>
                    )}
                  </>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {keeps && voided === undefined && (
        <Opened label={w.add}>{(close) => <AddSlot service={id} onClose={close} />}</Opened>
      )}
    </section>
  )
}

function SlotLine({ slot, minimum, zone }: { slot: SlotView; minimum: number | undefined; zone: Zone }) {
  const { language } = useVisitor()
  const { slots: w } = words[language]
  const { day, capacity, taken, waiting, came, calledOff } = slot
  const standing = slotStanding({ capacity, taken, minimum })
  const counts = [
    `${w.taken} ${taken}/${capacity}`,
    `${w.waiting} ${waiting}`,
    ...(came > 0 ? [`${w.came} ${came}`] : []),
    ...(standing === 'gathering' && minimum !== undefined ? [w.gathering({ n: minimum - taken })] : []),
  ]
  return (
    <>
      <p>
        <b>{formatDate(day, language, { weekday: true })}</b>
        {' · '}
        {writeTimes(language, slot, zone)}
      </p>
      {calledOff === undefined ? (
        <p className="q">{counts.join(' · ')}</p>
      ) : (
        <p className="q">
          <bdi>{w.off({ date: formatDate(calledOff.on, language), reason: calledOff.reason })}</bdi>
        </p>
      )}
    </>
  )
}

function AddSlot({ service, onClose }: { service: string; onClose: () => void }) {
  const { language } = useVisitor()
  const { slots: w, ...all } = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const base = { day: '', starts: '09:00', ends: '11:00', capacity: '20' }
  const draft = useDraft(`residents/slot/${service}`, { base, rev: 0 })
  const acting = useAct(addSlot, {
    key: service,
    async done(_, act) {
      draft.clear()
      sayDone(all.saved, act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  const { failure } = acting
  const faults = failure?.code === 'invalid' ? (failure.details.fields ?? []) : []
  const to = (name: keyof typeof base, type: string) => {
    const fault = faults.find(({ path }) => path === name)?.fault
    return {
      id: `sesi-${name}`,
      label: w[name],
      type,
      short: true,
      error: fault === undefined ? undefined : faultWord(language, fault),
      value: draft.values[name],
      onChange: (event: { currentTarget: { value: string } }) => draft.set({ [name]: event.currentTarget.value }),
    }
  }
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void acting.send({ id: service, ...draft.values, capacity: Number(draft.values.capacity) })
      }}
    >
      <TextField {...to('day', 'date')} />
      <TextField {...to('starts', 'time')} />
      <TextField {...to('ends', 'time')} />
      <TextField {...to('capacity', 'number')} min={1} max={10_000} />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={all.save} busy={acting.busy} />
        <button type="button" className="btn" onClick={onClose}>
          {all.close}
        </button>
      </div>
    </form>
  )
}

/** How many fit in, and taking the session out where nobody ever booked. */
function Capacity({ slot: { id, rev, capacity, households } }: { slot: SlotView }) {
  const { language } = useVisitor()
  const { slots: w } = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [typed, setTyped] = useState<string>()
  const value = typed ?? String(capacity)
  const mending = useAct(mendSlot, {
    key: id,
    async done({ promoted }, act) {
      setTyped(undefined)
      sayDone(w.mended({ n: promoted }), act)
      await queries.invalidateQueries()
    },
  })
  const dropping = useAct(dropSlot, {
    key: id,
    async done(_, act) {
      sayDone(w.dropped, act)
      await queries.invalidateQueries()
    },
  })
  const fault = mending.failure?.code === 'invalid' ? mending.failure.details.fields?.[0]?.fault : undefined
  const stale = [mending, dropping].find(({ failure }) => failure?.code === 'stale')
  useStale(stale?.failure)
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void mending.send({ id, rev, capacity: Number(value) })
      }}
    >
      <TextField
        id={`tempat-${id}`}
        label={w.capacity}
        short
        inputMode="numeric"
        error={fault === undefined ? undefined : fault === 'too_short' ? w.tooFew : faultWord(language, fault)}
        value={value}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {stale !== undefined && <p role="alert">{stale.failure?.message}</p>}
      <FailureNotice acting={mending} />
      {dropping.failure?.code === 'not_yet' ? <p role="alert">{w.held}</p> : <FailureNotice acting={dropping} />}
      <div className="acts">
        <SaveButton label={w.mend} busy={mending.busy} small />
        {households === 0 && (
          <button
            type="button"
            className="btn sm"
            aria-busy={dropping.busy}
            onClick={() => void dropping.send({ id, rev })}
          >
            {w.drop}
          </button>
        )}
      </div>
    </form>
  )
}

/** Calling a session off, with the reason that everybody in it reads. */
function CallOff({ slot: { id, rev }, onClose }: { slot: SlotView; onClose: () => void }) {
  const { language } = useVisitor()
  const { slots: w, close } = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [reason, setReason] = useState('')
  const acting = useAct(callOffSlot, {
    key: id,
    async done({ bookings }, act) {
      sayDone(w.callOffDone({ n: bookings }), act)
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <>
      <ReasonForm
        id={`tiadakan-${id}`}
        words={{ reason: w.callOffWhy, go: w.callOff }}
        reason={reason}
        onReason={setReason}
        acting={acting}
        onSend={() => void acting.send({ id, rev, reason })}
        cancel={{ label: close, onCancel: onClose }}
      />
      {acting.failure?.code === 'not_yet' && <p role="alert">{w.arrived}</p>}
    </>
  )
}

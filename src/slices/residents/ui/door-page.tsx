import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { toLocalTime, type Zone } from '../../../shared/dates.ts'
import { formatDate, formatTime } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { readService } from '../contract.ts'
import { words as partWords } from '../messages/words.gen.ts'
import { textIn, walkInMost, writeTimes } from '../model.ts'
import { freeIn, type DoorList, type Heard, type Kept, type Scanned } from './door-keeping.ts'
import { useDoor } from './use-door.ts'
import { words } from './messages/words.gen.ts'

/** The door of a service on one day: scan or type a receipt, also without a line; who came without one takes free places. */
export function DoorPage() {
  const { slug = '' } = useParams()
  const { language } = useVisitor()
  const { door: w, back } = words[language]
  const [search, setSearch] = useSearchParams()
  const { kept, list, unsent, offline, heard, enter, letIn, send, forget } = useDoor(
    slug,
    search.get('hari') ?? undefined,
  )
  const named = useDraft('residents/door-name', { base: { name: 'A' }, rev: 0 })
  const [text, setText] = useState('')
  const [said, setSaid] = useState<Scanned>()
  // Which service this is, while there is a line; the door works without knowing.
  const { data: service } = useQuery(queryOf(readService, { slug }))
  const of = service && textIn(language, service.texts)
  usePageTitle(w.title)
  const door = named.values.name.trim() === '' ? 'A' : named.values.name.trim().slice(0, 60)
  return (
    <>
      <div className="top">
        <div>
          {of && (
            <p className="key">
              <Link to={`/program/layanan/${slug}`}>
                <bdi lang={of.lang}>{of.title}</bdi>
              </Link>
            </p>
          )}
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{list === undefined ? '' : formatDate(list.day, language, { weekday: true })}</p>
          <p className="s q">{w.lead}</p>
        </div>
        <Link className="btn sm" to={`/program/layanan/${slug}`}>
          {back}
        </Link>
      </div>
      <section className="sec strong">
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setSaid(enter(text, door))
            setText('')
          }}
        >
          <TextField
            id="pindai"
            label={w.scan}
            hint={w.scanHint}
            autoComplete="off"
            autoCapitalize="characters"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className="acts">
            <SaveButton label={w.enter} busy={false} />
          </div>
        </form>
        <p className="status gap" role="status">
          {said === undefined ? '' : tell(said, { language, zone: list?.zone ?? 'WIB' })}
        </p>
        <p className="gap" role="status">
          {offline && <span className="st-wait">{w.offline} </span>}
          {unsent === 0 ? w.allSent : w.unsent({ n: unsent })}
        </p>
        {unsent > 0 && (
          <p className="acts">
            <button type="button" className="btn sm" onClick={() => void send()}>
              {w.sendNow}
            </button>
          </p>
        )}
        {heard.map((one, at) => (
          <p key={at} className="note gap" role="status">
            {tellHeard(one, { language, zone: list?.zone ?? 'WIB' })}
          </p>
        ))}
        {heard.length > 0 && (
          <p className="acts">
            <button type="button" className="btn sm" onClick={forget}>
              {w.heard}
            </button>
          </p>
        )}
      </section>
      <section className="sec after">
        <div className="form">
          <TextField
            id="nama-pintu"
            label={w.name}
            short
            maxLength={60}
            value={named.values.name}
            onChange={(event) => named.set({ name: event.currentTarget.value })}
          />
          {list !== undefined && list.days.length > 1 && (
            <SelectField
              id="hari"
              label={w.day}
              short
              value={list.day}
              choices={list.days.map((value) => ({ value, label: formatDate(value, language) }))}
              onChange={(event) => setSearch({ hari: event.currentTarget.value })}
            />
          )}
        </div>
      </section>
      {list !== undefined && list.slots.length > 0 && <WalkInForm kept={kept} list={list} door={door} letIn={letIn} />}
      {list !== undefined && <DayList list={list} />}
    </>
  )
}

function tell(said: Scanned, { language, zone }: { language: Language; zone: Zone }): string {
  const { door: w } = words[language]
  if (said.kind === 'notReceipt') return w.notReceipt
  if (said.kind === 'in') return w.in({ receipt: said.receipt, n: said.party })
  if (said.kind === 'already')
    return w.already({ receipt: said.receipt, door: said.door, time: timeOf(said.cameAt, zone, language) })
  return said.kind === 'waiting' ? w.waiting(said) : w.unknown(said)
}

const timeOf = (instant: string, zone: Zone, language: Language) =>
  formatTime(toLocalTime(instant, zone).time, zone, language)

function tellHeard(heard: Heard, { language, zone }: { language: Language; zone: Zone }): string {
  const { door: w } = words[language]
  if (heard.kind === 'other') return w.otherDoor(heard)
  if (heard.kind === 'refused') return w.refused(heard)
  const of = { n: heard.party, time: timeOf(heard.cameAt, zone, language) }
  return heard.free === undefined ? w.walkInGone(of) : w.walkInRefused({ ...of, free: heard.free })
}

interface WalkInProps {
  kept: Kept
  list: DoorList
  door: string
  letIn: ReturnType<typeof useDoor>['letIn']
}

/** Who came without booking takes free places, also without a line: counted here at once and merged when it is back. */
function WalkInForm({ kept, list, door, letIn }: WalkInProps) {
  const { language } = useVisitor()
  const { door: w } = words[language]
  const draft = useDraft('residents/walk-in', { base: { slot: list.slots[0]?.id ?? '', party: '1' }, rev: 0 })
  const [said, setSaid] = useState<{ isWrong: boolean; text: string }>()
  const { party } = draft.values
  const slot = list.slots.find(({ id }) => id === draft.values.slot) ?? list.slots[0]
  const take = () => {
    const n = /^[1-9]\d?$/.test(party.trim()) ? Number(party) : 0
    if (slot === undefined || n < 1 || n > walkInMost)
      return setSaid({ isWrong: true, text: w.walkInNumber({ n: walkInMost }) })
    const answer = letIn({ slot: slot.id, party: n, door })
    if (answer.kind === 'full') return setSaid({ isWrong: true, text: w.walkInFull({ free: answer.free }) })
    setSaid({ isWrong: false, text: w.walkInDone({ n, free: answer.free }) })
    draft.clear()
  }
  return (
    <section className="sec after" aria-labelledby="tanpa-pesanan">
      <h2 id="tanpa-pesanan">{w.walkIn}</h2>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <SelectField
          id="sesi-tanpa-pesanan"
          label={w.session}
          value={slot?.id ?? ''}
          choices={list.slots.map((one) => ({
            value: one.id,
            label: `${writeTimes(language, one, list.zone)} · ${one.capacity - freeIn(kept, one.id)}/${one.capacity}`,
          }))}
          onChange={(event) => draft.set({ slot: event.currentTarget.value })}
        />
        <TextField
          id="orang-tanpa-pesanan"
          label={w.walkInPeople}
          short
          inputMode="numeric"
          maxLength={2}
          error={said?.isWrong === true ? said.text : undefined}
          value={party}
          onChange={(event) => draft.set({ party: event.currentTarget.value })}
        />
        <div className="acts">
          <SaveButton label={w.walkInTake} busy={false} small quiet />
        </div>
        <p role="status">{said?.isWrong === false ? said.text : ''}</p>
      </form>
    </section>
  )
}

function DayList({ list }: { list: DoorList }) {
  const { language } = useVisitor()
  const { door: w, bookings } = words[language]
  const booked = list.rows.filter(({ state }) => state === 'booked')
  const sum = (rows: DoorList['rows']) => rows.reduce((total, { party }) => total + party, 0)
  return (
    <section className="sec after" aria-labelledby="daftar-pintu">
      <h2 id="daftar-pintu">{w.list}</h2>
      {list.slots.length === 0 && <p className="q">{w.noSlots}</p>}
      {list.slots.map((slot) => {
        const rows = list.rows.filter((row) => row.slot === slot.id)
        const of = booked.filter((row) => row.slot === slot.id)
        return (
          <div key={slot.id} className="gap">
            <h3>{writeTimes(language, slot, list.zone)}</h3>
            <p>{w.counts({ came: sum(of.filter(({ cameAt }) => cameAt !== null)), all: sum(of) })}</p>
            <ul className="lines plain-list">
              {rows.map(({ id, receipt, party, state, cameAt, door }) => (
                <li key={id}>
                  {receipt} · {bookings.people({ n: party })}
                  {state === 'waiting' && ` · ${partWords[language].state.waiting}`}
                  {cameAt !== null &&
                    ` · ${bookings.came({ time: timeOf(cameAt, list.zone, language) })} · ${door ?? ''}`}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

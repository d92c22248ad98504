import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { formatDate, formatTime } from '../../../shared/format.ts'
import type { Zone } from '../../../shared/dates.ts'
import type { Language } from '../../../shared/languages.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Field } from '../../../ui/marks/field.tsx'
import { RecordHead } from '../../agenda/ui/record-page.tsx'
import { blankVisit } from '../../agenda/ui/visit-values.ts'
import { readDay } from '../../reference/contract.ts'
import type { ForeignEvent, Moment, Unreadable } from './foreign-events.ts'
import { words } from './messages/words.gen.ts'

const draftKey = 'catat/kunjungan'

type Found = { events: ForeignEvent[]; fault?: Unreadable | 'unread' | undefined }

/** A meeting out of a calendar file of somebody else: proposed to the form of a visit, saved only there. */
export function TakeFromFile() {
  const { language, drafts, on } = useVisitor()
  const w = words[language].file
  usePageTitle(w.title)
  const navigate = useNavigate()
  const [found, setFound] = useState<Found>()
  const { data } = useQuery(queryOf(readDay, { day: on }))
  const zone = data?.zone ?? 'WIB'
  const isTyped = drafts.read(draftKey) !== undefined
  const use = (event: ForeignEvent) => {
    drafts.write(draftKey, { values: { ...blankVisit, ...valuesOf(event) }, base: blankVisit, rev: 0 })
    void navigate('/catat')
  }
  return (
    <>
      <RecordHead title={w.title} />
      <p className="q">{w.intro}</p>
      <div className="form gap">
        <Field id="ics" label={w.choose} error={found?.fault === undefined ? undefined : w.fault[found.fault]}>
          {(link) => (
            <input
              {...link}
              className="in"
              type="file"
              accept=".ics,text/calendar"
              disabled={data === undefined}
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? []
                if (file !== undefined) void readFile(file, zone).then(setFound)
              }}
            />
          )}
        </Field>
      </div>
      {found !== undefined && found.events.length > 0 && (
        <section className="sec after" aria-labelledby="found">
          <h2 id="found">{w.found({ n: found.events.length })}</h2>
          {isTyped && <p className="s st-wait">{w.replaces}</p>}
          <ul className="rows">
            {found.events.map((event, index) => (
              // oxlint-disable-next-line no-array-index-key -- a file is read whole, and its events have no other name
              <Proposal key={index} {...{ event, zone, language }} onUse={() => use(event)} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface ProposalProps {
  event: ForeignEvent
  zone: Zone
  language: Language
  onUse: () => void
}

function Proposal({ event, zone, language, onUse }: ProposalProps) {
  const w = words[language].file
  const { title, place, start, end, floating, unknownZone, recurring, cancelled } = event
  const hour = (time: string) => formatTime(time, zone, language)
  const at = ({ day, time }: Moment) =>
    time === undefined ? formatDate(day, language) : `${formatDate(day, language)}, ${hour(time)}`
  const ends = end?.day === start.day ? end.time && hour(end.time) : end && at(end)
  const hours = [start.time === undefined ? '' : hour(start.time), ends ?? ''].filter((part) => part !== '').join(' – ')
  const { there } = start
  const thereAt =
    there && `${formatDate(there.day, language)}, ${language === 'id' ? there.time.replace(':', '.') : there.time}`
  const name = title === '' ? w.untitled : title
  const doubts = [
    floating ? w.floating : undefined,
    unknownZone === undefined ? undefined : w.unknownZone({ zone: unknownZone }),
    recurring ? w.recurring : undefined,
    cancelled ? w.cancelled : undefined,
  ].filter((doubt) => doubt !== undefined)
  return (
    <li>
      <span className="day">{formatDate(start.day, language, { weekday: true })}</span>
      <span>
        <bdi className="name">{name}</bdi>
        <br />
        {hours !== '' && w.here({ when: hours })}
        {place !== undefined && (
          <>
            {hours !== '' && <br />}
            <bdi>{place}</bdi>
          </>
        )}
      </span>
      <div className="s">
        {there !== undefined && <p className="q">{w.there({ when: thereAt ?? '', zone: there.zone })}</p>}
        {doubts.map((doubt) => (
          <p key={doubt} className="st-wait">
            {doubt}
          </p>
        ))}
      </div>
      <span>
        <button type="button" className="btn sm" onClick={onUse}>
          {w.use}
          <span className="vh">: {name}</span>
        </button>
      </span>
    </li>
  )
}

/** What the form of a visit is told; an end on the same day is an hour, on a later one a day. */
function valuesOf({ title, place, start, end }: ForeignEvent): Partial<typeof blankVisit> {
  const isSameDay = end?.day === start.day
  return {
    about: title,
    place: place ?? '',
    occurredOn: start.day,
    startsAt: start.time ?? '',
    ...(isSameDay && { endsAt: end.time ?? '' }),
    ...(end !== undefined && !isSameDay && { endedOn: end.day }),
  }
}

async function readFile(file: File, zone: Zone): Promise<Found> {
  // What reads it is fetched with the first file: most visits are never taken from one.
  try {
    const { foreignMost, readForeignEvents } = await import('./foreign-events.ts')
    if (file.size > foreignMost.bytes) return { events: [], fault: 'too_large' }
    return readForeignEvents(await file.text(), zone)
  } catch {
    return { events: [], fault: 'unread' }
  }
}

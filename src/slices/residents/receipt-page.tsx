import type { Page } from '../../platform/portal.ts'
import { toLocalTime, type Zone } from '../../shared/dates.ts'
import { formatDate, formatTime } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { QrCode } from '../../ui/marks/qr-code.tsx'
import type { findBooking } from './booking-read.ts'
import { contactKind, slotStanding, textIn, writeTimes, type ServiceTexts } from './model.ts'
import { words } from './messages/words.gen.ts'

interface Shown {
  booking: NonNullable<Awaited<ReturnType<typeof findBooking>>>
  texts: ServiceTexts
  place: string | null
  minimum: number | null
  capacity: number
  zone: Zone
  region: { slug: string; name: string }
  /** The path of this page without language, and its whole address for the picture. */
  path: string
  address: string
  /** The act of the form that cancels. */
  act: string
  problem?: 'past' | 'came' | undefined
}

/** The receipt of a booking: where it stands, its picture for the door, and how to give the places back. */
export function bookingReceipt(language: Language, shown: Shown): Page {
  const { booking, texts, place, minimum, capacity, zone, region, path, address, act, problem } = shown
  const w = words[language].receipt
  const { title, lang } = textIn(language, texts)
  const { state, party, seq, taken, ahead, cameAt, calledOff } = booking
  const stands = state === 'waiting' ? w.waiting({ ahead }) : state === 'booked' && cameAt !== null ? w.came : w[state]
  const isGathering = slotStanding({ capacity, taken, minimum }) === 'gathering'
  // The address itself stands nowhere here: whoever was shown the page need not know it.
  const isWritten = booking.contact !== null && contactKind(booking.contact) === 'mail'
  return {
    title: w.title({ number: booking.receipt }),
    region,
    entry: 'programmes',
    body: (
      <article className="sec strong">
        <h1>{w.title({ number: booking.receipt })}</h1>
        <p className="status gap" role="status">
          {stands}
        </p>
        {state === 'waiting' && <p className="gap">{isWritten ? w.comesUpByMail : w.lookAgain}</p>}
        {state === 'booked' && cameAt === null && !booking.begun && !booking.purged && (
          <p className="gap">{isWritten ? w.changesByMail : w.changesHere}</p>
        )}
        {calledOff !== null && (
          <p className="gap">
            <bdi>{w.calledOff({ reason: calledOff })}</bdi>{' '}
            <a href={`/${language}/program/layanan/${booking.slug}/pesan`}>{w.rebook}</a>
          </p>
        )}
        {booking.promotedAt !== null && state === 'booked' && <p>{w.promoted}</p>}
        {state !== 'cancelled' && (
          <p className="gap">
            <QrCode text={address} label={w.qr} size={200} />
          </p>
        )}
        <div className="gap3">
          <Facts>
            <Fact term={w.service}>
              <a href={`/${language}/program/layanan/${booking.slug}`}>
                <bdi lang={lang}>{title}</bdi>
              </a>
            </Fact>
            <Fact term={words[language].page.place}>{place === null ? undefined : <bdi>{place}</bdi>}</Fact>
            <Fact term={w.when}>
              {formatDate(booking.day, language, { weekday: true })}
              {words[language].comma}
              {writeTimes(language, booking, zone)}
            </Fact>
            <Fact term={w.party}>{w.people({ n: party })}</Fact>
            <Fact term={w.order}>{String(seq)}</Fact>
            <Fact term={w.came}>{cameAt === null ? undefined : timeOf(cameAt, zone, language)}</Fact>
          </Facts>
        </div>
        {isGathering && minimum !== null && state !== 'cancelled' && (
          <p className="gap">{w.gathering({ n: minimum, taken })}</p>
        )}
        {booking.purged && <p className="gap">{w.erased}</p>}
        {problem !== undefined && (
          <p className="errs gap" role="alert">
            {w.notCancelled[problem]}
          </p>
        )}
        <p className="key gap3">{w.keep}</p>
        {state !== 'cancelled' && cameAt === null && !booking.begun && (
          <form className="form gap3" method="post" action={`/${language}${path}`}>
            <input type="hidden" name="lembar" value={act} />
            <p>{w.cancelWhy}</p>
            <div className="acts">
              <button className="btn" type="submit">
                {w.cancelIt}
              </button>
            </div>
          </form>
        )}
      </article>
    ),
  }
}

function timeOf(instant: string, zone: Zone, language: Language): string {
  const { date, time } = toLocalTime(instant, zone)
  return `${formatDate(date, language)}${words[language].comma}${formatTime(time, zone, language)}`
}

interface Question {
  receipt: string
  kind: 'question' | 'complaint'
  topic: keyof (typeof words)['id']['topic']
  words: string | null
  wordsLang: Language
  receivedOn: string
  dueOn: string
  answerDays: number
  answer: string | null
  answerLang: Language | null
  answeredOn: string | null
  purged: boolean
  clock: { weekends: number; holidays: readonly unknown[] }
}

/** The receipt of a question: its clock with the arithmetic, and the answer once there is one. */
export function questionReceipt(
  language: Language,
  { question, region, on }: { question: Question; region: { slug: string; name: string }; on: string },
): Page {
  const { asked: w, topic, kind } = words[language]
  const { receipt, receivedOn, dueOn, answeredOn, answer, answerLang, answerDays, clock } = question
  const date = (day: string) => formatDate(day, language)
  const stands =
    answeredOn !== null
      ? w.answered({ date: date(answeredOn) })
      : on > dueOn
        ? w.late({ date: date(dueOn) })
        : w.waiting({ date: date(dueOn) })
  return {
    title: w.title({ number: receipt }),
    region,
    body: (
      <article className="sec strong">
        <h1>{w.title({ number: receipt })}</h1>
        <p className="status gap" role="status">
          {stands}
        </p>
        <div className="gap3">
          <Facts>
            <Fact term={w.about}>
              {kind[question.kind]}
              {words[language].comma}
              {topic[question.topic]}
            </Fact>
            <Fact term={w.yours}>
              {question.words === null ? undefined : (
                <span className="words" lang={question.wordsLang} dir="auto">
                  {question.words}
                </span>
              )}
            </Fact>
            <Fact term={w.received}>{date(receivedOn)}</Fact>
            <Fact term={w.promise}>
              {w.counted({
                days: answerDays,
                date: date(receivedOn),
                weekends: clock.weekends,
                holidays: clock.holidays.length,
              })}
            </Fact>
            <Fact term={w.answer}>
              {answer === null ? undefined : (
                <span className="words" lang={answerLang ?? 'id'} dir="auto">
                  {answer}
                </span>
              )}
            </Fact>
          </Facts>
        </div>
        {question.purged && <p className="gap">{w.erased}</p>}
        <p className="key gap3">{answeredOn === null ? w.keep : askAgain(language, region)}</p>
      </article>
    ),
  }
}

/** A way on, once it is answered: another question. */
function askAgain(language: Language, region: { slug: string }) {
  return <a href={`/${language}/daerah/${region.slug}/kontak`}>{words[language].told.ask}</a>
}

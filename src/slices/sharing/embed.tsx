import type { ReactNode } from 'react'
import { clockIn, isDate } from '../../shared/dates.ts'
import { formatDate, formatTime } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { languageOfName, nameIn } from '../../shared/names.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { RecordedName } from '../../ui/marks/person-name.tsx'
import { words as agendaWords } from '../agenda/messages/words.gen.ts'
import { writeWhen } from '../agenda/model.ts'
import { stageSentence } from '../procedures/embed.tsx'
import { words as procedureWords } from '../procedures/messages/words.gen.ts'
import type { StepRecord } from '../procedures/model.ts'
import { countryName, officeTitle } from '../reference/model.ts'
import { fieldName } from '../relations/embed.tsx'
import { words as relationWords } from '../relations/messages/words.gen.ts'
import { words as textWords } from '../relations/ui/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import type { Part, PartOf } from './shapes.ts'

type Shown<Id extends Part['id']> = { language: Language; content: PartOf<Id>['content'] }

/** One part of a partner's page: what the officer looks at before sharing and what the link opens are drawn here. */
export function PartBody({ language, part }: { language: Language; part: Part }): ReactNode {
  switch (part.id) {
    case 'kerja_sama':
      return <Pair language={language} content={part.content} />
    case 'tahap':
      return <Stage language={language} content={part.content} />
    case 'bidang':
      return <FieldLines language={language} content={part.content} />
    case 'kegiatan':
      return <Meetings language={language} content={part.content} />
    case 'komitmen':
      return <Promises language={language} content={part.content} />
    case 'surat':
      return <Letters language={language} content={part.content} />
    case 'naskah':
      return <Texts language={language} content={part.content} />
  }
}

/** The partner first: it is the partner's page. */
function Pair({ language, content: { region, partner, type } }: Shown<'kerja_sama'>) {
  const w = words[language]
  const { nativeName, nativeLang, country } = partner
  return (
    <Facts>
      <Fact term={w.you}>
        <bdi lang={languageOfName(language, partner)}>{nameIn(language, partner)}</bdi>
        {nativeName !== null && nativeName !== nameIn(language, partner) && (
          <>
            {' · '}
            <bdi lang={nativeLang ?? undefined}>{nativeName}</bdi>
          </>
        )}
        {country !== null && ` · ${countryName(language, country)}`}
      </Fact>
      <Fact term={w.we}>
        <bdi lang={languageOfName(language, region)}>{nameIn(language, region)}</bdi>
      </Fact>
      <Fact term={w.type}>
        {type === null ? procedureWords[language].typeUndecided : procedureWords[language].type[type]}
      </Fact>
    </Facts>
  )
}

function Stage({ language, content: { course, waits, asked } }: Shown<'tahap'>) {
  const w = words[language]
  return (
    <>
      <p>
        {course === null
          ? w.noStage
          : stageSentence(language, { procedure: course.procedure, records: course.records as StepRecord[] })}
        {course?.provisional === true && ` ${w.provisional}`}
      </p>
      {!waits && asked.length === 0 && <p>{w.nothingAsked}</p>}
      {waits && <p>{w.waits}</p>}
      <ul className="rows">
        {asked.map(({ id, subject, answerBy }) => (
          <li key={id}>
            <span className="day">{w.answerBy({ date: formatDate(answerBy, language) })}</span>
            <bdi>{subject}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

function FieldLines({ language, content: { fields } }: Shown<'bidang'>) {
  const w = words[language]
  if (fields.length === 0) return <p>{w.none.bidang}</p>
  const named = fields.flatMap(({ id, sector, name, standing }) => {
    const called = fieldName(language, { sector: sector ?? undefined, name: name ?? undefined })
    return called === undefined ? [] : [{ id, called, standing }]
  })
  const unnamed = fields.length - named.length
  return (
    <ul className="rows">
      {named.map(({ id, called, standing }) => (
        <li key={id}>
          <bdi>{called}</bdi> <span className="s q">{relationWords[language].standing[standing]}</span>
        </li>
      ))}
      {unnamed > 0 && <li className="q">{relationWords[language].fields.unnamed({ n: unnamed })}</li>}
    </ul>
  )
}

function Meetings({ language, content: { zone, partnerZone, meetings } }: Shown<'kegiatan'>) {
  const w = words[language]
  if (meetings.length === 0) return <p>{w.none.kegiatan}</p>
  return (
    <ul className="rows">
      {meetings.map(({ id, kind, about, place, occurredOn, endedOn, startsAt, endsAt, weekday, summary }) => (
        <li key={id}>
          <span className="day">
            {writeWhen(language, { occurredOn, endedOn: endedOn ?? undefined, weekday: weekday ?? undefined })}
          </span>
          <div>
            <p>
              {agendaWords[language].kind[kind ?? 'lain']}
              {place !== null && (
                <>
                  {' · '}
                  <bdi>{place}</bdi>
                </>
              )}
            </p>
            {startsAt !== null && (
              <p className="s q">
                {times(language, { from: startsAt, to: endsAt, zone })}
                {partnerZone !== null && isDate(occurredOn) && (
                  <>
                    {' · '}
                    {times(language, {
                      from: clockIn({ date: occurredOn, time: startsAt }, { from: zone, to: partnerZone }).time,
                      to: endsAt && clockIn({ date: occurredOn, time: endsAt }, { from: zone, to: partnerZone }).time,
                      zone: partnerZone,
                    })}
                  </>
                )}
              </p>
            )}
            {about !== null && (
              <p>
                <bdi lang="id">{about}</bdi>
              </p>
            )}
            {summary !== null && <Summary language={language} summary={summary} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

type Zone = PartOf<'kegiatan'>['content']['zone']

function times(language: Language, { from, to, zone }: { from: string; to: string | null; zone: Zone }): string {
  const start = formatTime(from, zone, language)
  return to === null ? start : `${start} – ${formatTime(to, zone, language)}`
}

type SummaryOf = NonNullable<PartOf<'kegiatan'>['content']['meetings'][number]['summary']>

function Summary({ language, summary: { agreedOn, lang, blocks } }: { language: Language; summary: SummaryOf }) {
  const w = words[language]
  const { room } = agendaWords[language]
  return (
    <details>
      <summary>
        {room.summary}
        {' · '}
        {agreedOn === null ? w.notAgreed : room.agreedOn({ date: formatDate(agreedOn, language) })}
      </summary>
      {blocks.map(({ title, text }, at) => (
        <p key={at} lang={lang}>
          {title !== null && (
            <b>
              <bdi>{title}</bdi>:{' '}
            </b>
          )}
          <bdi>{text}</bdi>
        </p>
      ))}
    </details>
  )
}

function Promises({ language, content: { ours, theirs } }: Shown<'komitmen'>) {
  const w = words[language]
  if (ours.length + theirs.length === 0) return <p>{w.none.komitmen}</p>
  return (
    <>
      {ours.length > 0 && <h3 className="gap">{w.ours}</h3>}
      {ours.map((word) => (
        <Quoted key={word.id} language={language} word={word} />
      ))}
      {theirs.length > 0 && <h3 className="gap">{w.theirs}</h3>}
      {theirs.map((word) => (
        <Quoted key={word.id} language={language} word={word} />
      ))}
    </>
  )
}

type Word = PartOf<'komitmen'>['content']['ours'][number]

function Quoted({
  language,
  word: { words: said, wordsLang, speaker, saidOn, standing },
}: {
  language: Language
  word: Word
}) {
  const { commitments: w, comma } = agendaWords[language]
  const { givenName = '', familyName = '', nameLang, office } = speaker ?? {}
  return (
    <blockquote className="say-q">
      <p lang={wordsLang}>
        <bdi>{said}</bdi>
      </p>
      <footer>
        {givenName + familyName !== '' && (
          <>
            <RecordedName name={{ givenName, familyName, nameLang }} />
            {comma}
          </>
        )}
        {office != null && `${officeTitle(language, { office })}${comma}`}
        <span className="nw">{formatDate(saidOn, language)}</span>
        {standing !== null &&
          ` · ${
            standing.on === null
              ? w.standing[standing.state]
              : w.since({ state: w.standing[standing.state], date: formatDate(standing.on, language) })
          }`}
      </footer>
    </blockquote>
  )
}

function Letters({ language, content: { closed, letters } }: Shown<'surat'>) {
  const w = words[language]
  if (closed) return <p>{w.closedLetters}</p>
  if (letters.length === 0) return <p>{w.none.surat}</p>
  return (
    <ul className="rows">
      {letters.map(({ id, direction, number, day, subject }) => (
        <li key={id}>
          <span className="day">{formatDate(day, language)}</span>
          <div>
            <bdi>{subject}</bdi>
            <p className="s q">
              {direction === 'in' ? w.fromYou : w.fromUs}
              {number !== null && (
                <>
                  {' · '}
                  <bdi>{number}</bdi>
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Texts({ language, content: { texts } }: Shown<'naskah'>) {
  const w = words[language]
  if (texts.length === 0) return <p>{w.none.naskah}</p>
  return (
    <ul className="rows">
      {texts.map(({ id, kind, title, numberOurs, numberTheirs, signedOn, lastDay, isOpenEnded, terminatedOn }) => {
        const end =
          terminatedOn !== null
            ? w.endedOn({ date: formatDate(terminatedOn, language) })
            : lastDay !== null
              ? w.until({ date: formatDate(lastDay, language) })
              : isOpenEnded
                ? w.openEnded
                : w.termUnknown
        const numbers = [numberOurs, numberTheirs].filter((number) => number !== null)
        return (
          <li key={id}>
            <span className="day">{signedOn !== null && formatDate(signedOn, language)}</span>
            <div>
              <bdi>{title}</bdi>
              <p className="s q">
                {textWords[language].texts.kind[kind]}
                {numbers.length > 0 && (
                  <>
                    {' · '}
                    <bdi>{numbers.join(' · ')}</bdi>
                  </>
                )}
                {' · '}
                {end}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

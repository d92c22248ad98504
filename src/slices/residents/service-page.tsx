import type { ComponentType } from 'react'
import type { Page } from '../../platform/portal.ts'
import type { Zone } from '../../shared/dates.ts'
import { formatDate, formatList } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { nameIn } from '../../shared/names.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { levelOf } from '../sources/model.ts'
import { words as sourceWords } from '../sources/messages/words.gen.ts'
import { isBookable, textIn, writeTimes, type PublishedService, type Slot } from './model.ts'
import { words } from './messages/words.gen.ts'
import { tellWindow } from './telling.ts'

export type WrongOf = ComponentType<{ language: Language; page: string; topic?: string }>

interface Shown {
  service: PublishedService
  on: string
  hasContact: boolean
  IsWrong: WrongOf
}

/** The public page of a service: what it is, when and where, for whom, and where it can be booked. */
export function servicePage(language: Language, { service, on, hasContact, IsWrong }: Shown): Page {
  const w = words[language].page
  const { title, about, whoMay, lang } = textIn(language, service.texts)
  const { slots, region, spoken, zone, minimum } = service
  const regionName = nameIn(language, region)
  const level = levelOf(service.provenance)
  const sheet =
    service.provenance.length > 0 ? `/${language}/program/layanan/${service.slug}/sumber/layanan` : undefined
  const marked = (children: React.ReactNode) => (
    <SourceMark level={level} href={sheet} label={sourceWords[language].level[level]}>
      {children}
    </SourceMark>
  )
  const notTold = <span className="q">{sharedWords[language].notTold}</span>
  const days = Map.groupBy(slots, ({ day }) => day)
  return {
    title,
    description: tellWindow(service, on)[language],
    region: { slug: region.slug, name: regionName },
    entry: 'programmes',
    body: (
      <>
        <div className="top">
          <div>
            <h1>
              <bdi lang={lang}>{title}</bdi>
            </h1>
            <p className="sub">{tellWindow(service, on)[language]}</p>
          </div>
          {isBookable(service, on) && (
            <div className="acts">
              <a className="btn go" href={`/${language}/program/layanan/${service.slug}/pesan`}>
                {words[language].told.book}
              </a>
            </div>
          )}
        </div>
        <section className="sec strong">
          {about !== undefined && (
            <p className="words" lang={lang}>
              {marked(about)}
            </p>
          )}
          <div className="gap3">
            <Facts>
              <Fact term={w.place}>{service.place === undefined ? notTold : <bdi>{service.place}</bdi>}</Fact>
              <Fact term={w.days} id="sesi">
                {slots.length === 0
                  ? notTold
                  : [...days].map(([day, of]) => (
                      <p key={day}>
                        <b>{formatDate(day, language, { weekday: true })}</b>
                        {of.map((slot) => (
                          <span key={slot.id}>
                            <br />
                            {sayPlaces(language, { slot, zone, on })}
                          </span>
                        ))}
                      </p>
                    ))}
              </Fact>
              <Fact term={w.whoMay}>{whoMay === undefined ? undefined : <bdi lang={lang}>{whoMay}</bdi>}</Fact>
              <Fact term={w.spoken}>
                {spoken.length === 0
                  ? undefined
                  : formatList(
                      spoken.map((one) => words[language].spoken[one]),
                      language,
                    )}
              </Fact>
              {slots.length > 0 && <Fact term={w.household}>{w.householdMost({ n: service.householdMost })}</Fact>}
              <Fact term={w.group}>
                {service.groupMost === undefined ? undefined : w.householdMost({ n: service.groupMost })}
              </Fact>
            </Facts>
          </div>
          {minimum !== undefined && <p className="gap">{w.minimum({ n: minimum })}</p>}
          {service.purgeOn !== undefined && (
            <p className="key gap3">
              {w.purge({ date: formatDate(service.purgeOn, language) })} {w.noHealth}
            </p>
          )}
        </section>
        {hasContact && (
          <p className="key gap3">
            {w.contactToo} <a href={`/${language}/daerah/${region.slug}/kontak`}>{words[language].contactTitle}</a>
          </p>
        )}
        <IsWrong language={language} page={`/daerah/${region.slug}`} topic={`layanan-${service.slug}`} />
      </>
    ),
  }
}

/** A session's times with its places; that it is over, or does not take place. */
function sayPlaces(language: Language, { slot, zone, on }: { slot: Slot; zone: Zone; on: string }): string {
  const { page: w } = words[language]
  const times = writeTimes(language, slot, zone)
  if (slot.calledOff !== undefined) return w.slotOff({ times })
  return slot.day < on ? w.slotOver({ times }) : w.slot({ times, capacity: slot.capacity })
}

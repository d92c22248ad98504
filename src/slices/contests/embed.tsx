import type { ReactNode } from 'react'
import { formatDate, formatList, formatTime } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words as sharedWords } from '../../shared/messages/words.gen.ts'
import { languageOfName, nameIn } from '../../shared/names.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { officeTitle } from '../reference/model.ts'
import { words as sourceWords } from '../sources/messages/words.gen.ts'
import { levelOf } from '../sources/model.ts'
import { words } from './messages/words.gen.ts'
import { lastMinute, linesOf, writeSpan, type PublishedContest, type SheetTopic, type WindowState } from './model.ts'

export { ContestResult } from './results-embed.tsx'

interface Shown {
  contest: PublishedContest
  language: Language
}

/** Words of a story with their mark, which leads to the sheet that says where they come from. */
export function Marked({ contest, language, topic, children }: Shown & { topic: SheetTopic; children: ReactNode }) {
  const lines = linesOf(contest, topic)
  const level = levelOf(lines)
  const href = lines.length === 0 ? undefined : `/${language}/program/lomba/${contest.slug}/sumber/${topic}`
  return (
    <SourceMark level={level} href={href} label={sourceWords[language].level[level]}>
      {children}
    </SourceMark>
  )
}

/** The sentence about the window (`tellWindow`), its days with their source. */
export function WindowSentence({ contest, language, state }: Shown & { state: WindowState | undefined }) {
  const w = words[language]
  const { opensOn, closesOn, zone } = contest
  if (state === undefined || opensOn === undefined || closesOn === undefined) return w.window.unknown
  // Where the days stand differs from language to language: each is put in as a sign and drawn in its place.
  const [from, day] = ['\n', '\r']
  const until = w.dayAndTime({ day, time: formatTime(lastMinute(contest), zone, language) })
  const said = { belum: w.window.soon({ from, until }), dibuka: w.window.open({ until }), ditutup: w.window.closed({ until }) } // prettier-ignore
  return said[state].split(/([\n\r])/).map((piece, at) =>
    piece === from || piece === day ? (
      <Marked key={at} contest={contest} language={language} topic="pendaftaran">
        {formatDate(piece === from ? opensOn : closesOn, language)}
      </Marked>
    ) : (
      piece
    ),
  )
}

/** What an edition is, who runs it and when: rows of a list of facts. What nobody told says so. */
export function ContestFacts({ hasResult = false, ...shown }: Shown & { hasResult?: boolean }) {
  const { contest, language } = shown
  const w = words[language].facts
  const span = writeSpan(language, contest)
  return (
    <Facts>
      <Fact term={w.for}>
        {contest.about !== undefined && (
          <Marked {...shown} topic="untuk">
            <bdi lang={contest.aboutLang}>{contest.about}</bdi>
          </Marked>
        )}
      </Fact>
      <Fact term={w.organiser}>
        <Marked {...shown} topic="penyelenggara">
          <bdi lang="id">{contest.organiser.name}</bdi>
        </Marked>
        {contest.organiserWords !== undefined && (
          <p className="q">
            <bdi lang="id">{contest.organiserWords}</bdi>
          </p>
        )}
      </Fact>
      <Fact term={w.occasion}>
        {contest.occasion !== undefined && (
          <Marked {...shown} topic="peringatan">
            <bdi lang="id">{contest.occasion}</bdi>
          </Marked>
        )}
      </Fact>
      <Fact term={w.entries}>
        {span === undefined ? (
          sharedWords[language].notTold
        ) : (
          <Marked {...shown} topic="pendaftaran">
            {span}
          </Marked>
        )}
      </Fact>
      <Fact term={w.contest}>
        {contest.contestOn === undefined ? (
          sharedWords[language].notTold
        ) : (
          <Marked {...shown} topic="lomba">
            {formatDate(contest.contestOn, language, { weekday: true })}
          </Marked>
        )}
      </Fact>
      {/* Of a judged contest the result says them, with their weights. */}
      <Fact term={w.criteria}>{hasResult ? undefined : <Criteria contest={contest} language={language} />}</Fact>
      <Fact term={w.announce}>
        {contest.announceOn === undefined ? undefined : formatDate(contest.announceOn, language)}
      </Fact>
      <Fact term={w.lookBack}>
        {contest.lookBackOn === undefined ? undefined : formatDate(contest.lookBackOn, language)}
      </Fact>
      <Fact term={w.categories}>
        {contest.categories.length > 0 &&
          contest.categories.map(({ id, name, tier }) => (
            <p key={id}>
              <bdi>{name}</bdi>
              {tier !== undefined && (
                <span className="q">
                  {' '}
                  <bdi>{tier}</bdi>
                </span>
              )}
            </p>
          ))}
      </Fact>
      <Fact term={w.tiers}>{contest.tiers.length > 0 && <bdi>{formatList(contest.tiers, language)}</bdi>}</Fact>
      <Fact term={w.sponsors}>
        {contest.sponsors.length > 0 &&
          contest.sponsors.map(({ id, partner, words: said, wordsLang }) => (
            <p key={id}>
              {partner === undefined ? (
                <Marked {...shown} topic="penyelenggara">
                  <bdi lang={wordsLang}>{said}</bdi>
                </Marked>
              ) : (
                <bdi lang={languageOfName(language, partner)}>{nameIn(language, partner)}</bdi>
              )}
            </p>
          ))}
      </Fact>
      <Fact term={w.lastWinner}>{contest.excludesLastWinner ? w.lastWinnerOut : undefined}</Fact>
      <Fact term={w.leniency}>{contest.leniency !== undefined && <bdi>{contest.leniency}</bdi>}</Fact>
      <Fact term={w.previous}>
        {contest.previous !== undefined && (
          <a href={`/${language}/program/lomba/${contest.previous.slug}`}>
            <bdi>{contest.previous.title}</bdi>
          </a>
        )}
      </Fact>
      <Goals {...shown} />
      <Fact term={w.statement}>
        {contest.statements.length > 0 &&
          contest.statements.map(({ id, speaker, words: said, wordsLang }) => (
            <div key={id}>
              <p>
                <Marked {...shown} topic="keterangan">
                  <bdi>{speaker.name}</bdi>
                </Marked>
                {language === 'ja' ? '、' : ', '}
                {officeIn(language, speaker)}
              </p>
              <p className="q">
                <bdi lang={wordsLang}>{said}</bdi>
              </p>
            </div>
          ))}
      </Fact>
      <Fact term={w.relation}>
        {contest.relations.length > 0 &&
          contest.relations.map(({ slug, kind, partner }) => (
            <p key={slug}>
              <a href={`/${language}/kerja-sama/${slug}`}>
                {partner === undefined ? slug : <bdi>{nameIn(language, partner)}</bdi>}
              </a>
              {kind === 'same_story' && <span className="q"> {w.sameStory}</span>}
            </p>
          ))}
      </Fact>
    </Facts>
  )
}

/** What is judged, with its weight, as it stood when the page was published or judging began. */
function Criteria({ contest: { criteria = [] }, language }: Shown) {
  if (criteria.length === 0) return sharedWords[language].notTold
  return criteria.map(({ name, nameLang, weight }) => (
    <p key={name}>
      <bdi lang={nameLang}>{name}</bdi> <span className="q">{weight}%</span>
    </p>
  ))
}

/** Goals by number where somebody named them; else that it was said to be in line with them. */
function Goals(shown: Shown) {
  const { contest, language } = shown
  const w = words[language].facts
  const isSaid = linesOf(contest, 'tujuan').length > 0
  if (contest.goals.length === 0 && !isSaid) return null
  return (
    <Fact term={w.goals} id="tujuan">
      <Marked {...shown} topic="tujuan">
        {contest.goals.length === 0
          ? w.goalsAligned
          : w.goal({ numbers: formatList(contest.goals.map(String), language) })}
      </Marked>
    </Fact>
  )
}

/** What changed, and whether it was kept: newest first. */
export function LookBacks({ contest, language }: Shown) {
  const { kept, facts: w } = words[language]
  return (
    <ul className="rows">
      {contest.lookBacks.map(({ id, lookedOn, kept: how, words: said, wordsLang, entry }) => (
        <li key={id}>
          <p className="key">{formatDate(lookedOn, language)}</p>
          <p>
            <b>{kept[how]}</b>
            {entry !== undefined && (
              <>
                {' '}
                <bdi>{w.entry(entry)}</bdi>
              </>
            )}
          </p>
          <p className="q">
            <bdi lang={wordsLang}>{said}</bdi>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The office with its body: after it in Indonesian and English, before it in Japanese and Korean. */
function officeIn(language: Language, speaker: PublishedContest['statements'][number]['speaker']): string {
  const office = officeTitle(language, speaker)
  if (speaker.unit === undefined) return office
  return language === 'ja' || language === 'ko' ? `${speaker.unit} ${office}` : `${office} ${speaker.unit}`
}

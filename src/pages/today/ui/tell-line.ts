import { isDate } from '../../../shared/dates.ts'
import { formatDate, formatNumber, numberWord } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { languageOfName, nameIn } from '../../../shared/names.ts'
import { words as letterWords } from '../../../slices/letters/messages/words.gen.ts'
import { writeAddress } from '../../../slices/letters/ui/write-address.ts'
import { words as residentWords } from '../../../slices/residents/messages/words.gen.ts'
import { words } from '../messages/words.gen.ts'
import type { TodayView } from './needs-you.tsx'

type Line = TodayView['lines'][number]

export interface Told {
  key: string
  /** What it is about, and the language of that. */
  name: string
  lang: Language
  text: string
  to: string
  act: string
}

interface Telling {
  /** The reader's day: what was due before it says so. Towards a partner nothing of this is ever said. */
  on: string
  /** Without anything that somebody typed freely, which may name a private person: for what leaves by mail. */
  plain?: boolean
}

/** A line of Hari ini in words, with its one act and where that is done. Limits are told as they are, without reproach. */
export function tellLine(line: Line, language: Language, { on, plain = false }: Telling): Told {
  const w = words[language]
  const day = (date: string) => formatDate(date, language)
  const { key } = line
  if (line.kind === 'corrections') {
    const text = w.line.corrections({ n: line.n })
    return { key, name: w.line.readers, lang: language, text, to: '/kata-pembaca', act: w.act.answer }
  }
  const { name, lang, to } = subjectOf(line, language, plain)
  const about = { key, name, lang }
  const said = 'what' in line ? (plain ? w.line.step : line.what) : ''
  const until = (dueOn: string) => w.line[dueOn < on ? 'nextStepPassed' : 'nextStep']({ what: said, date: day(dueOn) })
  switch (line.kind) {
    case 'question': {
      const { dueOn } = line
      return { ...about, to, text: w.line.question({ date: day(dueOn) }), act: w.act.answer }
    }
    case 'direction':
      return { ...about, to, text: w.line.direction({ date: day(line.since) }), act: w.act.decide }
    case 'next_step':
      return { ...about, to, text: until(line.dueOn), act: w.open }
    case 'ask': {
      const text = w.line.ask({ what: said, whom: plain ? w.line.others : line.whom, date: day(line.dueOn) })
      return { ...about, to, text, act: w.act.ask }
    }
    case 'task': {
      const { dueOn } = line
      const text = dueOn === undefined ? w.line.task({ what: said }) : until(dueOn)
      return { ...about, to: '/tindak-lanjut', text, act: w.act.answer }
    }
    case 'clock': {
      const { daysLeft, dueOn, isProvisional } = line
      const told =
        daysLeft < 0 ? w.line.clockPassed({ date: day(dueOn) }) : w.line.clock({ date: day(dueOn), days: daysLeft })
      return { ...about, to, text: isProvisional ? `${told} ${w.line.provisional}` : told, act: w.open }
    }
    case 'letter': {
      const { state, cameOn, answerBy } = line
      const when = answerBy === undefined ? '' : ` ${w.line.answerBy({ date: day(answerBy) })}`
      const text =
        state === 'undisposed'
          ? w.line.undisposed({ date: day(cameOn) })
          : `${w.line.unanswered({ date: day(cameOn) })}${when}`
      return { ...about, to, text, act: state === 'undisposed' ? w.act.dispose : w.act.answer }
    }
    case 'carried': {
      const text = w.line.carried({
        date: day(line.occurredOn),
        n: line.n,
        word: numberWord(line.n, language, { capital: true }),
      })
      return { ...about, to, text, act: w.act.prepare }
    }
    case 'prepare': {
      const { n, ask, occurredOn } = line
      const told = line.after ? w.line.wrapUp : w.line.prepare
      const said = told({ n, word: numberWord(n, language, { capital: true }), date: day(occurredOn) })
      const text = [
        said,
        ask === 0 ? undefined : w.line.prepareAsk({ n: ask, word: numberWord(ask, language, { capital: true }) }),
        line.dueOn < on ? w.line.passed({ date: day(line.dueOn) }) : undefined,
      ]
        .filter((part) => part !== undefined)
        .join(' ')
      return { ...about, to: `${to}#persiapan`, text, act: w.act.prepare }
    }
    case 'confirm':
      return { ...about, to, text: w.line.confirm({ date: day(line.sharedOn) }), act: w.open }
    case 'partner_answer': {
      const text = w.line.partnerAnswer({
        n: line.n,
        word: numberWord(line.n, language, { capital: true }),
        date: day(line.since),
      })
      return { ...about, to: `${to}/mitra#dari-mitra`, text, act: w.act.read }
    }
    case 'unassigned': {
      const text = w.line.unassigned({ word: numberWord(line.n, language, { capital: true }), n: line.n })
      return { ...about, to: `${to}#pokok-bahasan`, text, act: w.act.assign }
    }
    case 'asked': {
      const text = w.line.asked({ what: said, date: day(line.askedOn) })
      const { relation, followUp } = line
      const write = relation && writeAddress({ relation: relation.id, purpose: 'rekomendasi', followUp })
      return { ...about, to: write ?? `${to}#langkah`, text, act: w.act.write }
    }
    case 'draft': {
      const text = w.line.draft({ letter: letterWords[language].kind[line.letterKind] })
      return { ...about, to: `/surat/${line.letter}`, text, act: w.act.goOn }
    }
    case 'partner':
      return {
        ...about,
        to: `${to}#mitra`,
        text: line.hasText ? w.line.partner : w.line.partnerNoText,
        act: w.act.answer,
      }
    case 'visit': {
      const told = line.sorted ? w.line.notClosed : w.line.notSorted
      return { ...about, to, text: told({ date: day(line.occurredOn) }), act: w.open }
    }
    case 'silent':
      return { ...about, to: `${to}#langkah`, text: tellSilence(line, language), act: w.open }
  }
}

/** Why a cooperation counts as silent, and since when. */
function tellSilence({ why, lastOn, days }: Extract<Line, { kind: 'silent' }>, language: Language): string {
  const w = words[language]
  const date = formatDate(lastOn, language)
  if (why === 'loi_no_mou') return w.line.loiNoMou({ date })
  if (why === 'mou_idle') return w.line.mouIdle({ date })
  // Of a month or a year nobody told the day: no number of days follows from it.
  return isDate(lastOn) ? w.silent({ days: formatNumber(days, language), date }) : w.silentSince({ date })
}

/** The record a line is about; a step that is set without a relation follows from a visit. */
function subjectOf(
  line: Exclude<Line, { kind: 'corrections' }>,
  language: Language,
  plain: boolean,
): Pick<Told, 'name' | 'lang' | 'to'> {
  if (line.kind === 'letter') {
    const sender = { name: line.name, names: line.names ?? {} }
    const { line: w } = words[language]
    if (line.name === '') {
      const name = line.register === undefined ? w.sender : w.registered({ register: line.register })
      return { name, lang: language, to: `/surat/catatan/${line.letter}` }
    }
    const name = plain && line.names === undefined ? w.sender : nameIn(language, sender)
    return { name, lang: languageOfName(language, sender), to: `/surat/catatan/${line.letter}` }
  }
  if ('question' in line && line.question !== undefined) {
    const { id, receipt } = line.question
    return {
      name: residentWords[language].subject({ receipt }),
      lang: language,
      to: `/program/layanan/pertanyaan/${id}`,
    }
  }
  if ('mail' in line && line.mail !== undefined) {
    const name = plain ? words[language].line.sender : line.mail.name
    return { name, lang: plain ? language : 'id', to: `/surat/catatan/${line.mail.id}` }
  }
  if ('relation' in line && line.relation !== undefined) {
    const { slug } = line.relation
    return {
      name: nameIn(language, line.relation),
      lang: languageOfName(language, line.relation),
      to: `/kerja-sama/${slug}`,
    }
  }
  const visit = 'visit' in line ? line.visit : undefined
  const name = plain ? words[language].line.visit : (visit?.about ?? '')
  return { name, lang: plain ? language : 'id', to: `/kegiatan/${visit?.slug ?? ''}` }
}

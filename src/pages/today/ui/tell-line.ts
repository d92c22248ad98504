import { isDate } from '../../../shared/dates.ts'
import { formatDate, formatNumber, numberWord } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { languageOfName, nameIn } from '../../../shared/names.ts'
import { words as letterWords } from '../../../slices/letters/messages/words.gen.ts'
import { words } from '../messages/words.gen.ts'
import type { TodayView } from './needs-you.tsx'

type Line = TodayView['lines'][number]

interface Told {
  key: string
  /** What it is about, and the language of that. */
  name: string
  lang: Language
  text: string
  to: string
  act: string
}

/** A line of Hari ini in words, with its one act and where that is done. Limits are told as they are, without reproach. */
export function tellLine(line: Line, language: Language): Told {
  const w = words[language]
  const day = (date: string) => formatDate(date, language)
  if (line.kind === 'corrections') {
    const text = w.line.corrections({ n: line.n })
    return { key: line.kind, name: w.line.readers, lang: language, text, to: '/kata-pembaca', act: w.act.answer }
  }
  const { key, name, lang, to } = subjectOf(line, language)
  const about = { key: `${line.kind}-${key}`, name, lang }
  switch (line.kind) {
    case 'next_step':
      return { ...about, to, text: w.line.nextStep({ what: line.what, date: day(line.dueOn) }), act: w.open }
    case 'clock': {
      const { daysLeft, dueOn, isProvisional } = line
      const said =
        daysLeft < 0 ? w.line.clockPassed({ date: day(dueOn) }) : w.line.clock({ date: day(dueOn), days: daysLeft })
      return { ...about, to, text: isProvisional ? `${said} ${w.line.provisional}` : said, act: w.open }
    }
    case 'unassigned': {
      const text = w.line.unassigned({ word: numberWord(line.n, language, { capital: true }), n: line.n })
      return { ...about, to: `${to}#pokok-bahasan`, text, act: w.act.assign }
    }
    case 'asked': {
      const text = w.line.asked({ what: line.what, date: day(line.askedOn) })
      return { ...about, to: `${to}#langkah`, key: `${key}-${line.askedOn}-${line.what}`, text, act: w.act.write }
    }
    case 'draft': {
      const text = w.line.draft({ letter: letterWords[language].kind[line.letterKind] })
      return { ...about, to: `/surat/${line.letter}`, key: line.letter, text, act: w.act.goOn }
    }
    case 'partner':
      return {
        ...about,
        to: `${to}#mitra`,
        text: line.hasText ? w.line.partner : w.line.partnerNoText,
        act: w.act.answer,
      }
    case 'visit': {
      const said = line.sorted ? w.line.notClosed : w.line.notSorted
      return { ...about, to, text: said({ date: day(line.occurredOn) }), act: w.open }
    }
    case 'silent': {
      // Of a month or a year nobody told the day: no number of days follows from it.
      const text = isDate(line.lastOn)
        ? w.silent({ days: formatNumber(line.days, language), date: day(line.lastOn) })
        : w.silentSince({ date: day(line.lastOn) })
      return { ...about, to, text, act: w.open }
    }
  }
}

/** The record a line is about; a step that is set without a relation follows from a visit. */
function subjectOf(
  line: Exclude<Line, { kind: 'corrections' }>,
  language: Language,
): Pick<Told, 'key' | 'name' | 'lang' | 'to'> {
  if ('relation' in line && line.relation !== undefined) {
    const { id, slug } = line.relation
    return {
      key: id,
      name: nameIn(language, line.relation),
      lang: languageOfName(language, line.relation),
      to: `/kerja-sama/${slug}`,
    }
  }
  const visit = 'visit' in line ? line.visit : undefined
  return { key: visit?.id ?? '', name: visit?.about ?? '', lang: 'id', to: `/kegiatan/${visit?.slug ?? ''}` }
}

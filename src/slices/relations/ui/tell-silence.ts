import { isDate } from '../../../shared/dates.ts'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import type { SilenceView } from './silence-query.ts'
import { words } from './messages/words.gen.ts'

/** Why something counts as silent, as a sentence with its day; without reproach. */
export function tellSilence({ kind, way, since, days }: SilenceView, language: Language): string {
  const w = words[language].silence.say
  const date = formatDate(since, language)
  if (kind === 'text_ends') return w.textEnds({ date, days: -days })
  // Of a month or a year nobody told the day: no number of days follows from it.
  if (kind === 'no_news' && isDate(since)) return w.noNewsDays({ date, days: formatNumber(days, language) })
  const said = {
    no_news: w.noNews,
    letter_unanswered: way === 'in' ? w.letterOwed : w.letterUnanswered,
    loi_no_mou: w.loiNoMou,
    mou_idle: w.mouIdle,
    no_owner: w.noOwner,
  }
  return said[kind]({ date })
}

/** Where what is silent is taken up again, and what that is called. */
export function wayOn({ kind, subject, way, relation }: SilenceView, language: Language): { to: string; act: string } {
  const w = words[language].silence.act
  const page = `/kerja-sama/${relation.slug}`
  if (kind === 'text_ends') return { to: `${page}/naskah`, act: w.texts }
  if (kind === 'letter_unanswered') {
    return {
      to: way === 'written' ? `/surat/${subject}` : `/surat/catatan/${subject}`,
      act: way === 'in' ? w.answer : w.letter,
    }
  }
  if (kind === 'no_owner') return { to: `${page}#langkah`, act: w.owner }
  return { to: `${page}#langkah`, act: w.step }
}

import type { Language } from '../../../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** How a history tells the rows of judging, in the shape of the relation's own (relations/ui/tell-row.ts). Never a mark. */
export function judgingRowWords(language: Language) {
  const { row, part } = words[language]
  const published = ['slug', 'region_slug', 'document', 'demonstration', 'published_at', 'published_by']
  return {
    'contests.judging': {
      what: row.judging,
      columns: {
        version: row.version,
        winners: part.winners,
        frozen_on: row.frozenOn,
        unsealed_on: row.unsealedOn,
        unsealed_reason: part.unsealReason,
        decided_on: row.decidedOn,
        minutes_number: part.minutesNumber,
        announced_on: row.announcedOn,
      },
      silent: ['scale', 'normalisation', 'tie_rule', 'prizes', 'prizes_lang', 'seed', 'frozen_at', 'unsealed_at', 'absent', 'minutes_words', 'announced_at'], // prettier-ignore
    },
    'contests.criteria': {
      what: row.criterion,
      columns: { name: row.name, weight: row.weight },
      silent: ['contest', 'version', 'position', 'name_lang', 'about'],
    },
    'contests.jurors': {
      what: row.juror,
      columns: { number: row.number, body: part.body, decree: part.decree, left_on: row.leftOn, left_reason: part.leaveReason }, // prettier-ignore
      silent: ['contest', 'name', 'village', 'kecamatan', 'company', 'kin', 'sponsor_reason', 'declared_at'],
    },
    'contests.interests': { what: row.interest, columns: {}, silent: ['contest', 'juror', 'entry', 'words'] },
    'contests.entry_backers': { what: row.backer, columns: { company: row.name }, silent: ['entry'] },
    'contests.score_sheets': {
      what: row.sheet,
      columns: { version: row.version },
      silent: ['contest', 'juror', 'entry', 'marks', 'note', 'received_at', 'counts'],
    },
    'contests.placings': {
      what: row.place,
      columns: {},
      silent: ['contest', 'entry', 'category', 'place', 'points', 'settled_by', 'outside', 'prize'],
    },
    'contests.disqualifications': {
      what: row.disqualified,
      columns: { decided_on: row.decidedOn, reason: part.disqualifyReason },
      silent: ['contest', 'entry'],
    },
    'contests.published_results': { what: row.published, columns: {}, silent: published },
  }
}

import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { foldForSearch } from '../../shared/text.ts'
import { isPlanned } from '../agenda/model.ts'
import { words as referenceWords } from '../reference/messages/words.gen.ts'
import { isSector } from '../reference/model.ts'
import { addressing, type LetterRoute } from './manners.ts'
import { words } from './messages/words.gen.ts'
import { blank, type MitraContent, type Purpose } from './model.ts'
import { fieldIn, officeOurs, officialName, partnerIn, regionName, type LetterRecord } from './record.ts'

/** What a letter to a partner is asked to be. */
export interface PartnerLetter {
  purpose: Purpose
  language: Language
  /** Until when an answer is wanted, where somebody says so. */
  replyBy?: string | undefined
  /** What the partner asked for, in our words, and on which day. */
  asked?: { what: string; fromOn: string } | undefined
  /** The meeting it speaks of: the last one, or the one it invites to. */
  meeting?: { on: string; place: string | undefined } | undefined
  route?: LetterRoute | undefined
}

type RecordField = LetterRecord['fields'][number]

/** The fields whose name stands in what was asked for; all of them where none does, or nothing was asked. */
export function fieldsAskedAbout(fields: readonly RecordField[], asked: string | undefined): readonly RecordField[] {
  const said = ` ${foldForSearch(asked ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  const named = fields.filter(({ sector, name }) => {
    const word = name ?? (isSector(sector) ? referenceWords.id.sector[sector] : '')
    return word !== '' && said.includes(` ${foldForSearch(word)} `)
  })
  return named.length > 0 ? named : fields
}

/**
 * A letter to a partner or mission in one of four languages: why it is written, the fields it is about, each a blank
 * where the record holds nothing to say, until when an answer is wanted. Nobody's process waits for it.
 */
export function composePartnerLetter(record: LetterRecord, letter: PartnerLetter): MitraContent {
  const { purpose, language, replyBy, asked, meeting, route } = letter
  const w = words[language].mitra
  const named = { ours: regionName(record, language), theirs: partnerIn(record, language) }
  const fields = fieldsAskedAbout(record.fields, asked?.what).map((field) => fieldIn(language, field))
  const day = (date: string) => formatDate(date, language)
  const item = w.item[purpose]
  const listed = fields.length === 0 ? [item({ field: w.field })] : fields.map((field) => item({ field }))
  const isInvitation = purpose === 'undangan'
  // Nobody met or is thanked for what is still to come.
  const isHeld = meeting !== undefined && !isPlanned({ occurredOn: meeting.on }, record.on)
  const shows = purpose === 'rekomendasi' || purpose === 'pertanyaan'
  const body = [
    ...openingOf({ purpose, w, named, meeting: isInvitation || isHeld ? meeting : undefined, day }),
    ...(asked === undefined ? [] : [w.asked({ date: day(asked.fromOn) })]),
    leadOf(w, purpose, named),
    ...listed.map((text, at) => {
      const field = fields[at] ?? blank(w.field)
      // A blank inside a blank would not be read as one.
      return `${at + 1}. ${shows ? `${field}: ${blank(text.replaceAll(/[[\]]/g, ''))}` : field}`
    }),
    ...(purpose === 'jawaban' ? [blank(w.answer)] : []),
    ...(replyBy === undefined ? [] : [w.reply({ date: day(replyBy) })]),
    w.thanks,
  ]
  return {
    layout: 'mitra',
    lang: language,
    attachment: '',
    subject: w.subject[purpose](named),
    ...addressing({ language, partner: named.theirs, addressee: record.addressee, route }),
    body: body.join('\n'),
    office: officeOurs(record, language),
    signatory: officialName(record),
    rank: '',
    copies: (route?.copies ?? []).join('\n'),
  }
}

interface Opening {
  purpose: Purpose
  w: (typeof words)[Language]['mitra']
  named: { ours: string; theirs: string }
  meeting: PartnerLetter['meeting']
  day: (date: string) => string
}

function leadOf(w: Opening['w'], purpose: Purpose, named: Opening['named']): string {
  const lead = w.lead[purpose]
  return typeof lead === 'string' ? lead : lead(named)
}

/** What the letter goes back to, or invites to; what the record does not say of it is a blank. */
function openingOf({ purpose, w, named, meeting, day }: Opening): string[] {
  if (purpose === 'undangan') {
    const [date, place] = [meeting && day(meeting.on), meeting?.place]
    return [w.invite({ ...named, event: blank(w.event), date: date ?? blank(w.date), place: place ?? blank(w.place) })]
  }
  if (purpose === 'jawaban') return [w.referring({ number: blank(w.theirNumber), date: blank(w.theirDate) })]
  if (meeting === undefined) return purpose === 'terima_kasih' ? [w.thankFor({ what: blank(w.thankedFor) })] : []
  return [w.met({ ...named, date: day(meeting.on) })]
}

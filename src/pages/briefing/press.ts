/** Siaran pers: what the office says of a meeting, from the record alone. Verbs follow what is on file. Pure. */
import { isOnOrBefore, firstDayOf, lastDayOf } from '../../shared/dates.ts'
import { formatDate, formatList } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn, type Named } from '../../shared/names.ts'
import { attended, speakerLine, writeWhen, type Activity } from '../../slices/agenda/model.ts'
import { words as agendaWords } from '../../slices/agenda/messages/words.gen.ts'
import { stageSentence } from '../../slices/procedures/embed.tsx'
import { fieldName } from '../../slices/relations/embed.tsx'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { words as textWords } from '../../slices/relations/ui/messages/words.gen.ts'
import { openCiting } from './cite.ts'
import { words } from './messages/words.gen.ts'
import type { Paper, PaperLine } from './model.ts'
import type { BriefingRecord } from './record.ts'

type Text = BriefingRecord['texts'][number]

/**
 * The texts that were signed at a meeting: dated within its days, with the paper on file. Without one nobody "signed"
 * anything, whatever was reported (product C8).
 */
export function signedAt(
  texts: readonly Pick<Text, 'kind' | 'signedOn' | 'isSigned'>[],
  { occurredOn, endedOn }: Pick<Activity, 'occurredOn' | 'endedOn'>,
) {
  const [from, to] = [firstDayOf(occurredOn), lastDayOf(endedOn ?? occurredOn)]
  return texts.filter(
    ({ signedOn, isSigned }) =>
      isSigned && signedOn !== null && signedOn.length === 10 && signedOn >= from && signedOn <= to,
  )
}

export interface PressRecord {
  record: BriefingRecord
  activity: Activity
  contact: string
  /** A sentence of the office's own. */
  own?: string | undefined
}

export function composePress({ record, activity, contact, own }: PressRecord, language: Language): Paper {
  const cite = openCiting(record.lines, language)
  const w = words[language]
  const { relation, region } = record.page
  const names = {
    region: nameIn(language, region as Named),
    partner: relation.partner === null ? (relation.label ?? '') : nameIn(language, relation.partner as Named),
  }
  const signed = signedAt(record.texts, activity)
  const when = writeWhen(language, activity)
  const kind = agendaWords[language].kind[activity.kind ?? 'lain']
  const lead =
    signed.length > 0
      ? w.press.signed({
          ...names,
          when,
          texts: formatList(
            signed.map((text) => textWords[language].texts.kind[text.kind]),
            language,
          ),
        })
      : w.press.met({ ...names, when, kind })
  const lines: PaperLine[] = [{ text: lead, notes: cite.of([activity.id]) }]
  if (activity.place !== undefined) {
    lines.push({ text: w.press.place({ place: activity.place }), notes: cite.of([activity.id]) })
  }
  for (const side of ['host', 'guest'] as const) {
    const here = attended(activity.participants)
      .filter((each) => each.side === side)
      .slice(0, 8)
    if (here.length === 0) continue
    const text = formatList(
      here.map((each) => speakerLine(each, language)),
      language,
    )
    lines.push({ term: agendaWords[language].side[side], text, notes: cite.of(here.map(({ id }) => id)) })
  }
  if (own !== undefined) lines.push({ text: own, notes: [] })
  const said = activity.statements.slice(0, 6).map(({ id, speaker, words: text, wordsLang }): PaperLine => ({
    term: speakerLine(speaker, language),
    text,
    lang: wordsLang,
    notes: cite.of([id]),
  }))
  const offered = record.page.fields.filter(({ occurredOn }) => isOnOrBefore(occurredOn, record.on))
  const fields = offered.flatMap(
    (field) => fieldName(language, { sector: field.sector ?? undefined, name: field.name ?? undefined } as never) ?? [],
  )
  const next = [
    relation.status === null ? undefined : relationWords[language].status[relation.status],
    relation.process === null ? undefined : stageSentence(language, relation.process as never),
  ].filter((part) => part !== undefined)
  const sections = [
    { title: w.press.lead, lines },
    { title: w.press.words, lines: said },
    {
      title: w.part.fields,
      lines:
        fields.length === 0
          ? []
          : [
              {
                text: formatList(fields, language),
                notes: cite.of([...offered.map(({ id }) => id), relation.id], ['name', 'sector', 'fields']),
              },
            ],
    },
    {
      title: w.part.standing,
      lines: next.length === 0 ? [] : [{ text: next.join(' · '), notes: cite.of([relation.id], ['stages_left']) }],
    },
    { title: w.press.contact, lines: contact === '' ? [] : [{ text: contact, notes: [] }] },
  ]
  return {
    title: (signed.length > 0 ? w.press.signedTitle : w.press.metTitle)(names),
    subtitle: w.press.subtitle({ date: formatDate(record.on, language) }),
    language,
    sections: sections.filter((section) => section.lines.length > 0),
    sources: cite.sources,
    sourcesTitle: w.sources,
  }
}

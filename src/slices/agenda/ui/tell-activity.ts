import { isPartialDate } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { words as followupWords } from '../../followup/messages/words.gen.ts'
import type { RowChange } from '../../ledger/model.ts'
import { words as agendaWords } from '../messages/words.gen.ts'
import { itemWord } from './plan/item-word.ts'
import { words as planWords } from './plan/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

interface Told {
  lines: string[]
  others: number
}

/** Tells what an act changed of an activity: its own values, who took part, what was said, what follows. */
export function tellActivity(language: Language, changes: readonly RowChange[]): Told {
  const told = changes.map((change) => tellers[change.table]?.(language, change) ?? countOf(change))
  return { lines: told.flatMap(({ lines }) => lines), others: told.reduce((sum, { others }) => sum + others, 0) }
}

/** Whether a table's rows are told here and not by the relation itself. */
export const toldTables = (table: string): boolean => /^(agenda|followup)\./.test(table)

const countOf = ({ fields }: RowChange): Told => ({ lines: [], others: fields.length })

const tellers: Record<string, (language: Language, change: RowChange) => Told> = {
  'agenda.activities': tellOwn,
  'agenda.participants': (language, change) => tellRow(language, change, { label: 'participant', by: ['organisation', 'role', 'headcount'] }),
  'agenda.statements': (language, change) => tellRow(language, change, { label: 'statement', by: ['words'] }),
  'agenda.commitments': tellCommitment,
  'agenda.commitment_news': tellNews,
  'agenda.published_commitments': () => ({ lines: [], others: 0 }),
  'agenda.photos': (language, change) => tellRow(language, change, { label: 'photo', by: ['caption'] }),
  'agenda.rundown_items': (language, change) => tellPlanned(language, change, 'line'),
  'agenda.checklist_items': tellItem,
  'agenda.gifts': (language, change) => tellPlanned(language, change, 'gift'),
  // Told by the meeting that is put into it.
  'agenda.series': (language, { fields }) => tellSeries(language, fields),
  'agenda.topics': (language, change) => tellRow(language, change, { label: 'point', by: ['words'] }),
  'agenda.activity_relations': () => ({ lines: [], others: 0 }),
  // The verb says it; the texts stand among the versions.
  'agenda.summaries': () => ({ lines: [], others: 0 }),
  'agenda.summary_versions': () => ({ lines: [], others: 0 }),
  'agenda.summary_answers': () => ({ lines: [], others: 0 }),
  'agenda.summary_translations': () => ({ lines: [], others: 0 }),
  // Its newest day follows from the activity's own.
  'relations.relations': () => ({ lines: [], others: 0 }),
  'followup.follow_ups': tellStep,
} // prettier-ignore

const shown = ['occurred_on', 'ended_on', 'place', 'about', 'kind', 'starts_at', 'weekday', 'initiator', 'note', 'closed_on', 'voided_on', 'voided_reason', 'ends_at', 'series', 'interpreter', 'cancelled'] as const // prettier-ignore

/** What a column of an activity is called on screen; undefined for what no form shows. */
export function columnLabel(language: Language, field: string): string | undefined {
  const w = words[language]
  const labels: Record<(typeof shown)[number], string> = {
    occurred_on: w.when,
    ended_on: w.endedOn,
    place: w.place,
    about: w.about,
    kind: w.kind,
    starts_at: w.startsAt,
    weekday: w.weekday,
    initiator: w.initiator,
    note: w.note,
    closed_on: w.told.closedOn,
    voided_on: w.told.voidedOn,
    voided_reason: w.told.voidedReason,
    ends_at: planWords[language].told.endsAt,
    series: planWords[language].told.series,
    interpreter: planWords[language].told.interpreter,
    cancelled: planWords[language].told.cancelled,
  }
  return Object.hasOwn(labels, field) ? labels[field as keyof typeof labels] : undefined
}

/** A value of a column in the reader's language. */
export function writeColumn(language: Language, { field, value }: { field: string; value: unknown }): string {
  const w = words[language]
  if (value === null || value === undefined || value === '') return w.told.empty
  if (value === true) return planWords[language].told.yes
  // Its name stands on the page; a number would say nothing.
  if (field === 'series') return planWords[language].told.inSeries
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
  const catalogue: Record<string, Record<string, string>> = {
    kind: agendaWords[language].kind,
    weekday: agendaWords[language].weekday,
    initiator: w.initiatorOf,
    reason: followupWords[language].reason,
    outcome: followupWords[language].outcome,
  }
  const catalogued = catalogue[field]
  if (catalogued !== undefined && Object.hasOwn(catalogued, text)) return catalogued[text] ?? text
  return field.endsWith('_on') && isPartialDate(text) ? formatDate(text, language) : text
}

function tellOwn(language: Language, { op, fields }: RowChange): Told {
  const w = words[language].told
  const known = fields.flatMap(({ field, was, now }) => {
    const label = columnLabel(language, field)
    if (label === undefined || (field === 'cancelled' && now !== true && was !== true)) return []
    const write = (value: unknown) => writeColumn(language, { field, value })
    if (op !== 'update' || was === null) return [w.set({ label, now: write(op === 'delete' ? was : now) })]
    return [w.change({ label, was: write(was), now: write(now) })]
  })
  // A new activity has columns nobody typed (slug, language of the note): they are no news.
  return { lines: known, others: op === 'insert' ? 0 : fields.length - known.length }
}

interface Row {
  label: 'participant' | 'statement' | 'photo' | 'point'
  /** The columns that say which one it is. */
  by: readonly string[]
}

function tellRow(language: Language, { op, fields }: RowChange, { label: key, by }: Row): Told {
  const w = words[language].told
  const said = (side: 'was' | 'now') =>
    by
      .map((column) => fields.find(({ field }) => field === column)?.[side])
      .filter((value) => value !== null && value !== undefined)
      .join(words[language].comma)
  const label = w[key]
  if (op === 'update') return { lines: [w.change({ label, was: said('was') || w.empty, now: said('now') || w.empty })], others: 0 } // prettier-ignore
  const text = said(op === 'insert' ? 'now' : 'was')
  if (text === '') return { lines: [], others: 1 }
  return { lines: [op === 'insert' ? w.set({ label, now: text }) : w.gone({ label, was: text })], others: 0 }
}

function tellCommitment(language: Language, { op, fields }: RowChange): Told {
  const w = words[language].told
  const said = fields.find(({ field }) => field === 'words')
  if (op !== 'update') {
    const text = String((op === 'insert' ? said?.now : said?.was) ?? '')
    return { lines: [op === 'insert' ? w.set({ label: w.commitment, now: text }) : w.gone({ label: w.commitment, was: text })], others: 0 } // prettier-ignore
  }
  const labels: Record<string, string> = { words: w.commitment, due_on: w.until, told: w.to, voided_on: w.voidedOn, voided_reason: w.voidedReason } // prettier-ignore
  const known = fields.flatMap(({ field, was, now }) => {
    const label = Object.hasOwn(labels, field) ? labels[field] : undefined
    const write = (value: unknown) => writeColumn(language, { field, value })
    return label === undefined ? [] : [w.change({ label, was: write(was), now: write(now) })]
  })
  // Its revision alone moves with what was heard of it.
  return { lines: known, others: 0 }
}

function tellNews(language: Language, { op, fields }: RowChange): Told {
  const w = words[language].told
  const valueOf = (field: string) => {
    const found = fields.find((one) => one.field === field)
    return op === 'delete' ? found?.was : found?.now
  }
  const { standing } = agendaWords[language].commitments
  const state = valueOf('state') === 'done' ? standing.done : standing.running
  const said = [state, valueOf('note')].filter((part) => typeof part === 'string').join(words[language].comma)
  return { lines: [op === 'delete' ? w.gone({ label: w.news, was: said }) : w.set({ label: w.news, now: said })], others: 0 } // prettier-ignore
}

const valueIn = (fields: RowChange['fields'], field: string, side: 'was' | 'now') =>
  fields.find((found) => found.field === field)?.[side]

function tellPlanned(language: Language, { op, fields, which }: RowChange, key: 'line' | 'gift'): Told {
  const w = words[language].told
  const label = planWords[language].told[key]
  const side = op === 'delete' ? 'was' : 'now'
  const times = [valueIn(fields, 'from_time', side), valueIn(fields, 'to_time', side)].filter((time) => typeof time === 'string').join('–') // prettier-ignore
  const said = [times, valueIn(fields, 'what', side) ?? which.name].filter((part) => typeof part === 'string' && part !== '').join(' ') // prettier-ignore
  if (said === '') return { lines: [], others: fields.length }
  return { lines: [op === 'delete' ? w.gone({ label, was: said }) : w.set({ label, now: said })], others: 0 }
}

/** Many items come at once from the list: they are counted, those in own words and what is done are told. */
function tellItem(language: Language, { op, fields }: RowChange): Told {
  const w = words[language].told
  const label = planWords[language].told.item
  const side = op === 'delete' ? 'was' : 'now'
  const said = valueIn(fields, 'words', side) ?? itemWord(language, valueIn(fields, 'origin', side))
  if (op === 'update' && valueIn(fields, 'done_on', 'now')) {
    const done = writeColumn(language, { field: 'done_on', value: valueIn(fields, 'done_on', 'now') })
    return { lines: [w.set({ label, now: planWords[language].checklist.doneOn({ date: done }) })], others: 0 }
  }
  if (typeof said !== 'string') return { lines: [], others: 1 }
  return { lines: [op === 'delete' ? w.gone({ label, was: said }) : w.set({ label, now: said })], others: 0 }
}

function tellSeries(language: Language, fields: RowChange['fields']): Told {
  const name = valueIn(fields, 'name', 'now')
  if (typeof name !== 'string') return { lines: [], others: fields.length }
  return { lines: [words[language].told.set({ label: planWords[language].told.series, now: name })], others: 0 }
}

function tellStep(language: Language, { op, fields }: RowChange): Told {
  const w = words[language].told
  const now = (field: string) => fields.find((found) => found.field === field)?.now
  if (op === 'insert') {
    const said = now('what') ?? writeColumn(language, { field: 'reason', value: now('reason') })
    return { lines: [w.set({ label: now('leads') === false ? w.task : w.step, now: String(said) })], others: 0 }
  }
  const outcome = now('outcome')
  if (op === 'delete' || typeof outcome !== 'string') return { lines: [], others: fields.length }
  return { lines: [w.set({ label: w.outcome, now: writeColumn(language, { field: 'outcome', value: outcome }) })], others: 0 } // prettier-ignore
}

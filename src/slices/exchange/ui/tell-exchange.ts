import type { Language } from '../../../shared/languages.ts'
import { words as exchangeWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** What the columns of an exchange are called on screen. */
export function columnsOf(language: Language): Record<string, string> {
  const { form, stop, report } = words[language]
  return {
    title: form.title,
    title_en: form.titleEn,
    title_ja: form.titleJa,
    title_ko: form.titleKo,
    kind: form.kind,
    direction: form.direction,
    from_on: form.fromOn,
    to_on: form.toOn,
    stated: form.stated,
    place: form.place,
    ours: form.ours,
    theirs: form.theirs,
    report: report.title,
    report_file: report.file,
    cancelled_on: exchangeWords[language].standing.batal,
    cancelled_reason: stop.reason,
  }
}

/** Words for values that are ids, by column. */
export function catalogueOf(language: Language): Record<string, Record<string, string>> {
  const { kind, direction, standing, side } = exchangeWords[language]
  return { kind, direction, stated: standing, side }
}

/** How a history tells the rows of an exchange, in the shape of the relation's own (relations/ui/tell-row.ts). */
export function exchangeRowWords(language: Language) {
  const { form, use } = words[language]
  const of = exchangeWords[language]
  const catalogue = catalogueOf(language)
  const silent = ['exchange', 'position', 'name_lang', 'what_lang', 'unit', 'evidence']
  return {
    'exchange.exchanges': {
      what: of.title,
      columns: columnsOf(language),
      catalogue,
      silent: ['slug', 'title_lang', 'unit', 'report_lang', 'reported_on', 'occurred_on'],
    },
    'exchange.bodies': { what: form.body, columns: { name: form.body, role: form.role, side: form.side }, catalogue, silent }, // prettier-ignore
    'exchange.applied': {
      what: of.page.applied,
      columns: { what: use.what, applied_on: use.on, place: use.place },
      silent,
    },
    // The title of the act says it; the rows are only pointers.
    'exchange.exchange_relations': { what: form.relations, columns: {}, silent: ['exchange', 'relation'] },
    'exchange.exchange_fields': { what: form.fields, columns: {}, silent: ['exchange', 'field'] },
  }
}

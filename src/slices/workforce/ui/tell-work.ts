import type { Language } from '../../../shared/languages.ts'
import type { RowChange } from '../../ledger/model.ts'
import { tellRow, type RowWords, type Told } from '../../relations/ui/tell-row.ts'
import { words as ourWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** How histories tell the rows of work and skills; of names only that there was one. */
export function workRows(language: Language): Record<string, RowWords> {
  const { told, count, cost, cohort, requests, abroad } = words[language]
  const our = ourWords[language]
  return {
    'workforce.cohorts': {
      what: told.cohort,
      columns: { name: cohort.name, began_on: cohort.beganOn, note: cohort.note },
      silent: ['slug', 'name_lang', 'country', 'scheme', 'unit', 'via', 'opinion_file', 'recorded_at'],
    },
    'workforce.cohort_relations': { what: told.link, columns: {}, silent: ['cohort', 'relation'] },
    'workforce.counts': {
      what: told.count,
      columns: {
        step: count.step,
        number: count.number,
        counted_on: count.countedOn,
        body_name: count.bodyName,
        reason: count.reason,
        voided_reason: told.voided,
      },
      catalogue: { step: our.step },
      silent: ['cohort', 'body_kind', 'licence_no', 'licence_until', 'note', 'file', 'voided_on'],
    },
    'workforce.costs': {
      what: told.cost,
      columns: { item: cost.item, payer: cost.payer, amount: cost.amount },
      catalogue: { payer: our.payer },
      silent: ['cohort', 'kind'],
    },
    'workforce.listed': {
      what: told.listed,
      columns: {},
      silent: ['cohort', 'name', 'step', 'consent_on', 'may_share'],
    },
    'workforce.requests': {
      what: told.request,
      columns: {
        skill: requests.skill,
        school: requests.school,
        number: requests.number,
        needed_on: requests.neededOn,
        filled: requests.filled,
        filled_local: requests.filledLocal,
        reported_on: requests.reportedOn,
      },
      silent: ['partner', 'relation', 'unit', 'gap', 'recorded_at'],
    },
    'workforce.standings': {
      what: told.standing,
      columns: {
        standing: abroad.standing,
        since: abroad.since,
        starts_on: abroad.startsOn,
        source: abroad.source,
        voided_reason: told.voided,
      },
      catalogue: { standing: our.standing },
      silent: ['scheme', 'country', 'names', 'checked', 'look_again_on', 'note', 'relation', 'voided_on'],
    },
    'workforce.published': {
      what: told.published,
      columns: {},
      silent: ['slug', 'region_slug', 'relations', 'document', 'demonstration', 'published_at', 'published_by'],
    },
    'workforce.withdrawn': { what: told.published, columns: {}, silent: ['slug', 'demonstration', 'withdrawn_at'] },
  }
}

/** The same of the acts about one cohort. */
export function tellWork(language: Language, changes: readonly RowChange[]): Told {
  const rows = workRows(language)
  const told = changes.map((change) => {
    const of = rows[change.table]
    return of === undefined ? { lines: [], others: 1 } : tellRow(language, change, of)
  })
  return { lines: told.flatMap(({ lines }) => lines), others: told.reduce((sum, { others }) => sum + others, 0) }
}

import type { Language } from '../../../shared/languages.ts'
import { words as agendaWords } from '../../agenda/messages/words.gen.ts'
import { tellActivity, toldTables } from '../../agenda/ui/tell-activity.ts'
import type { RowChange } from '../../ledger/model.ts'
import { tellRow, type RowWords, type Told } from '../../relations/ui/tell-row.ts'
import { words as forumWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** How a history tells the rows of issues. */
export function issueRows(language: Language): Record<string, RowWords> {
  const [w, ui] = [forumWords[language], words[language]]
  const row = ui.row
  return {
    'forum.issues': {
      what: w.issue,
      columns: { words: ui.words, theme: w.themeLabel, raised_on: w.raisedOn },
      catalogue: { theme: agendaWords[language].theme },
      silent: ['slug', 'words_lang', 'search'],
    },
    'forum.issue_relations': { what: row.relation, columns: {}, silent: ['issue', 'relation'] },
    'forum.issue_points': { what: row.point, columns: {}, silent: ['issue', 'point'] },
    'forum.issue_evidence': {
      what: ui.evidence,
      columns: { words: ui.words, seen_on: ui.seenOn },
      silent: ['issue', 'file'],
    },
    'forum.issue_decisions': {
      what: ui.decision,
      columns: { outcome: w.standingLabel, reason: ui.reason, decided_on: ui.decidedOn },
      catalogue: { outcome: { ...w.standing, dibuka_kembali: ui.decide.dibuka_kembali } },
      silent: ['issue'],
    },
    'forum.strategic_links': {
      what: ui.supports,
      columns: { kind: ui.kind, code: ui.code, words: ui.words, source_words: ui.document },
      catalogue: { kind: w.strategic },
      silent: ['issue', 'relation', 'position'],
    },
    'forum.agreements': {
      what: row.agreement,
      columns: { opened_on: ui.openedOn, closed_on: ui.closedOn, closed_reason: ui.reason },
      silent: ['relation', 'type'],
    },
    'forum.agreement_issues': { what: row.agreementIssue, columns: {}, silent: ['agreement', 'issue'] },
    'forum.published': {
      what: row.published,
      columns: { withdrawn_on: ui.withdrawnOn },
      silent: ['slug', 'region_slug', 'relations', 'raised_on', 'document', 'demonstration', 'published_at', 'published_by'], // prettier-ignore
    },
  }
}

/** Tells what an act changed of an issue, of the follow-up that answers it, and of the cooperation it belongs to. */
export function tellIssue(language: Language, changes: readonly RowChange[]): Told {
  const rows = issueRows(language)
  const told = changes.flatMap((change) => {
    const of = rows[change.table]
    if (of !== undefined) return [tellRow(language, change, of)]
    return toldTables(change.table) ? [tellActivity(language, [change])] : []
  })
  return { lines: told.flatMap(({ lines }) => lines), others: told.reduce((sum, { others }) => sum + others, 0) }
}

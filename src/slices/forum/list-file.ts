import type { Reading } from '../../platform/call.ts'
import { fileNameOf, type ListFile } from '../../platform/list-file.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { holderText } from '../followup/model.ts'
import { words as followWords } from '../followup/messages/words.gen.ts'
import { findIssues, type Issue, type SoughtIssues } from './queries.ts'
import { readYear } from './reading.ts'
import { words as agendaWords } from '../agenda/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

type Looking = Pick<Reading, 'tx' | 'on' | 'language'>

/** The issues as they are narrowed on screen. */
export async function issuesFile({ tx, on, language }: Looking, sought: SoughtIssues): Promise<ListFile> {
  const w = words[language]
  const rows = await findIssues(tx, { ...sought, on })
  const { theme, standing, q } = sought
  const narrowed = [
    theme === undefined ? undefined : agendaWords[language].theme[theme],
    standing === undefined ? undefined : w.sought[standing],
    q === undefined ? undefined : `“${q}”`,
  ].filter((part) => part !== undefined)
  return {
    name: fileNameOf(w.title, on),
    title: w.title,
    narrowed: narrowed.length === 0 ? [] : [narrowed.join(w.dot)],
    ...tableOf(rows, language),
  }
}

/** A year of one estate. */
export async function yearFile(
  { tx, on, language }: Looking,
  asked: { slug: string; year?: string | undefined },
): Promise<ListFile> {
  const w = words[language]
  const { rows, relation, year } = await readYear(tx, { ...asked, on })
  const title = w.year.title({ name: nameIn(language, relation), year })
  return { name: fileNameOf(title, on), title, narrowed: [], ...tableOf(rows, language) }
}

function tableOf(rows: readonly Issue[], language: Language): Pick<ListFile, 'days' | 'header' | 'rows'> {
  const w = words[language]
  return {
    days: [3, 5, 8],
    header: [w.issue, w.of, w.themeLabel, w.raisedOn, w.owner, w.dueOn, w.standingLabel, w.answer, w.answeredOn],
    rows: rows.map(({ words: said, relations, theme, raisedOn, task, standing }) => [
      said,
      relations.map((relation) => nameIn(language, relation)).join('; '),
      theme === undefined ? '' : agendaWords[language].theme[theme],
      raisedOn,
      task === undefined ? '' : (holderText(task, followWords[language].comma) ?? ''),
      task?.dueOn,
      w.standing[standing],
      task?.outcome === 'done' ? task.note : '',
      task?.outcome === 'done' ? task.endedOn : '',
    ]),
  }
}

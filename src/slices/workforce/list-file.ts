import { fileNameOf, readPages, type ListFile } from '../../platform/list-file.ts'
import type { Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import { countryName } from '../reference/model.ts'
import { words } from './messages/words.gen.ts'
import { listCohorts, listRequests } from './cohort-queries.ts'
import { schemeName } from './embed.tsx'
import type { Keeper } from './locks.ts'

/** Cohorts as a file, a row for each step that was counted; one without counts has a row too. Nobody is named. */
export async function cohortsFile(
  { tx, on, language }: { tx: Tx; on: string; language: Language },
  { q, per = on }: { q?: string | undefined; per?: string | undefined },
): Promise<ListFile> {
  const { file: w, step: stepName, unstated } = words[language]
  const rows = await readPages((page) => listCohorts(tx, { ...page, q, on: per }))
  return {
    name: fileNameOf(w.name, per),
    title: w.title,
    ...(q !== undefined && { narrowed: [`“${q}”`] }),
    header: [w.cohort, w.country, w.scheme, w.unit, w.beganOn, w.step, w.number, w.countedOn],
    days: [4, 7],
    rows: rows.flatMap((row) => {
      const of = [
        row.name,
        countryName(language, row.country),
        row.scheme === undefined ? '' : schemeName(language, { scheme: row.scheme, names: row.schemeNames }),
        row.unit,
        row.beganOn,
      ]
      if (row.counts.length === 0) return [[...of, '', '', '']]
      return row.counts.map(({ step, number, countedOn }) => [...of, stepName[step], number ?? unstated, countedOn])
    }),
  }
}

/** Requests of companies as a file, narrowed as on screen. */
export async function requestsFile(
  { tx, on, language, who }: { tx: Tx; on: string; language: Language; who: Keeper },
  { q }: { q?: string | undefined },
): Promise<ListFile> {
  const { requests: w } = words[language].file
  const { unstated } = words[language]
  const rows = await readPages((page) => listRequests(tx, { ...page, q, who }))
  return {
    name: fileNameOf(w.name, on),
    title: w.title,
    ...(q !== undefined && { narrowed: [`“${q}”`] }),
    header: [
      w.skill,
      w.company,
      w.school,
      w.number,
      w.neededOn,
      w.filled,
      w.filledLocal,
      w.reportedOn,
      w.gap,
      w.relation,
    ],
    days: [4, 7],
    rows: rows.map((row) => [
      row.skill,
      row.partner?.name,
      row.school,
      row.number ?? unstated,
      row.neededOn,
      row.filled,
      row.filledLocal,
      row.reportedOn,
      row.gap,
      row.relation?.name,
    ]),
  }
}

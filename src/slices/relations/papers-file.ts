/** Texts and papers of a relation as files. What was declared void is not in them. */
import type { Reading } from '../../platform/call.ts'
import { fileNameOf, type ListFile } from '../../platform/list-file.ts'
import { words as procedureWords } from '../procedures/messages/words.gen.ts'
import { getRelation, listDocuments, listTexts } from './queries.ts'
import { words } from './ui/messages/words.gen.ts'

type Asker = Pick<Reading, 'tx' | 'on' | 'language'>

export async function textsFile({ tx, on, language }: Asker, { id }: { id: string }): Promise<ListFile> {
  const { texts: w, papersSheet: sheet } = words[language]
  await getRelation(tx, { id, on })
  const rows = (await listTexts(tx, { id, on })).filter(({ voidedOn }) => voidedOn === null)
  return {
    name: fileNameOf(w.title, on),
    title: w.title,
    days: [3, 6, 8],
    numbers: [7],
    header: [
      sheet.title,
      sheet.kind,
      sheet.state,
      w.signedOn,
      w.numberOurs,
      w.numberTheirs,
      w.beginsOn,
      sheet.termMonths,
      sheet.lastDay,
      w.originalAt,
    ],
    rows: rows.map((text) => [
      text.title,
      w.kind[text.kind],
      text.isSigned ? w.signed : w.unsigned,
      text.signedOn,
      text.numberOurs,
      text.numberTheirs,
      text.beginsOn,
      text.termMonths,
      text.isOpenEnded ? w.openEnded : text.lastDay,
      text.originalAt,
    ]),
  }
}

export async function documentsFile({ tx, on, language }: Asker, { id }: { id: string }): Promise<ListFile> {
  const { documents: w, record, papersSheet: sheet } = words[language]
  await getRelation(tx, { id, on })
  const rows = (await listDocuments(tx, { id, on })).filter(({ voidedOn }) => voidedOn === null)
  return {
    name: fileNameOf(w.title, on),
    title: w.title,
    days: [4, 5],
    header: [w.title, sheet.outcome, sheet.number, sheet.issuer, sheet.datedOn, sheet.receivedOn, sheet.file],
    rows: rows.map((one) => {
      const name = procedureWords[language].document[one.kind]
      return [
        one.round > 1 ? w.inRound({ name, round: one.round }) : name,
        one.outcome === null ? '' : record.outcomes[one.outcome],
        one.number,
        one.issuer,
        one.datedOn,
        one.receivedOn,
        one.file?.name ?? w.seenAt({ place: one.seenAt ?? '' }),
      ]
    }),
  }
}

import type { Tx } from '../../platform/database.ts'
import { listFiles } from '../files/queries.ts'
import type { DocumentId } from '../procedures/model.ts'
import { endOfTime, type PublishedText } from './model.ts'
import { listDocuments, listTexts } from './papers.ts'

/** The papers that are signed texts themselves. Whatever else a text was filed with (a draft, a letter) is never public. */
const signedPapers: readonly string[] = ['naskah_asli', 'loi'] satisfies DocumentId[]

/** The texts of a relation that are on file as signed, oldest first, as the world may see them (UU 14/2008 Ps 11(1)e). */
export async function listPublicTexts(tx: Tx, id: string): Promise<PublishedText[]> {
  const texts = (await listTexts(tx, { id, on: endOfTime })).filter(({ isSigned }) => isSigned)
  if (texts.length === 0) return []
  const papers = new Map((await listDocuments(tx, { id, on: endOfTime })).map((paper) => [paper.id, paper]))
  const files = await listFiles(
    tx,
    [...papers.values()].flatMap(({ file }) => (file === null ? [] : [file.id])),
  )
  return texts.flatMap((text) => {
    const paper = papers.get(text.document ?? '')
    if (paper === undefined || !signedPapers.includes(paper.kind)) return []
    const file = files.find((one) => one.id === paper.file?.id)
    return [
      {
        id: text.id,
        kind: text.kind,
        title: text.title,
        on: text.signedOn ?? paper.datedOn ?? paper.receivedOn ?? paper.filedOn,
        numberOurs: text.numberOurs,
        numberTheirs: text.numberTheirs,
        signedOn: text.signedOn,
        signedAt: text.signedAt,
        beginsOn: text.beginsOn,
        termMonths: text.termMonths,
        isOpenEnded: text.isOpenEnded,
        lastDay: text.lastDay,
        terminatedOn: text.terminatedOn,
        signatories: text.signatories.map(({ side, name, office, capacity }) => ({ side, name, office, capacity })),
        file: file === undefined ? null : { sha256: file.sha256, kind: file.kind, bytes: file.bytes },
      },
    ]
  })
}

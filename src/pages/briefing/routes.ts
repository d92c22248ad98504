import { open, read, type OpenCall, type Route } from '../../platform/call.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Download } from '../../platform/download.ts'
import type { RecordKind } from '../../slices/letters/model.ts'
import * as contract from './contract.ts'
import { gatherBriefing, gatherHandOver, gatherPress, type Gathered } from './gather.ts'
import type { Paper } from './model.ts'
import { words } from './messages/words.gen.ts'

/** Prints papers as a file; handed in, because letterhead and typesetter belong to letters. */
export type PrintRecord = (
  call: OpenCall,
  asked: { kind: RecordKind; as: 'docx' | 'pdf'; papers: readonly (Paper & { colon: string })[]; about: string },
) => Promise<Download>

export const routesWith = ({ print }: { print: PrintRecord }): Route[] => {
  // The record is read in one short transaction; the page is set after it.
  const file = async (call: OpenCall, kind: RecordKind, of: { as: 'docx' | 'pdf'; gather: Gather }) => {
    const { papers, about } = await inRegion(call, of.gather)
    const said = papers.map((paper) => ({ ...paper, colon: words[paper.language].colon }))
    // A file in another language than ours says so in its name: several lie in one folder.
    const spoken = papers.map(({ language }) => language).join(' ')
    return await print(call, { kind, as: of.as, papers: said, about: spoken === 'id' ? about : `${about} - ${spoken}` })
  }
  return [
    read(contract.readBriefing, async ({ tx, on, language }, input) => {
      const { papers, guest } = await gatherBriefing(tx, { on, language }, input)
      const [first, also] = papers
      return { ...first, ...(also !== undefined && { also }), ...(guest !== undefined && { guest }) }
    }),
    read(contract.readPress, async ({ tx, on, language }, input) => {
      return (await gatherPress(tx, { on, language }, input)).papers[0]
    }),
    read(contract.readHandOver, async ({ tx, on, language }, input) => {
      return (await gatherHandOver(tx, { on, language }, input)).papers[0]
    }),
    open(contract.readBriefingWord, async (call, input) => {
      return await file(call, 'bahan_audiensi', { as: 'docx', gather: (tx) => gatherBriefing(tx, call, input) })
    }),
    open(contract.readBriefingPdf, async (call, input) => {
      return await file(call, 'bahan_audiensi', { as: 'pdf', gather: (tx) => gatherBriefing(tx, call, input) })
    }),
    open(contract.readPressWord, async (call, input) => {
      return await file(call, 'siaran_pers', { as: 'docx', gather: (tx) => gatherPress(tx, call, input) })
    }),
    open(contract.readPressPdf, async (call, input) => {
      return await file(call, 'siaran_pers', { as: 'pdf', gather: (tx) => gatherPress(tx, call, input) })
    }),
    open(contract.readHandOverWord, async (call, input) => {
      return await file(call, 'serah_terima', { as: 'docx', gather: (tx) => gatherHandOver(tx, call, input) })
    }),
    open(contract.readHandOverPdf, async (call, input) => {
      return await file(call, 'serah_terima', { as: 'pdf', gather: (tx) => gatherHandOver(tx, call, input) })
    }),
  ]
}

type Gather = (tx: Tx) => Promise<Gathered>

async function inRegion({ database, who }: { database: Database; who: OpenCall['who'] }, gather: Gather) {
  return await database.inTenant({ tenant: who.tenant }, gather)
}

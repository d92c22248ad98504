import { readFileSync } from 'node:fs'
import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import type { Store } from '../src/platform/store.ts'
import { newId } from '../src/shared/ids.ts'
import { keepMade } from '../src/slices/files/commands.ts'
import { mendLetterhead, prepareLetter, replaceTemplate, sendLetter } from '../src/slices/letters/commands.ts'
import { findTemplate, getLetterhead } from '../src/slices/letters/queries.ts'

/** A draft, a letter that went out, the head of the region's letters, and a template of its own. */
export interface LetterFurniture {
  letter: string
  letterRev: number
  sentLetter: string
  sentLetterRev: number
  letterheadRev: number
  /** A .docx that can be a template of a letter. */
  template: string
  /** Of the template in use for konsultasi_menlu. */
  templateRev: number
}

const day = '2025-08-01'

/** Everything of it begins with the word. */
export async function furnishLetters(
  call: { tx: Tx; act: Act },
  { word, relation, tenant, store }: { word: string; relation: string; tenant: string; store: Store },
): Promise<LetterFurniture> {
  const on = day
  const before = await getLetterhead(call.tx)
  const government = before.rev === 0 ? `${word} pemerintah` : before.government
  const head = { government, unit: `${word} unit`, address: '', contact: '', place: `${word} tempat` }
  const { rev: letterheadRev } = await mendLetterhead(call, { ...head, rev: before.rev })
  const sure = ['kind', 'content']
  const letter = await prepareLetter({ ...call, on }, { relation, kind: 'konsultasi_mendagri', sure })
  const other = await prepareLetter({ ...call, on }, { relation, kind: 'konsultasi_menlu', sure })
  const { id, rev } = other
  const number = `${word}/${newId().slice(-8)}`
  const sent = await sendLetter({ ...call, on }, { id, rev, number, datedOn: on, sentOn: on, sentBy: 'hand', sure })
  const content = readFileSync(new URL('../src/slices/letters/surat.docx', import.meta.url))
  const template = await keepMade({ ...call, store }, { tenant, kind: 'docx', name: `${word} templat.docx`, content })
  const kind = 'konsultasi_menlu'
  const templateBefore = (await findTemplate(call.tx, kind))?.rev ?? 0
  const look = async () => await Promise.resolve({ names: ['nomor', 'tempat_tanggal', 'hal', 'kepada', 'isi', 'teks', 'jabatan', 'nama'] }) // prettier-ignore
  const replaced = await replaceTemplate({ ...call, look }, { kind, rev: templateBefore, file: template.id })
  return {
    letter: letter.id,
    letterRev: letter.rev,
    sentLetter: sent.id,
    sentLetterRev: sent.rev,
    letterheadRev,
    template: template.id,
    templateRev: replaced.rev,
  }
}

/** Ids of nothing. */
export const noLetters = (): LetterFurniture => ({
  letter: newId(),
  letterRev: 1,
  sentLetter: newId(),
  sentLetterRev: 2,
  letterheadRev: 1,
  template: newId(),
  templateRev: 1,
})

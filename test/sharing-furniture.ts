import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'
import { receiveAnswer, sharePage } from '../src/slices/sharing/commands.ts'

/** A partner's page that was handed out, and what came back. */
export interface SharingFurniture {
  /** A proposal with a file that nobody settled. */
  partnerAnswer: string
}

export const noSharing = (): SharingFurniture => ({ partnerAnswer: newId() })

interface Shared {
  word: string
  relation: string
  account: string
  file: string
  on: string
}

/** One page of a relation, and one proposal. */
export async function furnishSharing(
  call: { tx: Tx; act: Act },
  { word, relation, account, file, on }: Shared,
): Promise<SharingFurniture> {
  const acting = { ...call, on, who: { account } }
  const to = { party: `${word} penerima halaman`, language: 'id', hash: hashOfToken(newId()), days: 14 } as const
  const { link } = await sharePage(acting, { id: relation, parts: ['kerja_sama', 'bidang'], ...to })
  const said = {
    said: 'usulan',
    title: `${word} usulan`,
    words: `${word} isi usulan`,
    name: `${word} pengusul`,
  } as const
  await receiveAnswer(acting, { link, wordsLang: 'id', file, ...said })
  const { id } = await call.tx
    .selectFrom('sharing.answers')
    .select('id')
    .where('relation', '=', relation)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { partnerAnswer: id }
}

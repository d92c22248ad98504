import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import { listMatches, type MatchView, type RealisationView } from './needs.ts'
import type { NeedField } from './model.ts'

export interface RoomNeed {
  id: string
  title: string
  textLang: Language
  village: string
  district: string
  field: NeedField
  description: string | null
}

/** What a link of this slice is about: the need, and its match where there is one. Undefined when nothing is left of it. */
export async function findRoom(
  tx: Tx,
  { purpose, subject }: { purpose: string; subject: string },
): Promise<{ need: RoomNeed; match: (MatchView & { realisations: RealisationView[] }) | undefined } | undefined> {
  const ofNeed =
    purpose === 'csr_confirm'
      ? sql`n.id = ${subject}::uuid`
      : sql`n.id = (select need from csr.matches where id = ${subject}::uuid)`
  const { rows } = await sql<RoomNeed>`
    select n.id, n.title, n.text_lang as "textLang", n.village, n.district, n.field, n.description
    from csr.needs n where ${ofNeed}`.execute(tx)
  const [need] = rows
  if (need === undefined) return undefined
  const matches = await listMatches(tx, need.id)
  const match = matches.find(({ id, endedOn }) => endedOn === null && (purpose === 'csr_confirm' || id === subject))
  return { need, match }
}

import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import type { CorrectionState } from './model.ts'

interface Asked {
  state?: CorrectionState | undefined
  subject?: string | undefined
  after?: string | undefined
  limit: number
}

/** What readers wrote, in the order it came. Keyset: `after` is the id of the last row seen. */
export async function listCorrections(tx: Tx, { state, subject, after, limit }: Asked) {
  const rows = await tx
    .selectFrom('corrections.corrections')
    .select(['id', 'receipt', 'subject', 'page', 'topic', 'words', 'contact', 'answer', 'rev'])
    .select(['words_lang as wordsLang', 'received_on as receivedOn', 'answered_on as answeredOn', 'state'])
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  const shown = rows.slice(0, limit).map((row) => ({
    ...row,
    state: row.state as CorrectionState,
    wordsLang: row.wordsLang as Language,
  }))
  return { rows: shown, ...(next !== undefined && { next }) }
}

/** How many wait for an answer on a day, at most 100. */
export async function countWaiting(tx: Tx, on: DateText): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from corrections.corrections where state = 'new' and received_on <= ${on} limit 100) x`.execute(tx)
  return rows[0]?.n ?? 0
}

/** What a receipt tells to whoever holds it: never the words themselves, nor who wrote them. */
export interface ReceiptTells {
  state: CorrectionState
  receivedOn: string
  answeredOn: string | null
  answer: string | null
  page: string
}

export async function findReceipt(portal: PortalDb, receipt: string): Promise<ReceiptTells | undefined> {
  const { rows } = await sql<ReceiptTells>`
    select state, received_on as "receivedOn", answered_on as "answeredOn", answer, page
    from corrections.told_by_receipt(${receipt})`.execute(portal)
  return rows[0]
}

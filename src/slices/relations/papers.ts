import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { isOnOrBefore, type DateText } from '../../shared/dates.ts'
import type { document } from './recording-contract.ts'
import { lastDayOfTerm } from './term.ts'
import type { text } from './text-contract.ts'

export type DocumentRow = z.output<typeof document>
export type TextRow = z.output<typeof text>

/** The papers of a relation that were there on a day, oldest first, voided ones among them (at most 500). */
export async function listDocuments(tx: Tx, { id, on }: { id: string; on: DateText }): Promise<DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    select d.id, d.kind, d.step, d.round, d.process, d.seen_at as "seenAt", d.number, d.issuer, d.dated_on as "datedOn",
      d.received_on as "receivedOn", d.outcome, d.lang, d.articles, d.note, d.filed_on as "filedOn",
      d.voided_on as "voidedOn", d.voided_reason as "voidedReason", d.rev,
      case when f.id is null then null else json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'bytes', f.bytes) end as file
    from relations.documents d left join files.files f on f.tenant = d.tenant and f.id = d.file
    where d.relation = ${id}::uuid and rpad(coalesce(d.dated_on, d.received_on, d.filed_on), 10, '-01-01') <= ${on}
    order by rpad(coalesce(d.dated_on, d.received_on, d.filed_on), 10, '-01-01'), d.id limit 500`.execute(tx)
  return rows
}

/** The texts of a relation up to a day with their signatories, the newest last, voided ones among them (at most 100). */
export async function listTexts(tx: Tx, { id, on }: { id: string; on: DateText }): Promise<TextRow[]> {
  const { rows } = await sql<Omit<TextRow, 'lastDay'>>`
    select t.id, t.kind, t.process, t.document, t.title, t.number_ours as "numberOurs", t.number_theirs as "numberTheirs",
      t.signed_on as "signedOn", t.signed_at as "signedAt", t.begins_on as "beginsOn", t.term_months as "termMonths",
      t.ends_on as "endsOn", t.is_open_ended as "isOpenEnded", t.terminated_on as "terminatedOn",
      t.original_at as "originalAt", t.certified_copy_on as "certifiedCopyOn", t.target_mou_on as "targetMouOn",
      t.replaces, t.imported, t.voided_on as "voidedOn", t.voided_reason as "voidedReason", t.rev,
      (d.id is not null and d.voided_on is null and t.voided_on is null) as "isSigned",
      (select coalesce(json_agg(json_build_object('id', g.id, 'side', g.side, 'official', g.official, 'person', g.person,
          'name', coalesce(g.name, o.name, trim(concat(h.given_name, ' ', h.family_name))),
          'office', coalesce(g.office, o.office, h.office), 'capacity', g.capacity) order by g.position, g.id), '[]')
       from relations.signatories g
       left join reference.officials o on o.tenant = g.tenant and o.id = g.official
       left join partners.people h on h.tenant = g.tenant and h.id = g.person
       where g.tenant = t.tenant and g.text = t.id) as signatories
    from relations.texts t left join relations.documents d on d.tenant = t.tenant and d.id = t.document
    where t.relation = ${id}::uuid order by coalesce(t.signed_on, '9999'), t.id limit 100`.execute(tx)
  return rows
    .filter(({ signedOn }) => signedOn === null || isOnOrBefore(signedOn, on))
    .map((row) => ({ ...row, lastDay: lastDayOfTerm(termOf(row)) ?? null }))
}

function termOf({ signedOn, beginsOn, endsOn, termMonths }: Omit<TextRow, 'lastDay'>) {
  return {
    signedOn: signedOn ?? undefined,
    beginsOn: beginsOn ?? undefined,
    endsOn: endsOn ?? undefined,
    termMonths: termMonths ?? undefined,
  }
}

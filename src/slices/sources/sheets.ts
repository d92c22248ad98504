import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { aboutField, isOther, listLines, written, type Line } from './lines.ts'
import { isDiffering, levelOf } from './model.ts'
import { getSubject } from './queries.ts'

interface Judged {
  id: string
  field: string
  line: string | null
  reason: string
  judgedOn: string
  by: string | null
  rev: number
}

/** Everything about where one field of a record comes from. `not_found` for a record the region does not know. */
export async function getSheet(tx: Tx, { subject, field }: { subject: string; field: string }) {
  await getSubject(tx, subject)
  const [lines, judged] = [
    await listLines(tx, { about: aboutField({ subject, field }) }),
    await listJudged(tx, subject),
  ]
  return sheetOf(field, { lines, judged })
}

/** The fields of a record about which sources differ; those nobody judged yet stand first. */
export async function listDifferences(tx: Tx, subject: string) {
  await getSubject(tx, subject)
  const [lines, judged] = [await listLines(tx, { about: aboutField({ subject }) }), await listJudged(tx, subject)]
  return [...Map.groupBy(lines, ({ field }) => field)]
    .map(([field, about]) => sheetOf(field, { lines: about, judged }))
    .filter(({ differs }) => differs)
    .toSorted((a, b) => Number(a.judgement !== null) - Number(b.judgement !== null))
}

function sheetOf(field: string, { lines: all, judged }: { lines: readonly Line[]; judged: readonly Judged[] }) {
  const [lines, others] = [all.filter((line) => !isOther(line)), all.filter(isOther)]
  const found = judged.find((each) => each.field === field)
  return {
    field,
    // A line that says something else does not make the value in use better known.
    level: levelOf(lines.filter((line) => !isDiffering({ ...line, value: line.value ?? undefined }))),
    lines: lines.map(written),
    others: others.map(written),
    differs: lines.some(isDiffering),
    judgement: found ?? null,
  }
}

async function listJudged(tx: Tx, subject: string): Promise<Judged[]> {
  const { rows } = await sql<Judged>`
    select j.id, j.field, j.provenance as line, j.reason, j.judged_on as "judgedOn", j.rev,
      (select m.name from ledger.changes c join ledger.acts a on a.tenant = c.tenant and a.id = c.act
        join identity.memberships m on m.tenant = a.tenant and m.account = a.account
        where c.tenant = j.tenant and c.row_id = j.id
        order by c.id desc, (m.ended_at is null) desc, m.id desc limit 1) as by
    from sources.judgements j where j.subject = ${subject}::uuid order by j.id limit 200`.execute(tx)
  return rows
}

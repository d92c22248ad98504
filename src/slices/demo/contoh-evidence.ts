import { sql } from 'kysely'
import { addEvidence, publishCompany, publishNeed } from '../csr/commands.ts'
import { keepMade } from '../files/commands.ts'
import { day } from './contoh-day.ts'
import { inventedRegion } from './model.ts'
import type { ProgrammeSeed } from './programmes.ts'

/**
 * What shows the reports of the invented companies: a page that says it is invented. Without a file a confirmed report
 * does not count, and a year of a company could only be seen at nothing. One report stays without.
 */
export const evidenceSeed: ProgrammeSeed = {
  region: inventedRegion,
  async isThere(tx) {
    const { rows } = await sql`
      select from csr.realisations r where not exists (select from csr.evidence e where e.tenant = r.tenant) limit 1`.execute(
      tx,
    )
    return rows.length === 0
  },
  async enter({ tx, act, store, tenant }) {
    const { rows: reports } = await sql<{
      id: string
      need: string
      title: string
      village: string
      occurredOn: string
    }>`
      select r.id, n.id as need, n.title, n.village, r.occurred_on as "occurredOn" from csr.realisations r
      join csr.matches m on m.tenant = r.tenant and m.id = r.match join csr.needs n on n.tenant = m.tenant and n.id = m.need
      where r.voided_on is null order by r.occurred_on, r.id limit 20`.execute(tx)
    for (const { id, title, village, occurredOn } of reports.slice(0, -1)) {
      const content = pageOf(['Contoh, bukan kejadian nyata', `Berita acara: ${title}`, village, occurredOn])
      const made = { tenant, kind: 'pdf', name: `berita-acara-${occurredOn}.pdf`, content } as const
      const { id: file } = await keepMade({ tx, act, store }, made)
      await addEvidence(tx, { realisation: id, files: [file], side: 'perusahaan' })
    }
    const call = { tx, act, on: day(0) }
    const shown = async (table: 'csr.published' | 'csr.published_companies') =>
      await sql<{ id: string; year: number }>`
        select ${table === 'csr.published' ? sql`id, 0 as year` : sql`partner as id, year`} from ${sql.table(table)}
        ${table === 'csr.published' ? sql`` : sql`where withdrawn_at is null`}`.execute(tx)
    const needs = new Set(reports.map(({ need }) => need))
    for (const { id } of (await shown('csr.published')).rows) if (needs.has(id)) await publishNeed(call, { id })
    for (const { id, year } of (await shown('csr.published_companies')).rows) await publishCompany(call, { id, year })
  },
}

/** A text of one page, as small as a PDF can be: one line below the other. */
function pageOf(lines: readonly string[]): Uint8Array {
  const plain = lines.map((line) => line.replace(/[^\x20-\x7e]/g, "'").replace(/[()\\]/g, '\\$&'))
  const text = `BT /F1 14 Tf 72 770 Td 22 TL ${plain.map((line) => `(${line}) Tj T*`).join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new TextEncoder().encode(file + table + end)
}

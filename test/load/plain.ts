// The product's own statements as the owner asks them: no policy, no region entered, no rules over the rows.
import { Kysely, PostgresDialect, sql as kysely } from 'kysely'
import type { Sql } from 'postgres'
import { today } from '../../src/platform/clock.ts'
import { copyText } from '../../src/platform/copy.ts'
import type { DB } from '../../src/platform/tables.gen.ts'
import { registerFile } from '../../src/slices/oversight/export.ts'
import { registerWordsOf } from '../../src/slices/relations/register-words.ts'
import { drawPage, type Shown } from './plain-page.ts'

const base = new Kysely<DB>({ dialect: new PostgresDialect({ pool: undefined as never }) })

type Asked = Record<string, string>

export function openPlain(sql: Sql) {
  return {
    readOne: (tenant: string, id: string) => sql`
      select * from public.plain_sheets where tenant = ${tenant} and id = ${id}`,

    writeOne: (tenant: string, id: string, { rev, purpose }: { rev: number; purpose: string }) => sql`
      with mended as (
        update public.plain_relations set purpose = ${purpose}, rev = rev + 1
        where tenant = ${tenant} and id = ${id} and rev = ${rev} returning id, rev),
      event as (
        insert into public.plain_events (relation, verb, detail) select id, 'mendRelation', ${sql.json({ rev, purpose })} from mended)
      select id, rev from mended`,

    async listRegister({ province = '', stage = '', sector = '', limit = '', after }: Asked) {
      const from =
        after &&
        sql`and (ends_on, id) > (select b.ends_on, b.id from oversight.register b where b.id = ${after} limit 1)`
      const rows = await sql`
        select id, region_code, region_name, partner_name, country, kind, status, stage, last_activity_on,
          nullif(ends_on, 'infinity')::text as ends_on
        from oversight.register where province = ${province} and stage = ${stage} and ${sector} = any(sectors) ${from || sql``}
        order by ends_on, id limit ${Number(limit) + 1}`
      return {
        rows: rows.slice(0, Number(limit)),
        next: rows.length > Number(limit) ? rows[Number(limit) - 1]?.['id'] : undefined,
      }
    },

    /** The product's own COPY, of one province. */
    copyRegister: async ({ province = '' }: Asked) => {
      const file = registerFile({ on: today('WIB'), language: 'id', words: registerWordsOf('id') })
      const text = copyText(base, {
        ...file,
        from: kysely`(select * from oversight.register r where r.province = ${province} order by r.ends_on, r.id) r`,
      })
      return { header: file.header, rows: await sql.unsafe(text).readable() }
    },

    pageOf: async ({ region = '' }: Asked) =>
      drawPage(
        await sql<
          Shown[]
        >`select title, slug, document from relations.published where region_slug = ${region} order by title, slug limit 25`,
      ),

    async search({ tenant = '', q = '', limit = '' }: Asked) {
      const words = q.toLowerCase().split(' ')
      const matches = words.map((word) =>
        /[\p{L}\p{N}]{3}/u.test(word) ? sql`and r.search like ${`%${word}%`}` : sql`and strpos(r.search, ${word}) > 0`,
      )
      const rows = await sql`
        with hits as materialized (select r.id, r.last_on from relations.relations r where r.tenant = ${tenant} ${matches}),
        found as (select id, coalesce(last_on, '') as last from hits order by 2 desc, 1 desc limit ${Number(limit) + 1})
        select s.*, (select count(*)::int from (select from hits limit 1001) x) as total
        from found f join public.plain_sheets s on s.tenant = ${tenant} and s.id = f.id order by f.last desc, f.id desc`
      return { rows: rows.slice(0, Number(limit)), total: rows[0]?.['total'] ?? 0 }
    },
  }
}

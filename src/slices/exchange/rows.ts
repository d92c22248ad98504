import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import type { Language } from '../../shared/languages.ts'
import type { SectorId } from '../reference/model.ts'
import {
  standingOn,
  type BodySide,
  type Course,
  type Direction,
  type ExchangeKind,
  type ExchangeStanding,
  type StatedStanding,
  type Titles,
} from './model.ts'

/** A cooperation as an exchange names it. */
export interface RelationName {
  id: string
  slug: string
  name: string
  names: Partial<Record<Language, string>>
}

interface FileName {
  id: string
  name: string
  kind: string
  bytes: number
  sha256: string
}

/** Everything that is recorded of an exchange, as the database gives it: null for what nobody has said. */
export interface ExchangeRow {
  id: string
  slug: string
  rev: number
  kind: ExchangeKind
  title: string
  titleLang: string
  titles: Titles
  direction: Direction | null
  fromOn: string | null
  toOn: string | null
  stated: StatedStanding
  place: string | null
  ours: number | null
  theirs: number | null
  unit: { id: string; name: string } | null
  occurredOn: string
  cancelledOn: string | null
  cancelledReason: string | null
  report: string | null
  reportLang: string
  reportedOn: string | null
  reportFile: FileName | null
  relations: RelationName[]
  fields: { id: string; relation: string; sector: SectorId | null; name: string | null }[]
  bodies: { side: BodySide; unit: string | null; name: string; nameLang: string; role: string | null }[]
  applied: {
    id: string
    rev: number
    appliedOn: string
    what: string
    whatLang: string
    place: string | null
    unit: { id: string; name: string } | null
    evidence: FileName | null
  }[]
}

const fileOf = (
  column: string,
) => sql`(select json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'bytes', f.bytes,
  'sha256', f.sha256) from files.files f where f.tenant = x.tenant and f.id = x.${sql.ref(column)})`

const unitOf = sql`(select json_build_object('id', u.id, 'name', u.name) from reference.units u
  where u.tenant = x.tenant and u.id = x.unit)`

/** Exchanges of the region by id, in the order of the ids. */
export async function listRows(tx: Tx, ids: readonly string[]): Promise<ExchangeRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ExchangeRow>`
    select x.id, x.slug, x.rev, x.kind, x.title, x.title_lang as "titleLang",
      json_strip_nulls(json_build_object('en', x.title_en, 'ja', x.title_ja, 'ko', x.title_ko)) as titles, x.direction, x.from_on as "fromOn",
      x.to_on as "toOn", x.stated, x.place, x.ours, x.theirs, ${unitOf} as unit, x.occurred_on as "occurredOn",
      x.cancelled_on as "cancelledOn", x.cancelled_reason as "cancelledReason", x.report, x.report_lang as "reportLang",
      x.reported_on as "reportedOn", ${fileOf('report_file')} as "reportFile",
      (select coalesce(json_agg(json_build_object('id', r.id, 'slug', r.slug, 'name', coalesce(p.name, r.label),
         'names', coalesce(p.names, '{}')) order by l.id), '[]')
       from exchange.exchange_relations l join relations.relations r on r.tenant = l.tenant and r.id = l.relation
       left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
       where l.tenant = x.tenant and l.exchange = x.id) as relations,
      (select coalesce(json_agg(json_build_object('id', f.id, 'relation', f.relation, 'sector', f.sector, 'name', f.name) order by f.position, f.id), '[]')
       from exchange.exchange_fields l join relations.fields f on f.tenant = l.tenant and f.id = l.field
       where l.tenant = x.tenant and l.exchange = x.id) as fields,
      (select coalesce(json_agg(json_build_object('side', b.side, 'unit', b.unit, 'name', coalesce(u.name, b.name),
         'nameLang', b.name_lang, 'role', b.role) order by b.position), '[]')
       from exchange.bodies b left join reference.units u on u.tenant = b.tenant and u.id = b.unit
       where b.tenant = x.tenant and b.exchange = x.id) as bodies,
      (select coalesce(json_agg(json_build_object('id', a.id, 'rev', a.rev, 'appliedOn', a.applied_on, 'what', a.what,
         'whatLang', a.what_lang, 'place', a.place, 'unit', (select json_build_object('id', u.id, 'name', u.name)
           from reference.units u where u.tenant = a.tenant and u.id = a.unit),
         'evidence', (select json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'bytes', f.bytes, 'sha256', f.sha256)
           from files.files f where f.tenant = a.tenant and f.id = a.evidence)) order by a.applied_on desc, a.id desc), '[]')
       from exchange.applied a where a.tenant = x.tenant and a.exchange = x.id) as applied
    from exchange.exchanges x where x.id = any(${[...ids]}::uuid[])`.execute(tx)
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

export interface Sought {
  q?: string | undefined
  kind?: ExchangeKind | undefined
  standing?: ExchangeStanding | undefined
  relations?: readonly string[] | undefined
  on: string
}

/** How many exchanges of a region a list looks at: their standing is asked of the rule, not of the database. */
const looked = 2000

/** The ids of exchanges as they stand on a day, newest first, and where each stands. */
export async function listSought(tx: Tx, { q, kind, standing, relations, on }: Sought) {
  const conditions = [
    sql`rpad(e.occurred_on, 10, '-01-01') <= ${on}`,
    ...(kind === undefined ? [] : [sql`e.kind = ${kind}`]),
    ...(relations === undefined ? [] : [sql`exists (select from exchange.exchange_relations l where l.tenant = e.tenant
      and l.exchange = e.id and l.relation = any(${[...relations]}::uuid[]))`]),
    ...soughtWords(q ?? '').map((word) => sql`(${holdsWord(sql`e.search`, word)} or exists (
      select from exchange.exchange_relations l join relations.relations r on r.tenant = l.tenant and r.id = l.relation
      where l.tenant = e.tenant and l.exchange = e.id and ${holdsWord(sql`r.search`, word)}))`),
  ] // prettier-ignore
  const { rows } = await sql<{ id: string } & { [Key in keyof Course]-?: NonNullable<Course[Key]> | null }>`
    select e.id, e.from_on as "fromOn", e.to_on as "toOn", e.stated, e.cancelled_on as "cancelledOn"
    from exchange.exchanges e where ${sql.join(conditions, sql` and `)}
    order by coalesce(e.from_on, e.occurred_on) desc, e.id desc limit ${looked}`.execute(tx)
  return rows
    .map(({ id, ...row }) => ({ id, standing: standingOn(courseOf(row), on) }))
    .filter((row) => standing === undefined || row.standing === standing)
}

/** The days of an exchange as the rule takes them. */
export const courseOf = (
  row: Record<'fromOn' | 'toOn' | 'cancelledOn', string | null> & { stated: string | null },
): Course => ({
  fromOn: row.fromOn ?? undefined,
  toOn: row.toOn ?? undefined,
  stated: (row.stated ?? 'direncanakan') as StatedStanding,
  cancelledOn: row.cancelledOn ?? undefined,
})

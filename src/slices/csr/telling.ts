/** What the pages that gather programmes are told of needs and offers. */
import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import { formatNumber } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { inEachLanguage, programmeLimit, type ProgrammeLine, type Sentence } from '../../shared/programmes.ts'
import { words } from './messages/words.gen.ts'
import type { NeedField, NeedStanding, PublishedNeed } from './model.ts'
import { needColumns, type NeedRow } from './rows.ts'

interface Asked {
  on: string
  relations?: readonly string[] | undefined
  country?: string | undefined
}

interface Told {
  id: string
  slug: string
  title: string
  textLang: string
  village: string
  field: NeedField
  standing: NeedStanding
  enteredOn: string
}

function lineOf(need: Told, companyIn: (language: Language) => string | undefined): ProgrammeLine {
  const { id, slug, title, textLang, village, field, standing, enteredOn } = need
  const told = inEachLanguage((language) => {
    const { field: fields, standing: standings, tell } = words[language]
    const company = companyIn(language)
    const said = { field: fields[field], village, standing: standings[standing] }
    return company === undefined ? tell.need(said) : tell.needBy({ ...said, company })
  })
  return { id, kind: 'csr', title, titleLang: textLang, told, path: `/program/tjsl/${slug}`, on: enteredOn }
}

async function list(tx: Tx, { on, relations, country }: Asked): Promise<ProgrammeLine[]> {
  const belongs =
    relations === undefined && country === undefined
      ? sql`true`
      : sql`exists (select from csr.need_relations l join relations.relations r on r.tenant = l.tenant and r.id = l.relation
          left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
          where l.tenant = n.tenant and l.need = n.id
            and (${relations === undefined} or l.relation = any(${[...(relations ?? [])]}::uuid[]))
            and (${country ?? null}::text is null or p.country = ${country ?? null}))`
  const { rows } = await sql<NeedRow>`
    select ${needColumns} from csr.needs n where n.entered_on <= ${on} and ${belongs}
    order by n.entered_on desc, n.id desc limit ${programmeLimit}`.execute(tx)
  return rows.map((row) => lineOf(row, () => row.company ?? undefined))
}

async function tell(tx: Tx, { on }: { on: string }): Promise<Sentence> {
  const { rows } = await sql<Record<'needs' | 'open' | 'matched' | 'done' | 'offers', number>>`
    select count(*)::int as needs, count(*) filter (where standing = 'terbuka')::int as open,
      count(*) filter (where standing in ('dipasangkan', 'berjalan'))::int as matched,
      count(*) filter (where standing = 'terwujud')::int as done,
      (select count(*)::int from csr.offers where offered_on <= ${on}) as offers
    from csr.needs where entered_on <= ${on}`.execute(tx)
  const [counted] = rows
  if (counted === undefined || counted.needs + counted.offers === 0)
    return inEachLanguage((language) => words[language].tell.none)
  return inEachLanguage((language) => {
    const n = (count: number) => formatNumber(count, language)
    const { needs, open, matched, done, offers } = counted
    return words[language].tell.all({
      needs: n(needs),
      open: n(open),
      matched: n(matched),
      done: n(done),
      offers: n(offers),
    })
  })
}

async function listPublic(portal: PortalDb, { region, on, relations, country }: Asked & { region: string }) {
  // A village's need is nothing of another country: it stands on a country's page only through a cooperation there.
  if (country !== undefined && relations === undefined) return []
  const parts = [sql`region_slug = ${region}`, sql`entered_on <= ${on}`]
  if (relations !== undefined) parts.push(sql`relations && ${[...relations]}::uuid[]`)
  const { rows } = await sql<{ document: PublishedNeed }>`
    select document from csr.published where ${sql.join(parts, sql` and `)}
    order by entered_on desc, id desc limit ${programmeLimit}`.execute(portal)
  return rows.map(({ document }) =>
    lineOf(document, (language) => document.company && nameIn(language, document.company)),
  )
}

/** The needs whose acts belong into a cooperation's history (at most 500). */
async function listIdsOf(tx: Tx, relation: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('csr.need_relations')
    .select('need')
    .where('relation', '=', relation)
    .limit(500)
    .execute()
  return rows.map(({ need }) => need)
}

export const programmes = { kind: 'csr' as const, list, tell, listPublic, listIdsOf }

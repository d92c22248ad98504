import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roleUrls } from '../src/platform/migrate.ts'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { setUpRegion } from '../src/slices/reference/commands.ts'
import { openWorld, type World } from './world.ts'

const ours = `n.nspname !~ '^(pg_|information_schema|graphile_worker|public)'`
const kind = `substring(coalesce(obj_description(c.oid, 'pg_class'), '') from '^([a-z]+)\\.')`

let world: World
beforeAll(async () => {
  world = await openWorld({ seed: false })
})
afterAll(async () => await world.close())

interface Table {
  name: string
  kind: string
  rls: boolean
  forced: boolean
}
const tables = async () =>
  await world.owner.unsafe<Table[]>(
    `select c.oid::regclass::text as name, ${kind} as kind, c.relrowsecurity as rls, c.relforcerowsecurity as forced
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours} order by 1`,
  )

describe('every table', () => {
  test('says its kind, and has row security on and forced unless it is global', async () => {
    const all = await tables()
    expect(all.length).toBeGreaterThan(20)
    for (const table of all) {
      expect(['fact', 'working', 'derived', 'published', 'global'], table.name).toContain(table.kind)
      if (table.kind !== 'global') expect(table, table.name).toMatchObject({ rls: true, forced: true })
    }
  })

  test('a fact is tracked; what is not tracked stands in db/untracked.json with a reason', async () => {
    const tracked = await world.owner<{ name: string }[]>`
      select t.tgrelid::regclass::text as name from pg_trigger t where t.tgname = 'track' and t.tgenabled = 'O'
        and t.tgfoid = 'ledger.track'::regproc and t.tgtype = 29 order by 1` // after, row, insert or update or delete
    const isTracked = ({ kind }: { kind: string }) => kind === 'fact' || kind === 'published'
    const facts = (await tables()).filter(isTracked).map(({ name }) => name)
    expect(tracked.map(({ name }) => name)).toEqual(facts)
    const listed = JSON.parse(readFileSync(new URL('../db/untracked.json', import.meta.url), 'utf8')) as object
    const others = (await tables()).filter((table) => !isTracked(table)).map(({ name }) => name)
    expect(Object.keys(listed).sort()).toEqual(others)
    for (const reason of Object.values(listed)) expect(String(reason).length).toBeGreaterThan(20)
  })

  test('has the region in every unique key, but for public addresses and what the whole installation shares', async () => {
    const keys = await world.owner.unsafe<{ key: string }[]>(
      `select c.oid::regclass || ' (' || string_agg(a.attname, ', ' order by k.ord) || ')' as key
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
         cross join unnest(i.indkey) with ordinality k(attnum, ord)
         left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
       where i.indisunique and ${ours} and ${kind} <> 'global'
       group by c.oid, i.indexrelid having not bool_or(a.attname = 'tenant') order by 1`,
    )
    expect(keys.map(({ key }) => key)).toEqual([
      'agenda.activities (slug)', // a public address, unique over the installation
      'agenda.published (slug)', // the same address
      'agenda.withdrawn (slug)', // an address that answers 410
      'contests.contests (slug)', // a public address
      'contests.published (slug)', // the same address
      'contests.published_results (slug)', // the same address
      'contests.receipts (code)', // whoever holds it asks without knowing the region
      'contests.withdrawn (slug)', // an address that answers 410
      'corrections.corrections (receipt)', // whoever holds it asks without knowing the region
      'csr.needs (slug)', // a public address
      'csr.published (slug)', // the same address
      'csr.withdrawn (slug)', // an address that answers 410
      'exchange.exchanges (slug)', // a public address
      'exchange.published (slug)', // the same address
      'exchange.withdrawn (slug)', // an address that answers 410
      'forum.issues (slug)', // a public address
      'forum.published (slug)', // the same address, also of one that answers 410
      'links.links (token_hash)', // found before a region is known
      'notices.mails (token_hash)', // found before a region is known
      'reference.published (slug, demonstration)', // the address of a region's portal
      'reference.regions (code, demonstration)', // Kemendagri's code is the identity of a region
      'reference.regions (slug, demonstration)', // the address of a region's portal
      'relations.published (slug)', // the same address
      'relations.relations (slug)', // a public address
      'relations.withdrawn (slug)', // an address that answers 410
      'residents.bookings (receipt)', // whoever holds it asks without knowing the region
      'residents.published (slug)', // the address of a service
      'residents.questions (receipt)', // whoever holds it asks without knowing the region
      'residents.services (slug)', // a public address
      'residents.withdrawn (slug)', // an address that answers 410
      'workforce.cohorts (slug)', // a public address
      'workforce.published (slug)', // the same address
      'workforce.withdrawn (slug)', // an address that answers 410
    ])
  })

  test('refers to other tables of regions with the region in the key', async () => {
    const loose = await world.owner.unsafe<{ key: string }[]>(
      `select k.conname || ' on ' || k.conrelid::regclass as key from pg_constraint k
       join pg_class c on c.oid = k.confrelid join pg_namespace n on n.oid = c.relnamespace
       where k.contype = 'f' and ${ours} and ${kind} <> 'global' and not exists (
         select from pg_attribute a where a.attrelid = k.confrelid and a.attnum = any (k.confkey) and a.attname = 'tenant')`,
    )
    expect(loose).toEqual([])
  })
})

describe('policies', () => {
  const policies = async () =>
    await world.owner<
      { table: string; name: string; role: string; cmd: string; using: string; check: string | null }[]
    >`
      select schemaname || '.' || tablename as table, policyname as name, array_to_string(roles, ',') as role, cmd,
        qual as using, with_check as check from pg_policies where permissive = 'PERMISSIVE' order by 1, 2`

  test('one per table and role, none restrictive, none for everybody', async () => {
    const all = await policies()
    const pairs = all.map(({ table, role }) => `${table} ${role}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(all.filter(({ role }) => role === 'public' || role.includes(','))).toEqual([])
    expect(await world.owner`select from pg_policies where permissive <> 'PERMISSIVE'`).toHaveLength(0)
  })

  test('each is one equality without OR, in reading and in writing', async () => {
    const own = `(tenant = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)`
    const exactly: Record<string, { using: string; check: string | null; cmd: string }> = {
      'in_tenant jembatan_app': { using: own, check: own, cmd: 'ALL' },
      'world jembatan_portal': {
        using: '(demonstration = ( SELECT platform.is_demonstration() AS is_demonstration))',
        check: null,
        cmd: 'SELECT',
      },
      'of_province jembatan_oversight': {
        using: `(province = NULLIF(current_setting('app.province'::text, true), ''::text))`,
        check: null,
        cmd: 'SELECT',
      },
      // Signing in must find memberships and regions before a region is known; it may only read.
      'identity_reads jembatan_identity': { using: 'true', check: null, cmd: 'SELECT' },
    }
    const [{ owner } = { owner: '' }] = await world.owner<{ owner: string }[]>`select current_user as owner`
    const counts: Record<string, number> = {}
    for (const { table, name, role, cmd, using, check } of await policies()) {
      const key = `${name} ${role}`
      counts[name] = (counts[name] ?? 0) + 1
      if (name === 'owner')
        expect({ table, role, using, check }).toEqual({ table, role: owner, using: 'true', check: 'true' })
      else expect({ table, using, check, cmd }).toEqual({ table, ...exactly[key] })
    }
    const all = await tables()
    const ofRegions = all.filter((table) => table.kind !== 'global').length
    const published = all.filter((table) => table.kind === 'published').length
    expect(counts).toEqual({
      in_tenant: ofRegions,
      owner: ofRegions,
      world: published,
      of_province: 1,
      identity_reads: 2,
    })
  })
})

describe('roles', () => {
  const names = ['jembatan_app', 'jembatan_identity', 'jembatan_oversight', 'jembatan_portal']

  test('none of the product’s roles is a superuser, bypasses row security or owns anything', async () => {
    const rows = await world.owner`
      select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication from pg_roles
      where rolname = any (${names}) order by 1`
    const no = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false }
    expect([...rows]).toEqual(names.map((rolname) => ({ rolname, ...no })))
    expect(
      await world.owner`select from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any (${names})`,
    ).toHaveLength(0)
    expect(
      await world.owner`select from pg_namespace s join pg_roles r on r.oid = s.nspowner where r.rolname = any (${names})`,
    ).toHaveLength(0)
    expect(
      await world.owner`select from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = any (${names})`,
    ).toHaveLength(0)
  })

  test('one belongs to another: the application may become the portal, to preview, and inherits nothing of it', async () => {
    const memberships = await world.owner`
      select m.member::regrole::text as member, m.roleid::regrole::text as of, a.rolinherit as inherits,
        to_jsonb(m) ->> 'inherit_option' as granted, m.admin_option as admin
      from pg_auth_members m join pg_roles a on a.oid = m.member
      where m.member::regrole::text = any (${names}) or m.roleid::regrole::text = any (${names})`
    // PostgreSQL 15 has no inherit_option: there the role's own noinherit decides.
    expect(memberships.map(({ granted, ...rest }) => ({ ...rest, granted: granted ?? 'false' }))).toEqual([
      { member: 'jembatan_app', of: 'jembatan_portal', inherits: false, granted: 'false', admin: false },
    ])
  })

  test('as itself the application has none of the portal’s rights, and it can become nobody else', async () => {
    const app = postgres(roleUrls(world.ownerUrl).app, { max: 1 })
    const codeOf = async (statement: string) =>
      await app.unsafe(statement).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      )
    const told = `select * from corrections.told_by_receipt('x')`
    const regions = `select count(*)::int as n from reference.published`
    const seen = async () => (await app.unsafe<{ n: number }[]>(regions))[0]?.n
    try {
      const tenant = newId()
      await asSystem(world.database, { tenant, verb: 'region.setUp' }, async (call) => {
        const of = { code: '32.75', slug: 'kota-bekasi', tier: 'kota', zone: 'WIB', names: {} } as const
        await setUpRegion(call, { tenant, name: 'Kota Bekasi', demonstration: true, ...of })
      })
      // The portal's policy shows every region; without a region of its own the application sees none.
      expect([await seen(), await codeOf(told)]).toEqual([0, '42501'])
      await app.begin(async (tx) => {
        await tx`set local role jembatan_portal`
        expect((await tx.unsafe<{ n: number }[]>(regions))[0]?.n).toBe(1)
        expect(await tx.unsafe(told)).toHaveLength(0)
        await expect(tx.savepoint((inner) => inner`select from relations.relations`)).rejects.toMatchObject({
          code: '42501',
        })
      })
      expect([await seen(), await codeOf(told)]).toEqual([0, '42501'])
      const others = names.filter((name) => !['jembatan_app', 'jembatan_portal'].includes(name))
      for (const name of [...others, 'postgres']) expect(await codeOf(`set role ${name}`), name).toBe('42501')
      const [held] = await world.owner<{ usage: boolean }[]>`
        select pg_has_role('jembatan_app', 'jembatan_portal', 'usage') as usage`
      expect(held?.usage).toBe(false)
    } finally {
      await app.end({ timeout: 5 })
    }
  })

  const grants = async (role: string) => {
    const rows = await world.owner<{ line: string }[]>`
      select table_schema || '.' || table_name || ': ' || string_agg(lower(privilege_type), ', ' order by privilege_type) as line
      from information_schema.role_table_grants where grantee in (${role}, 'PUBLIC')
        and table_schema !~ '^(pg_|information_schema)' group by table_schema, table_name order by 1`
    return rows.map(({ line }) => line)
  }

  test('the portal reads what is published, and the installation’s mode', async () => {
    expect(await grants('jembatan_portal')).toEqual([
      'agenda.published: select',
      'agenda.published_commitments: select',
      'agenda.withdrawn: select',
      'contests.published: select',
      'contests.published_results: select',
      'contests.withdrawn: select',
      'csr.published: select',
      'csr.published_companies: select',
      'csr.withdrawn: select',
      'exchange.published: select',
      'exchange.withdrawn: select',
      'forum.published: select',
      'partners.published_countries: select',
      'partners.withdrawn_countries: select',
      'platform.mode: select',
      'reference.published: select',
      'relations.published: select',
      'relations.withdrawn: select',
      'residents.published: select',
      'residents.withdrawn: select',
      'workforce.published: select',
      'workforce.published_overviews: select',
      'workforce.withdrawn: select',
    ])
  })

  test('signing in reaches accounts, sessions, links and counters, and reads memberships and regions', async () => {
    expect(await grants('jembatan_identity')).toEqual([
      'identity.accounts: delete, insert, select, update',
      'identity.attempts: delete, insert, select, update',
      'identity.links: delete, insert, select, update',
      'identity.memberships: select',
      'identity.sessions: delete, insert, select, update',
      'platform.mode: select',
      'reference.regions: select',
    ])
  })

  test('oversight reads the register', async () => {
    expect(await grants('jembatan_oversight')).toEqual(['oversight.register: select', 'platform.mode: select'])
  })

  test('the application writes its region’s tables and nothing else; the ledger it only adds to', async () => {
    const all = (await tables()).filter((table) => table.kind !== 'global').map(({ name }) => name)
    const ledger: Record<string, string> = {
      'ledger.acts': 'insert, select, update', // completed by its own act; keep_act() refuses the rest
      'ledger.changes': 'insert, select',
      'ledger.personal': 'insert, select',
      'ledger.heads': 'select',
    }
    const lines = all.map((name) => `${name}: ${ledger[name] ?? 'delete, insert, select, update'}`)
    const others = ['ledger.epochs: select', 'platform.mode: select', 'relations.sheets: select']
    expect(await grants('jembatan_app')).toEqual([...lines, ...others].sort())
  })

  test('a view shows what its reader’s own policies show', async () => {
    const views = await world.owner<{ name: string; options: string[] | null }[]>`
      select n.nspname || '.' || c.relname as name, c.reloptions as options
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and n.nspname !~ '^(pg_|information_schema|graphile_worker|public)' order by 1`
    expect(views.map(({ name }) => name)).toContain('relations.sheets')
    for (const { name, options } of views) expect(options, name).toContain('security_invoker=true')
  })

  test('no role of the product reads the queue, or the names in it', async () => {
    for (const url of Object.values(roleUrls(world.ownerUrl))) {
      const pool = postgres(url, { max: 1 })
      const line = await pool.reserve()
      await expect(line.unsafe('select * from graphile_worker.jobs')).rejects.toMatchObject({ code: '42501' })
      line.release()
      await pool.end()
    }
  })
})

describe('views and functions', () => {
  test('a view, if there is one, asks as its reader', async () => {
    const views = await world.owner.unsafe(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where ${ours} and (c.relkind = 'm' or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
    )
    expect(views).toHaveLength(0)
  })

  test('functions run as their caller, but for those that are listed, each with a fixed search path and its callers', async () => {
    const rows = await world.owner.unsafe<{ name: string; path: string[] | null; callers: string }[]>(
      `select p.oid::regprocedure::text as name, p.proconfig as path, (
         select coalesce(string_agg(r.rolname, ', ' order by r.rolname), '') from pg_roles r
         where r.rolname ~ '^jembatan_' and has_function_privilege(r.oid, p.oid, 'execute')) as callers
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${ours} order by 1`,
    )
    const path = ['search_path=pg_catalog']
    const everybody = 'jembatan_app, jembatan_identity, jembatan_oversight, jembatan_portal'
    expect([...rows]).toEqual([
      // After a contest's purge day: what the ledger kept of its entrants, of their own region and only of purged entries.
      { name: 'contests.forget(uuid)', path, callers: 'jembatan_app' },
      // Which entry of which region a receipt belongs to; the entry itself is then read inside that region.
      { name: 'contests.of_receipt(text)', path, callers: 'jembatan_portal' },
      // What a receipt tells its holder, who knows no region: neither the words nor who wrote them.
      { name: 'corrections.told_by_receipt(text)', path, callers: 'jembatan_portal' },
      // Who stands behind a session's hash, in the same trip as a read; without that hash it answers nothing.
      { name: 'identity.enter(bytea)', path, callers: 'jembatan_app, jembatan_identity, jembatan_oversight' },
      // A trigger, which nobody can call: the number that cached public pages hang on.
      // What a token opens: its holder knows no region either.
      { name: 'links.told(bytea)', path, callers: 'jembatan_portal' },
      // A trigger: somebody was given something and wants to hear of it.
      { name: 'notices.note_given()', path, callers: '' },
      // Whose mails the address in one stops; its holder knows no region.
      { name: 'notices.told(bytea)', path, callers: 'jembatan_portal' },
      { name: 'platform.count_publication()', path, callers: '' },
      // The only way into the queue.
      { name: 'platform.enqueue(text,json,text)', path, callers: 'jembatan_app, jembatan_identity' },
      // That number, and nothing else.
      { name: 'platform.publication()', path, callers: 'jembatan_portal' },
      // A trigger, which nobody can call: the first real region ends the demonstration.
      { name: 'reference.note_real_region()', path, callers: everybody },
      // What is silent is worked out by triggers and by the jobs of the owner.
      { name: 'relations.ask_to_settle()', path, callers: '' },
      { name: 'relations.note_silence()', path, callers: '' },
      {
        name: 'relations.refresh_region(uuid)',
        path: [...path, 'work_mem=128MB', 'jit=off', 'enable_nestloop=off'],
        callers: '',
      },
      {
        name: 'relations.refresh_silence(uuid,uuid)',
        path: [...path, 'plan_cache_mode=force_generic_plan'],
        callers: '',
      },
      {
        name: 'relations.refresh_silences()',
        path: [...path, 'work_mem=128MB', 'jit=off', 'enable_nestloop=off'],
        callers: '',
      },
      { name: 'relations.settle_silences()', path, callers: '' },
      // What the ledger kept of rows that were purged, of the own region; a row that was not keeps its own.
      { name: 'residents.forget(uuid[])', path, callers: 'jembatan_app' },
      // Which booking or question a receipt opens, and only with its key; it is then read inside that region.
      { name: 'residents.told_by_receipt(text,bytea)', path, callers: 'jembatan_portal' },
      // What the ledger kept of one name of a cohort that was erased, of the own region.
      { name: 'workforce.forget(uuid)', path, callers: 'jembatan_app' },
    ])
  })
})

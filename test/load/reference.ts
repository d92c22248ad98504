// What the same work costs without the product: its statements by node:http and postgres.js on the same database,
// without session, tenant, policy, act or ledger. At most 60 lines. DATABASE_URL is the owner's; prints its port.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import postgres from 'postgres'

// As many connections as the product's pool has (DATABASE_POOL).
const sql = postgres(process.env['DATABASE_URL'] ?? '', { max: 8, onnotice: () => {} })

const readOne = (tenant: string, id: string) => sql`
  select r.id, r.slug, r.label, r.cooperation_type as "cooperationType", r.purpose, r.began_on as "beganOn",
    r.not_continued_on as "notContinuedOn", r.last_on as "lastOn", r.rev,
    case when p.id is null then null else json_build_object('id', p.id, 'slug', p.slug, 'kind', p.kind, 'name', p.name,
      'names', p.names, 'nativeName', p.native_name, 'nativeLang', p.native_lang, 'country', p.country) end as partner,
    (select json_build_object('id', c.id, 'procedure', c.procedure, 'provisional', c.provisional, 'beganOn', c.began_on,
       'initiator', c.initiator, 'referral', c.referral, 'steps', coalesce((
         select json_agg(json_build_object('step', s.step, 'round', s.round, 'state', s.state, 'documented', s.documented,
           'occurredOn', s.occurred_on) order by s.occurred_on, s.id)
         from relations.steps s where s.tenant = c.tenant and s.process = c.id), '[]'))
     from relations.processes c where c.tenant = r.tenant and c.relation = r.id order by c.began_on desc, c.id desc limit 1) as process,
    exists (select from relations.published u where u.tenant = r.tenant and u.id = r.id) as published
  from relations.relations r left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
  where r.tenant = ${tenant} and r.id = ${id}`

const writeOne = (tenant: string, id: string, { rev, purpose }: { rev: number; purpose: string }) => sql`
  with mended as (
    update plain.relations set purpose = ${purpose}, rev = rev + 1
    where tenant = ${tenant} and id = ${id} and rev = ${rev} returning id, rev),
  event as (
    insert into plain.events (relation, verb, detail) select id, 'mendRelation', ${sql.json({ rev, purpose })} from mended)
  select id, rev from mended`

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

async function answer(request: IncomingMessage): Promise<object | undefined> {
  const [, tenant = '', id = ''] = (request.url ?? '').split('/')
  if (request.method === 'GET') return (await readOne(tenant, id))[0]
  return (await writeOne(tenant, id, JSON.parse(await textOf(request))))[0]
}

const server = createServer((request, response) => {
  answer(request).then(
    (row) => {
      const body = Buffer.from(JSON.stringify(row ?? {}))
      const headers = { 'content-type': 'application/json', 'content-length': body.length }
      response.writeHead(row ? 200 : 404, headers).end(body)
    },
    () => response.writeHead(500).end(),
  )
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`))

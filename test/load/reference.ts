// What the same work costs without the product: its statements (plain.ts) by node:http and postgres.js on the same
// database, without session, tenant, policy, act or ledger. DATABASE_URL is the owner's; prints its port.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import postgres from 'postgres'
import { answerPlainly, textOf } from './plain-answers.ts'
import { openPlain } from './plain.ts'

// As many connections as the product's pool has (DATABASE_POOL).
const plain = openPlain(postgres(process.env['DATABASE_URL'] ?? '', { max: 8, onnotice: () => {} }))

async function answer(request: IncomingMessage): Promise<object | undefined> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const asked = Object.fromEntries(searchParams)
  if (pathname === '/register') return await plain.listRegister(asked)
  if (pathname === '/search') return await plain.search(asked)
  const [, tenant = '', id = ''] = pathname.split('/')
  if (request.method === 'GET') return (await plain.readOne(tenant, id))[0]
  return (await plain.writeOne(tenant, id, JSON.parse(await textOf(request))))[0]
}

const server = createServer((request, response) => {
  if (/^\/(bytes|page|export)\b/.test(request.url ?? '')) {
    answerPlainly(request, response, plain).catch(() => response.writeHead(500).end())
    return
  }
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

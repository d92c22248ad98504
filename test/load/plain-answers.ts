import type { IncomingMessage, ServerResponse } from 'node:http'
import type { openPlain } from './plain.ts'

type Plain = ReturnType<typeof openPlain>

export async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

let bytes = Buffer.alloc(0)

// What is no JSON: bytes that are kept (posted once), a page, a file.
export async function answerPlainly(request: IncomingMessage, response: ServerResponse, plain: Plain): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const asked = Object.fromEntries(searchParams)
  if (pathname === '/bytes') {
    if (request.method === 'POST') bytes = Buffer.from(await textOf(request), 'base64')
    const headers = {
      'content-type': 'text/html; charset=UTF-8',
      'content-encoding': 'br',
      'content-length': bytes.length,
    }
    response.writeHead(200, headers).end(bytes)
  } else if (pathname === '/page') {
    const page = Buffer.from(await plain.pageOf(asked))
    response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8', 'content-length': page.length }).end(page)
  } else {
    const { header, rows } = await plain.copyRegister(asked)
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' }).write(`\uFEFF${header.join(',')}\n`)
    rows.pipe(response)
  }
}

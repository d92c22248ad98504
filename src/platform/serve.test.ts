import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, type Listening } from './serve.ts'

let listening: Listening
beforeAll(async () => {
  const app = new Hono()
  app.post('/', async (c) => c.text(`${(await c.req.text()).length}`))
  listening = await listen(app, { host: '127.0.0.1', port: 0, patience: { request: 300, file: 60_000 } })
})
afterAll(async () => await listening.close())

/** Sends a body of two letters, the second one late, and answers what came back; nothing when the line was cut. */
async function dribble(type: string): Promise<string> {
  const socket = connect(listening.port, '127.0.0.1')
  const head = [
    'POST / HTTP/1.1',
    'Host: x',
    `Content-Type: ${type}`,
    'Content-Length: 2',
    'Connection: close',
    '',
    'a',
  ]
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => (said += text))
  socket.write(head.join('\r\n'))
  const last = setTimeout(() => socket.write('b'), 900)
  await new Promise((closed) => socket.on('error', () => {}).once('close', closed))
  clearTimeout(last)
  return said
}

test('a request that comes drop by drop is cut off; a file may take its time', async () => {
  const [form, file] = await Promise.all([dribble('application/json'), dribble('application/octet-stream')])
  expect(form).not.toContain('200 OK')
  expect(file).toMatch(/^HTTP\/1\.1 200 OK[^]*\r\n2/)
})

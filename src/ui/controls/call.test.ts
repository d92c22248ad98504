import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { type ApiFailure, asApiFailure, call } from './call.ts'

const read = endpoint({
  name: 'test.read',
  method: 'GET',
  path: '/api/test/:id',
  summary: 'A test.',
  allow: 'signed_in',
  input: z.object({ id: z.string(), q: z.string().optional() }),
  output: z.object({ n: z.number() }),
})
const mend = endpoint({
  name: 'test.mend',
  method: 'POST',
  path: '/api/test/:id',
  summary: 'A test.',
  allow: 'signed_in',
  input: z.object({ act: z.string(), id: z.string(), name: z.string() }),
  output: z.object({ rev: z.number() }),
})

function answerWith(answer: () => Response | Promise<Response>) {
  const asked = vi.fn<(url: string, request: RequestInit) => Promise<Response>>(async () => await answer())
  vi.stubGlobal('fetch', asked)
  return asked
}
const failureOf = async (promise: Promise<unknown>): Promise<ApiFailure> =>
  asApiFailure(await promise.catch((error: unknown) => error))

afterEach(() => void vi.unstubAllGlobals())

test('reads with what is not in the path as query', async () => {
  const asked = answerWith(() => Response.json({ n: 1 }))
  expect(await call(read, { id: 'a/b', q: '泉' })).toEqual({ n: 1 })
  expect(asked.mock.calls[0]?.[0]).toBe(`/api/test/a%2Fb?q=${encodeURIComponent('泉')}`)
  expect(asked.mock.calls[0]?.[1].method).toBeUndefined()
})

test('posts JSON with the act’s id', async () => {
  const asked = answerWith(() => Response.json({ rev: 2 }))
  await call(mend, { act: 'act-1', id: 'a', name: 'Kopi' })
  expect(JSON.parse(asked.mock.calls[0]?.[1].body as string)).toEqual({ act: 'act-1', name: 'Kopi' })
})

test('a refusal carries code, sentence, details and number', async () => {
  const details = { fields: [{ path: 'name', fault: 'required' }] }
  answerWith(() => Response.json({ code: 'invalid', message: 'Ada isian', details, request: 'r1' }, { status: 422 }))
  const failure = await failureOf(call(mend, { act: 'act-1', id: 'a', name: '' }))
  expect(failure).toMatchObject({ code: 'invalid', message: 'Ada isian', details, request: 'r1' })
})

test('no answer, a cut answer and a proxy’s page all count as lost', async () => {
  answerWith(() => Promise.reject(new TypeError('Failed to fetch')))
  expect((await failureOf(call(read, { id: 'a' }))).code).toBe('lost')
  answerWith(() => new Response('{"n": 1', { status: 200 }))
  expect((await failureOf(call(read, { id: 'a' }))).code).toBe('lost')
  answerWith(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  expect((await failureOf(call(read, { id: 'a' }))).code).toBe('lost')
})

test('a reading left on purpose is no failure of the line', async () => {
  answerWith(() => Promise.reject(new DOMException('left', 'AbortError')))
  await expect(call(read, { id: 'a' })).rejects.toMatchObject({ name: 'AbortError' })
})

import { randomUUID } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { Failure, failures, type FailureCode } from '../shared/failure.ts'
import { isLanguage, type Language } from '../shared/languages.ts'
import { words } from '../shared/messages/words.gen.ts'
import { answerJson, headersFor } from './answer.ts'
import { isBusy, isLostConnection } from './api.ts'
import { now } from './clock.ts'
import type { Log } from './log.ts'
import { isMultipart } from './multipart.ts'
import { uploadType } from './upload.ts'

const isApi = (c: Context): boolean => c.req.path.startsWith('/api/')

/** Bytes of the longest body that is read at all. */
/** The largest body of a request, in bytes: a source text of 1 MB with its escapes. */
export const bodyMost = 1_500_000

export interface WebParts {
  log: Log
  /** https in front: cookies are Secure, browsers are told to stay on https. */
  secure: boolean
  baseUrl: string | undefined
  trustedProxies: number
  /** Answers a failed page (not an API call) in the reader's language. */
  failurePage(c: Context, failure: { code: FailureCode | 'broken'; message: string; request: string }): Promise<string>
}

/** An empty app with what every answer has: a request id, the security headers, limits, and failures as one form. */
export function openWeb(parts: WebParts): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const request = randomUUID().slice(19).replace('-', '') // 62 random bits; its pool makes it cheaper than randomBytes
    const headers = headersFor({ request, secure: parts.secure })
    c.set('request' as never, request as never)
    c.set('headers' as never, headers as never)
    const began = now()
    if (!isApi(c)) for (const [name, value] of Object.entries(headers)) c.header(name, value)
    // No name or id holds a null character, and PostgreSQL could not even be asked for one.
    if (c.req.url.includes('%00')) throw new Failure('not_found')
    await next()
    const { status } = c.res
    const level = status >= 500 ? 'error' : 'debug'
    if (!parts.log.isLevelEnabled(level)) return
    parts.log[level]({ request, method: c.req.method, route: c.req.routePath, status, ms: now() - began }, 'answered')
  })
  const tooLarge = () => {
    throw new Failure('too_large')
  }
  const limitStream = bodyLimit({ maxSize: bodyMost, onError: tooLarge })
  // A stated length needs no look at the body itself, which would make a whole Request of it (70 µs).
  app.post('*', async (c, next) => {
    // A file flows to the disk and is counted there (platform/upload.ts); nobody else reads a body of this type.
    if (c.req.header('content-type')?.toLowerCase() === uploadType) return await next()
    // So does a form with a file (platform/multipart.ts), where one is awaited.
    if (isMultipart(c.req.header('content-type'))) return await next()
    const stated = c.req.header('content-length')
    if (stated === undefined || c.req.header('transfer-encoding') !== undefined) return await limitStream(c, next)
    if (Number(stated) > bodyMost) tooLarge()
    return await next()
  })
  app.notFound(async (c) => {
    // A slash too many at the end is a slip of the hand, not another page.
    const bare = c.req.path.replace(/\/+$/, '')
    if (c.req.method === 'GET' && /^\/(id|en|ja|ko|kerja)(\/[\w-]+)*$/.test(bare) && bare !== c.req.path) {
      return c.redirect(bare, 301)
    }
    return await answerFailure(c, new Failure('not_found'), parts)
  })
  app.onError(async (error, c) => await answerFailure(c, error, parts))
  return app
}

const wordOf: Record<FailureCode, Exclude<keyof (typeof words)['id']['failure'], 'tooMany' | 'broken'> | 'tooMany'> = {
  invalid: 'invalid',
  unsigned: 'unsigned',
  forbidden: 'forbidden',
  not_found: 'notFound',
  stale: 'stale',
  not_yet: 'notYet',
  reused: 'reused',
  too_large: 'tooLarge',
  wrong_type: 'wrongType',
  too_many: 'tooMany',
  unavailable: 'unavailable',
}

/** One sentence about a failure in the reader's language. */
export function failureMessage(failure: Failure, language: Language): string {
  const { failure: say } = words[language]
  const key = wordOf[failure.code]
  if (key === 'tooMany') return say.tooMany({ minutes: Math.ceil((failure.details.seconds ?? 60) / 60) })
  return say[key]
}

async function answerFailure(c: Context, error: unknown, parts: WebParts): Promise<Response> {
  const request = c.get('request' as never) as string
  const language = readersLanguage(c)
  const failure =
    error instanceof Failure ? error : isLostConnection(error) || isBusy(error) ? new Failure('unavailable') : undefined
  if (failure === undefined) parts.log.error({ request, route: c.req.routePath, err: error }, 'broken')
  const code = failure?.code ?? 'broken'
  const status = failure ? failures[failure.code] : 500
  const message = failure ? failureMessage(failure, language) : words[language].failure.broken({ request })
  const headers = {
    'cache-control': 'no-store',
    ...(failure?.details.seconds !== undefined && { 'retry-after': String(failure.details.seconds) }),
  }
  if (isApi(c))
    return await answerJson(c, { code, message, details: failure?.details ?? {}, request }, { status, headers })
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  return c.html(await parts.failurePage(c, { code, message, request }), status)
}

/** The reader's language: the page's own prefix, else her cookie, else what her browser asks for, else Indonesian. */
export function readersLanguage(c: Context): Language {
  const prefix = c.req.path.split('/')[1]
  if (isLanguage(prefix)) return prefix
  const chosen = getCookie(c, 'bahasa')
  if (isLanguage(chosen)) return chosen
  const asked = (c.req.header('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.find(isLanguage) ?? 'id'
}

/**
 * Whether a POST comes from our own pages: browsers say so in Sec-Fetch-Site or Origin. A request that says neither is
 * refused; SameSite=Lax cookies are the second lock.
 */
export function isOwnOrigin(c: Context, baseUrl: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  if (origin === undefined) return false
  const own = baseUrl === undefined ? new URL(c.req.url).host : new URL(baseUrl).host
  try {
    return new URL(origin).host === own
  } catch {
    return false
  }
}

/** The caller's network address for rate limits. Forwarded headers count only as far as our own proxies wrote them. */
export function addressOf(c: Context, trustedProxies: number): string {
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
  const direct = socket?.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return networkOf(direct)
  const chain = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return networkOf(chain.at(-trustedProxies) ?? direct)
}

/** What limits count by: an IPv4 address, or the /64 of an IPv6 address, whose other half its owner chooses freely. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  const groups = [...front, ...zeros, ...back].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${groups.join(':')}::/64`
}

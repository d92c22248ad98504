import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { headersFor } from './answer.ts'
import { now } from './clock.ts'
import type { Database } from './database.ts'
import { readPublication } from './publication.ts'

/** A page as it was drawn, with what it is sent as. */
export interface KeptPage {
  etag: string
  plain: Buffer
  br: Buffer
  gzip: Buffer
  language: string
  demonstration: boolean
}

interface Entry {
  page: KeptPage
  /** The state of the published data it was drawn from. */
  state: string
  /** Until when it may be given, in ms. */
  until: number
  bytes: number
  /** The addresses, as sent, under which the front finds it. */
  urls: string[]
}

export interface Asked {
  /** All that the page was handed, as text. */
  key: string
  /** From stateOf(), asked before the page was drawn. */
  state: string
  language: string
  demonstration: boolean
  /** The address as it was sent, where it may be answered without a look at anything else. */
  url: string | undefined
  /** The whole document, or undefined when it is no page to be kept. */
  draw(): Promise<string | undefined>
}

export interface PageCache {
  /** The state of everything published, with the day and the mode that a page is drawn for. At most a second old. */
  stateOf(visit: { on: string; demonstration: boolean }): Promise<string>
  /** The page as kept, else drawn now; many who ask at once wait for one drawing. */
  find(asked: Asked): Promise<KeptPage | undefined>
  /** Answers a request of node:http from what is kept. False when it needs a closer look, and nothing was sent. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
  /** Bytes that are kept now. */
  size(): number
}

export interface CacheOptions {
  database: Database
  secure: boolean
  /** Bytes that are kept at most. */
  most?: number
}

/** How long a state is believed, in ms: what another process withdraws is gone within it. */
const believedFor = 1000
/** How long a page is given without being drawn again, in ms: as long as a cache between may keep it (s-maxage). */
const keptFor = 30_000
const longest = 2_000_000 // bytes of one page
const urlsOfPage = 4

/**
 * Public pages as bytes, by all that they were drawn from. What is published or withdrawn changes the state and with it
 * every key: at once in this process, within a second in another.
 */
export function openPageCache({ database, secure, most = 64_000_000 }: CacheOptions): PageCache {
  const entries = new Map<string, Entry>()
  const urls = new Map<string, Entry>()
  const drawing = new Map<string, Promise<KeptPage | undefined>>()
  let bytes = 0
  let seen: { version: string; at: number } | undefined
  let believed: { state: string; at: number } | undefined
  let writes = 0
  database.onWrite(() => {
    writes += 1
    seen = undefined
    believed = undefined
  })

  const drop = (key: string, entry: Entry) => {
    entries.delete(key)
    bytes -= entry.bytes
    for (const url of entry.urls) if (urls.get(url) === entry) urls.delete(url)
  }
  const keep = (key: string, entry: Entry) => {
    const before = entries.get(key)
    if (before !== undefined) drop(key, before)
    if (entry.bytes > longest) return
    entries.set(key, entry)
    bytes += entry.bytes
    for (const [oldest, old] of entries) {
      if (bytes <= most) break
      drop(oldest, old)
    }
  }
  const knowUrl = (entry: Entry, url: string | undefined) => {
    if (url === undefined || entry.urls.includes(url) || entry.urls.length >= urlsOfPage) return
    entry.urls.push(url)
    urls.set(url, entry)
  }
  const readVersion = async (): Promise<string> => {
    if (seen !== undefined && now() - seen.at < believedFor) return seen.version
    const [before, at] = [writes, now()]
    const version = await readPublication(database.portal)
    // What was written meanwhile may not be in it: it holds for this one answer only.
    if (before === writes) seen = { version, at }
    return version
  }

  return {
    async stateOf({ on, demonstration }) {
      const before = writes
      const state = `${await readVersion()} ${on} ${demonstration}`
      if (before === writes && seen !== undefined) believed = { state, at: seen.at }
      return state
    },
    async find({ key, state, language, demonstration, url, draw }) {
      const entry = entries.get(key)
      if (entry?.state === state && entry.until > now()) {
        entries.delete(key) // the newest stand last
        entries.set(key, entry)
        knowUrl(entry, url)
        return entry.page
      }
      const one = `${state}\n${key}`
      const waiting = drawing.get(one)
      if (waiting !== undefined) return await waiting
      const drawn = (async () => {
        const html = await draw()
        if (html === undefined) return undefined
        const page = await pack(html, { language, demonstration })
        const size = page.plain.length + page.br.length + page.gzip.length + key.length * 2
        const made: Entry = { page, state, until: now() + keptFor, bytes: size, urls: [] }
        keep(key, made)
        if (entries.get(key) === made) knowUrl(made, url)
        return page
      })()
      drawing.set(one, drawn)
      try {
        return await drawn
      } finally {
        drawing.delete(one)
      }
    },
    answer(request, response) {
      const { method, url = '', headers } = request
      if (method !== 'GET' && method !== 'HEAD') return false
      const entry = urls.get(url)
      if (entry === undefined || believed === undefined || entry.state !== believed.state) return false
      const time = now()
      if (time - believed.at >= believedFor || entry.until <= time) return false
      // A visitor with a day of her own never comes here, nor does a body that nobody would read.
      if (hasOwnDay(headers.cookie) || headers['transfer-encoding'] !== undefined) return false
      if (headers['content-length'] !== undefined && headers['content-length'] !== '0') return false
      const found = answerOf(entry.page, { accepts: headers['accept-encoding'], seen: headers['if-none-match'] })
      const request_ = randomUUID().slice(19).replace('-', '')
      response.writeHead(found.status, { ...headersFor({ request: request_, secure }), ...found.headers })
      response.end(method === 'HEAD' ? undefined : found.body)
      return true
    },
    size: () => bytes,
  }
}

/** Whether a visitor carries a day of her choice, by her cookies as sent. */
const hasOwnDay = (cookie: string | undefined): boolean => cookie !== undefined && cookie.includes('tanggal')

/** What goes out of a kept page for somebody who takes some packings and may have it already. */
export function answerOf(
  page: KeptPage,
  { accepts, seen }: { accepts: string | undefined; seen: string | undefined },
): { status: 200 | 304; headers: Record<string, string>; body: Buffer | undefined } {
  const way = takes(accepts, 'br') ? 'br' : takes(accepts, 'gzip') ? 'gzip' : undefined
  const headers: Record<string, string> = {
    // Packed it is the same page in other bytes.
    etag: way === undefined ? page.etag : `W/${page.etag}`,
    'content-language': page.language,
    'cache-control': 'public, max-age=0, s-maxage=30',
    vary: page.demonstration ? 'cookie, Accept-Encoding' : 'Accept-Encoding',
    ...(page.demonstration && { 'x-robots-tag': 'noindex' }),
  }
  if (hasSeen(seen, page.etag)) return { status: 304, headers, body: undefined }
  const body = way === undefined ? page.plain : page[way]
  headers['content-type'] = 'text/html; charset=UTF-8'
  headers['content-length'] = String(body.length)
  if (way !== undefined) headers['content-encoding'] = way
  return { status: 200, headers, body }
}

/** Whether If-None-Match names a tag. A browser sends the tag of a packed page back as weak. */
export function hasSeen(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/** Whether Accept-Encoding names a packing, and not with q=0. */
function takes(header: string | undefined, way: 'br' | 'gzip'): boolean {
  if (header === undefined) return false
  return header.split(',').some((part) => {
    const [name = '', ...rest] = part.split(';')
    return name.trim().toLowerCase() === way && !rest.some((each) => /^\s*q=0(\.0*)?\s*$/i.test(each))
  })
}

const packBrotli = promisify(brotliCompress)
const packGzip = promisify(gzip)

/** A page in its three forms, packed once. 24 kB take brotli 1 ms at 5 and 25 ms at 11; long pages are packed faster. */
async function pack(html: string, about: { language: string; demonstration: boolean }): Promise<KeptPage> {
  const plain = Buffer.from(html)
  const quality = plain.length > 200_000 ? 3 : plain.length > 60_000 ? 5 : 9
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  const [br, gzipped] = await Promise.all([packBrotli(plain, { params }), packGzip(plain)])
  return { etag: etagOf(html), plain, br, gzip: gzipped, ...about }
}

export function etagOf(html: string): string {
  return `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
}

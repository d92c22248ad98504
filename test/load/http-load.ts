// The load generator, a process of its own: keeps N connections busy with prepared requests and counts the answers.
// Bare sockets, because node:http's client would cost as much as the server that is measured.
import { connect } from 'node:net'

export interface Load {
  port: number
  connections: number
  seconds: number
  /** Whole HTTP/1.1 requests as text, sent in this order. */
  requests: string[]
  /** Whether to begin again at the end of the list; acts are never sent twice. */
  again: boolean
}

export interface LoadResult {
  answered: number
  /** Answers that were not 200. */
  refused: number
  firstRefusal: string | undefined
  seconds: number
  p50: number
  p99: number
}

const headEnd = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('0\r\n\r\n')

/** Bytes of the first whole answer in the buffer; undefined while it is not whole. */
function wholeAnswer(buffer: Buffer): number | undefined {
  const end = buffer.indexOf(headEnd)
  if (end < 0) return undefined
  const head = buffer.toString('latin1', 0, end).toLowerCase()
  const stated = /\r\ncontent-length: (\d+)/.exec(head)
  if (stated !== null) {
    const size = end + 4 + Number(stated[1])
    return buffer.length >= size ? size : undefined
  }
  return buffer.subarray(buffer.length - 5).equals(lastChunk) ? buffer.length : undefined
}

export async function drive({ port, connections, seconds, requests, again }: Load): Promise<LoadResult> {
  const buffers = requests.map((request) => Buffer.from(request))
  const times: number[] = []
  let [next, refused] = [0, 0]
  let firstRefusal: string | undefined
  const began = performance.now()
  const until = began + seconds * 1000
  const one = () =>
    new Promise<void>((done, fail) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let held: Buffer = Buffer.alloc(0)
      let sent = 0
      const send = () => {
        if (next >= buffers.length && again) next = 0
        const request = buffers[next]
        if (performance.now() >= until || request === undefined) return void socket.end()
        next += 1
        sent = performance.now()
        socket.write(request)
      }
      socket.once('connect', send)
      socket.on('data', (part) => {
        held = held.length === 0 ? part : Buffer.concat([held, part])
        if (wholeAnswer(held) === undefined) return
        times.push(performance.now() - sent)
        if (held.toString('latin1', 9, 12) !== '200') {
          refused += 1
          firstRefusal ??= held.toString('utf8', 0, 2000)
        }
        held = Buffer.alloc(0)
        send()
      })
      socket.once('close', () => done())
      socket.once('error', fail)
    })
  await Promise.all(Array.from({ length: connections }, one))
  const took = (performance.now() - began) / 1000
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return { answered: times.length, refused, firstRefusal, seconds: took, p50: at(0.5), p99: at(0.99) }
}

if (import.meta.main) {
  process.on('message', (load: Load) => {
    drive(load).then(
      (result) => process.send?.(result),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      },
    )
  })
}

import { Worker } from 'node:worker_threads'
import { Failure } from '../../shared/failure.ts'
import type { Proposal, propose } from './matching.ts'

const patience = 20_000 // ms
const queue = 8 // questions that may wait
const memory = 384 // MB of a worker

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/**
 * Works a proposal out in a thread of its own, one at a time, so that the server answers meanwhile. A question that hangs
 * or swells ends alone, as `unavailable`.
 */
export async function proposeBeside(question: Parameters<typeof propose>[0]): Promise<Proposal> {
  if (question.needs.length === 0) return { pairs: [], without: [], value: 0, bound: 0, exact: true }
  if (waiting >= queue) throw new Failure('unavailable')
  waiting += 1
  const turn = last.then(async () => await ask(question))
  last = turn.catch(() => {})
  return await turn.finally(() => (waiting -= 1))
}

async function ask(question: Parameters<typeof propose>[0]): Promise<Proposal> {
  const { promise, resolve, reject } = Promise.withResolvers<Proposal>()
  const worker = new Worker(new URL('./matching-worker.ts', import.meta.url), {
    workerData: question,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  const late = setTimeout(() => reject(new Failure('unavailable')), patience)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Failure('unavailable')))
  try {
    return await promise
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}

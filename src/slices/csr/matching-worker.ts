import { parentPort, workerData } from 'node:worker_threads'
import { propose } from './matching.ts'

// The thread beside the server (matching-beside.ts): one question, one answer.
parentPort?.postMessage(propose(workerData as Parameters<typeof propose>[0]))

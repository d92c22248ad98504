import { pino, type Logger } from 'pino'

export type Log = Logger

/** Logs hold request ids, routes and times; never addresses with tokens, bodies, cookies or names of people. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

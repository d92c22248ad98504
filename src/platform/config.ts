import { z } from 'zod'

/**
 * Everything that can be set from outside, in one object. A clone starts without any of it; contradictions stop the
 * start. This file alone reads the environment.
 */
const settings = z.object({
  /** Port of the web server; 0 takes a free one. */
  PORT: z.coerce
    .number('write a port such as 3000')
    .int('write a whole number')
    .min(0, 'write a port from 0 to 65535')
    .max(65535, 'write a port from 0 to 65535')
    .default(3000),
  /** Address to listen on. Default: loopback; with JEMBATAN_DEMO=public or BASE_URL all addresses. */
  HOST: z.string().optional(),
  /** The address people type, such as https://kerjasama.example.go.id. Decides cookies and links in mail. */
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Folder for database, files and mail. Default: /var/lib/jembatan/… as root, ~/.local/share/jembatan/… otherwise. */
  JEMBATAN_DATA: z.string().optional(),
  /** Folder for the files that people file. Default: files in the data folder, also with DATABASE_URL. */
  JEMBATAN_FILES: z.string().optional(),
  /** A PostgreSQL 15+ to use instead of the one inside; its user owns the database and may create roles. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Connections of the application's pool: 2 to 4 per core of the database. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(8),
  /** Set to 0 behind a transaction-mode pgbouncer, which cannot keep prepared statements. */
  DATABASE_PREPARE: z.stringbool().default(true),
  /** Demonstration until a real region exists: 1 on loopback, public on all addresses, 0 never. */
  JEMBATAN_DEMO: z.enum(['0', '1', 'public']).default('1'),
  /** 1 allows plain http beyond loopback, for a trusted network without TLS. */
  JEMBATAN_INSECURE_LAN: z.stringbool().default(false),
  /** smtp://user:password@host:port for outgoing mail. Default: mail is kept as files in the data folder. */
  MAIL_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('jembatan@localhost'),
  /** Number of reverse proxies in front whose X-Forwarded-For may be believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Where the data folder stands by default; set by the system. */
  XDG_DATA_HOME: z.string().optional(),
  HOME: z.string().optional(),
})

export type Config = z.output<typeof settings> & { host: string; baseUrl: string | undefined; secure: boolean }

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** Reads the environment. Throws with one sentence per contradiction. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = settings.safeParse(filled)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration cannot be used. ${faults.join('; ')}`)
  }
  const config = read.data
  const beyond = config.JEMBATAN_DEMO === 'public' || config.BASE_URL !== undefined
  const host = config.HOST ?? (beyond ? '0.0.0.0' : '127.0.0.1')
  const secure = config.BASE_URL?.startsWith('https:') ?? false
  const plainOutside = !loopback.has(host) && !secure
  if (plainOutside && !config.JEMBATAN_INSECURE_LAN) {
    throw new Error(
      `Listening on ${host} without TLS would send passwords in clear. Set BASE_URL to an https address (a proxy in front), ` +
        'or JEMBATAN_INSECURE_LAN=1 for a trusted network.',
    )
  }
  return { ...config, host, baseUrl: config.BASE_URL?.replace(/\/$/, ''), secure }
}

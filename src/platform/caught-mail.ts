import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context, Hono } from 'hono'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { Failure } from '../shared/failure.ts'
import { isLanguage, type Language } from '../shared/languages.ts'
import { answerDownload } from './download.ts'

/** A mail that was kept instead of sent, as its file says it; nothing in it is followed or drawn. */
export interface CaughtMail {
  /** The name of its file without extension; later ones sort higher. */
  id: string
  from: string
  to: string
  subject: string
  date: string
  text: string
  /** Addresses in the text, http and https only. */
  links: string[]
  attachments: { name: string; type: string; bytes: number }[]
}

const shown = 50
const most = 10_000_000
const isName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The newest 50 mails of the folder, the newest first; what cannot be read is left out. */
export async function listCaught(folder: string): Promise<CaughtMail[]> {
  const names = await readdir(folder).catch(() => [])
  const ids = names
    .flatMap((name) => (name.endsWith('.eml') ? [name.slice(0, -4)] : []))
    .filter((id) => isName.test(id))
  const newest = ids.toSorted().toReversed().slice(0, shown)
  const read = await Promise.all(newest.map(async (id) => await readCaught(folder, id)))
  return read.flatMap((mail, at) => (mail === undefined ? [] : [tell(newest[at] ?? '', mail)]))
}

async function readCaught(folder: string, id: string): Promise<Email | undefined> {
  if (!isName.test(id)) return undefined
  const file = join(folder, `${id}.eml`)
  try {
    if ((await stat(file)).size > most) return undefined
    return await PostalMime.parse(await readFile(file), { maxNestingDepth: 20 })
  } catch {
    return undefined
  }
}

function tell(id: string, { from, to = [], subject = '', date = '', text = '', attachments }: Email): CaughtMail {
  const written = (who: { name?: string; address?: string | undefined } | undefined) =>
    who === undefined ? '' : [who.name ?? '', who.address === undefined ? '' : `<${who.address}>`].join(' ').trim()
  return {
    id,
    from: written(from),
    to: to.map(written).join(', '),
    subject,
    date,
    text: text.slice(0, 20_000),
    links: [...new Set(text.match(/https?:\/\/[^\s<>"']+/g) ?? [])].slice(0, 20),
    attachments: attachments.slice(0, 20).map((one) => ({
      name: one.filename ?? one.mimeType,
      type: one.mimeType,
      bytes: bytesOf(one).length,
    })),
  }
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
}

export interface CaughtMailParts {
  folder: string
  isOpen(): Promise<boolean>
  draw(c: Context, caught: { language: Language; mails: CaughtMail[] }): Promise<string>
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const ownName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Whether somebody at this machine asks, under its own name: a page of another site that is led here by DNS is not. */
function isHere(c: Context): boolean {
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
  const isForwarded = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined
  return loopback.test(socket?.remoteAddress ?? '') && ownName.test(c.req.header('host') ?? '') && !isForwarded
}

/** Puts the page of kept mails on the app: for development and demonstration, at this machine only. */
export function bindCaughtMail(app: Hono, { folder, isOpen, draw }: CaughtMailParts): void {
  app.get('/surel', (c) => c.redirect('/id/surel', 303))
  app.get('/:language/surel', async (c) => {
    const language = c.req.param('language')
    if (!isHere(c) || !isLanguage(language) || !(await isOpen())) throw new Failure('not_found')
    c.header('cache-control', 'private, no-store')
    c.header('x-robots-tag', 'noindex')
    return c.html(await draw(c, { language, mails: await listCaught(folder) }))
  })
  app.get('/surel/:id/:n', async (c) => {
    const mail = isHere(c) && (await isOpen()) ? await readCaught(folder, c.req.param('id')) : undefined
    const attachment = mail?.attachments[Number(c.req.param('n'))]
    if (attachment === undefined) throw new Failure('not_found')
    const body = bytesOf(attachment)
    const name = attachment.filename ?? 'lampiran'
    // Whatever the mail says it is: the browser saves it.
    return answerDownload(c, { body, bytes: body.length, type: 'application/octet-stream', name })
  })
}

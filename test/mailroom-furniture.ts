import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import type { Store } from '../src/platform/store.ts'
import { newId } from '../src/shared/ids.ts'
import { dispose, mendRoute, openThread, registerMail } from '../src/slices/letters/commands.ts'
import { listRouting } from '../src/slices/letters/queries.ts'

/** A letter that came in and one that went out, a matter, a route of the region's own, and an uploaded mail. */
export interface MailroomFurniture {
  mail: string
  /** After its disposition. */
  mailRev: number
  mailOut: string
  mailThread: string
  /** Of the route to DPRD. */
  routeRev: number
  /** Of the route to the ministry of home affairs. */
  otherRouteRev: number
  /** The SHA-256 of an uploaded mail. */
  eml: string
}

const day = '2025-08-01'

export const noMailroom = (): MailroomFurniture => ({
  mail: newId(),
  mailRev: 2,
  mailOut: newId(),
  mailThread: newId(),
  routeRev: 1,
  otherRouteRev: 0,
  eml: newId().replaceAll('-', '').padEnd(64, '0'),
})

/** Everything of it begins with the word. */
export async function furnishMailroom(
  call: { tx: Tx; act: Act },
  {
    word,
    relation,
    tenant,
    file,
    store,
  }: { word: string; relation: string; tenant: string; file: string; store: Store },
): Promise<MailroomFurniture> {
  const entry = { kind: 'lain', correspondent: `${word} pengirim`, nature: 'biasa', security: 'biasa' } as const
  const of = { ...entry, passedOn: day, channel: 'post', wantsAnswer: true, relations: [relation] } as const
  const acting = { ...call, on: day }
  const mail = await registerMail(acting, { ...of, direction: 'in', subject: `${word} surat masuk`, files: [file] })
  const out = await registerMail(acting, { ...of, direction: 'out', subject: `${word} surat keluar`, files: [] })
  const disposed = await dispose(acting, {
    id: mail.id,
    rev: mail.rev,
    office: `${word} sekretaris`,
    instruction: `${word} ditindaklanjuti`,
    recipients: [{ person: `${word} kepala bidang` }],
  })
  const thread = await openThread(acting, { title: `${word} perihal`, correspondent: `${word} pihak`, letters: [] })
  const routes = await listRouting(call.tx)
  const revOf = (kind: string) => routes.find((route) => route.kind === kind)?.rev ?? 0
  const own = { attention: `${word} u.p.`, through: '', copies: '' }
  const route = await mendRoute(call, { kind: 'dprd', rev: revOf('dprd'), ...own })
  const raw = `From: ${word} <pengirim@contoh.invalid>\r\nSubject: ${word} surel ${newId()}\r\n\r\nIsi surel\r\n`
  const { sha256 } = await store.keep(new TextEncoder().encode(raw), tenant)
  return {
    mail: mail.id,
    mailRev: disposed.rev,
    mailOut: out.id,
    mailThread: thread.id,
    routeRev: route.rev,
    otherRouteRev: revOf('mendagri'),
    eml: sha256,
  }
}

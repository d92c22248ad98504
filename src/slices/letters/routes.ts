import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { open, read, write, type OpenCall, type Route } from '../../platform/call.ts'
import type { Download } from '../../platform/download.ts'
import type { Store } from '../../platform/store.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { mediaTypes, type FileCard } from '../files/model.ts'
import { getFile } from '../files/queries.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { layoutOf, type DrawnKind, type Layout, type RecordKind, type TemplateKind } from './model.ts'
import { getDrawn, listPapers } from './papers-queries.ts'
import { sizeOf } from './picture-size.ts'
import { mailroomRoutes } from './incoming-routes.ts'
import * as finds from './queries.ts'
import { getRecordHead, recordSheet, type RecordPaper } from './record-papers.ts'
import { openRenderer, type Picture, type Reply } from './renderer.ts'
import { letterName, sheetOf, type Sheet } from './sheet.ts'

// One for the installation; its process starts with the first letter and ends when nobody asks.
const renderer = openRenderer()

export const routes: Route[] = [
  read(contract.listLetters, async ({ tx, on }, matter) => ({ rows: await finds.listLetters(tx, { ...matter, on }) })),
  read(contract.listPapers, async ({ tx, on }, matter) => ({ rows: await listPapers(tx, { ...matter, on }) })),
  ...mailroomRoutes,
  read(contract.readLetter, async ({ tx, on }, { id }) => await finds.readLetter(tx, { id, on })),
  write(contract.prepareLetter, async (call, input) => await does.prepareLetter(call, input)),
  write(contract.mendLetter, async (call, input) => await does.mendLetter(call, input)),
  write(contract.sendLetter, async (call, input) => await does.sendLetter(call, input)),
  write(contract.recordReceipt, async (call, input) => await does.recordReceipt(call, input)),
  write(contract.cancelLetter, async (call, input) => await does.cancelLetter(call, input)),
  write(contract.closeAsked, async (call, input) => await does.closeAsked(call, input)),
  open(contract.readPaperWord, async (call, input) => await printDrawn(call, { ...input, as: 'docx' })),
  open(contract.readPaperPdf, async (call, input) => await printDrawn(call, { ...input, as: 'pdf' })),
  open(contract.readWord, async (call, { id }) => await print(call, { id, as: 'docx' })),
  open(contract.readPdf, async (call, { id }) => await print(call, { id, as: 'pdf' })),
  read(contract.readLetterhead, async ({ tx }) => await finds.getLetterheadForm(tx)),
  write(contract.mendLetterhead, async (call, input) => await does.mendLetterhead(call, input)),
  read(contract.listTemplates, async ({ tx }) => ({ rows: await finds.listTemplates(tx) })),
  write(contract.replaceTemplate, async ({ tx, act, store, who }, input) => {
    const look = async (file: string) => await lookAt(await getFile(tx, file), { store, tenant: who.tenant })
    return await does.replaceTemplate({ tx, act, look }, input)
  }),
  write(contract.restoreTemplate, async (call, input) => await does.restoreTemplate(call, input)),
  open(contract.readDelivered, async (_, { kind }) => {
    const body = await delivered(layoutOf[kind])
    return { body, bytes: body.length, type: mediaTypes.docx, name: `${kind}.docx` } satisfies Download
  }),
]

async function delivered(layout: Layout): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(import.meta.dirname, `${layout}.docx`)))
}

/**
 * The letter as a file. What it is made of is read in one short transaction; the page is set after it, so that a slow
 * renderer holds no line to the database.
 */
async function print(
  { database, store, who, on }: OpenCall,
  { id, as }: { id: string; as: 'docx' | 'pdf' },
): Promise<Download> {
  const { tenant } = who
  const { letter, head, partner, emblem, template } = await database.inTenant({ tenant }, (tx) =>
    finds.getPrintable(tx, { id, on }),
  )
  const { content, number, datedOn, state, kind } = letter
  const sheet = sheetOf({
    content,
    head,
    number: number ?? undefined,
    datedOn: datedOn ?? undefined,
    on,
    isDraft: state !== 'sent',
  })
  const made = await render({ sheet, kind, as, emblem, template, photos: [] }, { store, tenant })
  return { body: made, bytes: made.length, type: mediaTypes[as], name: letterName({ kind, partner, number, as }) }
}

/** A paper of a meeting as a file, in the same way. */
async function printDrawn(
  { database, store, who, on }: OpenCall,
  { activity, kind, as }: { activity: string; kind: DrawnKind; as: 'docx' | 'pdf' },
): Promise<Download> {
  const { tenant } = who
  const { about, ...page } = await database.inTenant({ tenant }, (tx) => getDrawn(tx, { activity, kind, on }))
  const made = await render({ ...page, kind, as }, { store, tenant })
  const name = letterName({ kind, partner: about, number: on, as })
  return { body: made, bytes: made.length, type: mediaTypes[as], name }
}

export interface RecordPrint {
  kind: RecordKind
  as: 'docx' | 'pdf'
  papers: readonly RecordPaper[]
  /** Whom or what it is about, for the name of the file. */
  about: string
}

/** A paper that somebody else composed from the record, as a file under the region's letterhead. */
export async function printRecord({ database, store, who, on }: OpenCall, asked: RecordPrint): Promise<Download> {
  const { kind, as, papers, about } = asked
  const { tenant } = who
  const { head, ...kept } = await database.inTenant({ tenant }, (tx) => getRecordHead(tx, kind))
  const made = await render({ sheet: recordSheet(kind, { papers, head, on }), kind, as, ...kept }, { store, tenant })
  const name = letterName({ kind, partner: about, number: on, as })
  return { body: made, bytes: made.length, type: mediaTypes[as], name }
}

interface Page {
  sheet: Sheet
  kind: TemplateKind
  as: 'docx' | 'pdf'
  emblem: FileCard | undefined
  template: FileCard | undefined
  photos: readonly FileCard[]
}

/** So many bytes of photographs go into one file; those beyond are left out with their place. */
const mostPhotoBytes = 24 * 2 ** 20

async function render({ sheet, kind, as, emblem, template, photos }: Page, kept: Kept): Promise<Uint8Array> {
  const picture = emblem === undefined ? undefined : await pictureOf(emblem, kept)
  const { sheet: shown, pictures } = await withPictures(sheet, { photos, kept })
  const drawn = { sheet: shown, emblem: picture, photos: pictures }
  if (as === 'pdf') return madeOf(await renderer.render({ kind: 'pdf', ...drawn }))
  const from = template === undefined ? await delivered(layoutOf[kind]) : await bytesOf(template, kept)
  return madeOf(await renderer.render({ kind: 'word', template: from, ...drawn }))
}

/** The photographs that can be printed, and the sheet with exactly their captions. */
async function withPictures(sheet: Sheet, { photos, kept }: { photos: readonly FileCard[]; kept: Kept }) {
  const { dokumentasi } = sheet.values
  if (!Array.isArray(dokumentasi)) return { sheet, pictures: [] }
  const pictures: Picture[] = []
  const captions: unknown[] = []
  let bytes = 0
  for (const [at, photo] of photos.entries()) {
    bytes += photo.bytes
    const picture = bytes > mostPhotoBytes ? undefined : await pictureOf(photo, kept)
    if (picture === undefined || sizeOf(picture) === undefined) continue
    pictures.push(picture)
    captions.push(dokumentasi[at])
  }
  return { sheet: { ...sheet, values: { ...sheet.values, dokumentasi: captions, berfoto: captions.length > 0 } }, pictures } // prettier-ignore
}

function madeOf(reply: Reply): Uint8Array {
  if ('made' in reply) return reply.made
  // A template or emblem that was good when it was kept: the region's administrator has to look at it.
  if ('fault' in reply) throw fieldFailure('template', 'wrong')
  throw new Error(`a letter could not be made: ${'broken' in reply ? reply.broken : 'no page'}`)
}

type Kept = { store: Store; tenant: string }

async function bytesOf({ sha256 }: FileCard, { store, tenant }: Kept): Promise<Uint8Array> {
  return new Uint8Array(await new Response(await store.read({ tenant, sha256 })).arrayBuffer())
}

async function pictureOf(file: FileCard, kept: Kept): Promise<Picture | undefined> {
  if (file.kind !== 'png' && file.kind !== 'jpeg') return undefined
  return { kind: file.kind, bytes: await bytesOf(file, kept) }
}

async function lookAt(file: FileCard, kept: Kept): Promise<Reply> {
  if (file.kind !== 'docx') throw new Failure('wrong_type')
  return await renderer.render({ kind: 'placeholders', template: await bytesOf(file, kept) })
}

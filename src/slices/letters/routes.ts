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
import { layoutOf, type Layout } from './model.ts'
import * as finds from './queries.ts'
import { openRenderer, type Picture, type Reply } from './renderer.ts'
import { letterName, sheetOf } from './sheet.ts'

// One for the installation; its process starts with the first letter and ends when nobody asks.
const renderer = openRenderer()

export const routes: Route[] = [
  read(contract.listLetters, async ({ tx, on }, { relation }) => ({
    rows: await finds.listLetters(tx, { relation, on }),
  })),
  read(contract.readLetter, async ({ tx, on }, { id }) => await finds.readLetter(tx, { id, on })),
  write(contract.prepareLetter, async (call, input) => await does.prepareLetter(call, input)),
  write(contract.mendLetter, async (call, input) => await does.mendLetter(call, input)),
  write(contract.sendLetter, async (call, input) => await does.sendLetter(call, input)),
  write(contract.recordReceipt, async (call, input) => await does.recordReceipt(call, input)),
  write(contract.cancelLetter, async (call, input) => await does.cancelLetter(call, input)),
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
  const picture = emblem === undefined ? undefined : await pictureOf(emblem, { store, tenant })
  const reply =
    as === 'pdf'
      ? await renderer.render({ kind: 'pdf', sheet, emblem: picture })
      : await renderer.render({
          kind: 'word',
          template:
            template === undefined ? await delivered(layoutOf[kind]) : await bytesOf(template, { store, tenant }),
          sheet,
          emblem: picture,
        })
  const made = madeOf(reply)
  return { body: made, bytes: made.length, type: mediaTypes[as], name: letterName({ kind, partner, number, as }) }
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

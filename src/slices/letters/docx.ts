import { MimeType, TagDisposition, TemplateHandler, xml, Zip, type ImageContent, type Tag } from 'easy-template-x'
import { sizeOf } from './picture-size.ts'
import type { Job, Picture, Reply } from './renderer.ts'

// Values are put in as text: braces in a name are not read as a placeholder, and XML is escaped by the library.
const handler = () => new TemplateHandler({ maxXmlDepth: 40 })

/** Height of the emblem in pixels of Word: 2 cm at 96 to the inch. */
const emblemHeight = 76

/** A Word file from a template and the values of a letter. */
export async function fillWord({ template, sheet, emblem }: Extract<Job, { kind: 'word' }>): Promise<Reply> {
  const drawn = emblem && emblemOf(emblem)
  const values = { ...sheet.values, berlambang: drawn !== undefined, lambang: drawn }
  try {
    const made = await handler().process(Buffer.from(template), values as never)
    return { made: new Uint8Array(made) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'unreadable' }
  }
}

function emblemOf({ kind, bytes }: Picture): ImageContent | undefined {
  const size = sizeOf({ kind, bytes })
  if (size === undefined) return undefined
  const width = Math.round((size.width / size.height) * emblemHeight)
  const format = kind === 'png' ? MimeType.Png : MimeType.Jpeg
  return { _type: 'image', source: Buffer.from(bytes), format, width, height: emblemHeight }
}

/** The placeholders of a template, in any of its parts; a template that cannot be taken apart says why. */
export async function placeholdersIn(template: Uint8Array): Promise<Reply> {
  try {
    if (await bringsMore(template)) return { fault: 'it brings more than its text' }
    const tags = await handler().parseTags(Buffer.from(template))
    if (repeatsItself(tags)) return { fault: 'a list inside itself' }
    // A list without its end is found only when it is filled.
    await handler().process(Buffer.from(template), {})
    // A closing tag may stand without a name: {/}.
    const names = tags.filter(({ disposition }) => disposition !== 'Close').map(({ name }) => name)
    return { names: [...new Set(names)].slice(0, 500) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'unreadable' }
  }
}

/**
 * Whether Word, opening a letter made from a template, would fetch something from elsewhere (a template with macros, a
 * picture that tells who reads) or run what is embedded. A link that a reader has to follow is none of these.
 */
async function bringsMore(template: Uint8Array): Promise<boolean> {
  const zip = await Zip.load(Buffer.from(template))
  const names = zip.listFiles()
  if (names.some((name) => /(^|\/)(embeddings|activeX)\//i.test(name))) return true
  for (const name of names.filter((each) => /\.rels$/i.test(each))) {
    const root = xml.parser.parse(await zip.getFile(name).getContentText())
    for (const node of root.childNodes ?? []) {
      const { TargetMode: mode = 'Internal', Type: type = '' } = ('attributes' in node && node.attributes) || {}
      if (mode !== 'Internal' && !type.endsWith('/hyperlink')) return true
    }
  }
  return false
}

/** Whether a list stands inside itself, or so many inside each other that a long letter could never be filled. */
function repeatsItself(tags: readonly Tag[]): boolean {
  const open: string[] = []
  for (const { name, disposition } of tags) {
    if (disposition === TagDisposition.Close) open.pop()
    if (disposition !== TagDisposition.Open) continue
    if (open.includes(name) || open.length >= 4) return true
    open.push(name)
  }
  return false
}

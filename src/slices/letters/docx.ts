import { MimeType, TemplateHandler, type ImageContent } from 'easy-template-x'
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
    const tags = await handler().parseTags(Buffer.from(template))
    // A list without its end is found only when it is filled.
    await handler().process(Buffer.from(template), {})
    // A closing tag may stand without a name: {/}.
    const names = tags.filter(({ disposition }) => disposition !== 'Close').map(({ name }) => name)
    return { names: [...new Set(names)].slice(0, 500) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'unreadable' }
  }
}

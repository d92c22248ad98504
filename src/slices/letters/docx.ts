import { MimeType, TagDisposition, TemplateHandler, xml, Zip, type ImageContent, type Tag } from 'easy-template-x'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sizeOf } from './picture-size.ts'
import type { Job, Picture, Reply } from './renderer.ts'

// Values are put in as text: braces in a name are not read as a placeholder, and XML is escaped by the library.
const handler = () => new TemplateHandler({ maxXmlDepth: 40 })

/** Height of the emblem in pixels of Word: 2 cm at 96 to the inch. */
const emblemHeight = 76

/** Room of a photograph in pixels of Word: the width of the text, two on a page. */
const photoRoom = { width: 560, height: 380 }

/** A Word file from a template and the values of a letter. */
export async function fillWord({
  template,
  sheet,
  emblem,
  photos = [],
}: Extract<Job, { kind: 'word' }>): Promise<Reply> {
  const drawn = emblem && emblemOf(emblem)
  try {
    const shown = withPhotos(await fitDetails(template, sheet.values), photos)
    const values = { ...shown, berlambang: drawn !== undefined, lambang: drawn }
    const made = await handler().process(Buffer.from(template), values as never)
    return { made: nameFaces(new Uint8Array(made)) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'unreadable' }
  }
}

function emblemOf(picture: Picture): ImageContent | undefined {
  return imageOf(picture, { width: Infinity, height: emblemHeight })
}

/** A picture as large as its room allows, in pixels of Word. */
function imageOf({ kind, bytes }: Picture, room: { width: number; height: number }): ImageContent | undefined {
  const size = sizeOf({ kind, bytes })
  if (size === undefined) return undefined
  const scale = Math.min(room.height / size.height, room.width / size.width)
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)]
  const format = kind === 'png' ? MimeType.Png : MimeType.Jpeg
  return { _type: 'image', source: Buffer.from(bytes), format, width, height }
}

/** Each photograph with its caption; a damaged one leaves its caption. */
function withPhotos(values: Record<string, unknown>, photos: readonly Picture[]): Record<string, unknown> {
  const { dokumentasi } = values
  if (!Array.isArray(dokumentasi)) return values
  const rows = dokumentasi as Record<string, unknown>[]
  const drawn = rows.map((row, at) => {
    const photo = photos[at]
    return { ...row, gambar: photo && imageOf(photo, photoRoom) }
  })
  return { ...values, dokumentasi: drawn }
}

/** A template from before named details ('hari : Kamis') prints them as paragraphs instead of dropping them. */
async function fitDetails(template: Uint8Array, values: Record<string, unknown>): Promise<Record<string, unknown>> {
  const lists = Object.entries(values).filter(([, list]) => Array.isArray(list) && list.some(isDetail))
  if (lists.length === 0) return values
  const tags = await handler().parseTags(Buffer.from(template))
  if (tags.some(({ name }) => name === 'rincian')) return values
  const plain = lists.map(([name, list]) => [name, (list as Detail[]).map(asParagraph)] as const)
  return { ...values, ...Object.fromEntries(plain) }
}

interface Detail {
  rincian?: boolean
  nama_rincian?: string
  teks?: string
}
const isDetail = (row: Detail): boolean => row.rincian === true
const asParagraph = (row: Detail): Detail =>
  isDetail(row)
    ? Object.assign({}, row, { rincian: false, paragraf: true, teks: `${row.nama_rincian}: ${row.teks}` })
    : row

/**
 * Names the face and language of every run with Japanese or Korean letters: Word would take the template's face for
 * all of them, and hangul has no glyphs in a Japanese one.
 */
function nameFaces(word: Uint8Array): Uint8Array {
  const parts = unzipSync(word)
  const document = parts['word/document.xml']
  if (document === undefined) return word
  const before = strFromU8(document)
  const after = before.replace(/<w:r(?=[\s>])[^>]*>(?:(?!<w:r[\s>]).)*?<\/w:r>/gs, nameFace)
  return after === before ? word : zipSync({ ...parts, 'word/document.xml': strToU8(after) }, { level: 6 })
}

const faces = {
  ja: { face: 'Yu Gothic', lang: 'ja-JP' },
  ko: { face: 'Malgun Gothic', lang: 'ko-KR' },
}

function nameFace(run: string): string {
  const text = [...run.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, said]) => said).join('')
  const isKorean = /\p{Script=Hangul}/u.test(text)
  if (!isKorean && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return run
  const { face, lang } = isKorean ? faces.ko : faces.ja
  const bare = run.replace(/<w:rFonts[^>]*\/>|<w:lang [^>]*\/>/g, '')
  const fonts = `<w:rFonts w:eastAsia="${face}" w:hint="eastAsia"/>`
  const language = `<w:lang w:eastAsia="${lang}"/>`
  if (!bare.includes('<w:rPr>'))
    return bare.replace(/^<w:r[^>]*>/, (open) => `${open}<w:rPr>${fonts}${language}</w:rPr>`)
  return bare.replace('<w:rPr>', `<w:rPr>${fonts}`).replace('</w:rPr>', `${language}</w:rPr>`)
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

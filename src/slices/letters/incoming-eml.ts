// Runs in the process beside ours: a mail is somebody else's text, and may be made to harm whoever reads it.
import { convert } from 'html-to-text'
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'

/** What is asked of the process: the raw bytes of a mail. */
export interface EmlJob {
  kind: 'eml'
  raw: Uint8Array
}

/** A mail as plain values: no markup, nothing fetched. `datedOn` is the instant of its Date header, ISO 8601. */
export interface ReadEml {
  from: string
  sentAt: string | undefined
  subject: string
  text: string
  isCut: boolean
  files: { name: string; content: Uint8Array }[]
}

/** `no_mail`: it has no head of a mail; `overloaded`: too many parts, too deep, or a head made to fill memory. */
export type EmlReply = { eml: ReadEml } | { fault: 'no_mail' | 'overloaded' } | { broken: string }

/** Bytes of heads in all, and how deep parts may stand in one another; an ordinary mail has 5,000 and 4. */
const headsMost = 262_144
const depthMost = 20
const filesMost = 100
const htmlMost = 2_000_000
/** Characters of text that a letter holds. */
const textMost = 20_000

/** Takes a mail apart. A message inside a message is a file of it and is not opened. */
export async function readEml(raw: Uint8Array): Promise<EmlReply> {
  let mail: Email
  try {
    mail = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: depthMost,
      maxHeadersSize: headsMost,
      maxRfc822NestingDepth: 0,
    })
  } catch {
    return { fault: 'overloaded' }
  }
  const { from, sender, date, subject = '', attachments } = mail
  const isMail = mail.headers.some(({ key }) => ['from', 'subject', 'date', 'received', 'message-id'].includes(key))
  if (!isMail) return { fault: 'no_mail' }
  if (attachments.length > filesMost) return { fault: 'overloaded' }
  const text = inert(textOf(mail))
  const isCut = [...text].length > textMost
  return {
    eml: {
      from: oneLine(writerOf(from ?? sender)).slice(0, 200),
      sentAt: date !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(date) ? date : undefined,
      subject: [...oneLine(subject)].slice(0, 500).join(''),
      text: isCut ? [...text].slice(0, textMost).join('') : text,
      isCut,
      files: attachments.filter(isOwnFile).map((file, at) => ({ name: nameOf(file, at), content: bytesOf(file) })),
    },
  }
}

/** Plain text where the mail has it; else what its HTML says, without links, pictures, forms and styles. */
function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text
  if (html === undefined) return ''
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: htmlMost, maxDepth: 60, maxChildNodes: 5000, maxBaseElements: 100 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      ...['img', 'script', 'style', 'form', 'iframe', 'object', 'svg', 'head'].map((selector) => ({
        selector,
        format: 'skip',
      })),
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', options: { uppercaseHeaderCells: false } },
    ],
  })
}

/** Without control characters and marks that turn the direction of text; line ends and tabs stay. */
function inert(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Bidi_Control}\p{Cc}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const oneLine = (text: string) => inert(text).replace(/\s+/g, ' ')

function writerOf(from: Address | undefined): string {
  if (from === undefined) return ''
  const { name, address } = from
  if (address === undefined || address === '') return name
  return name === '' || name === address ? address : `${name} <${address}>`
}

/** Small pictures that the HTML shows in place are no files of the letter. */
const isOwnFile = ({ related, disposition }: Attachment) => related !== true || disposition === 'attachment'

function nameOf({ filename, mimeType }: Attachment, at: number): string {
  const bare =
    oneLine(filename ?? '')
      .split(/[/\\]/)
      .at(-1) ?? ''
  return bare === '' ? `${at + 1} (${mimeType.slice(0, 60)})` : [...bare].slice(0, 190).join('')
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

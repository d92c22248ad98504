import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { newId } from '../shared/ids.ts'

/** An address with the name beside it; both are written as a header wants them, whatever they hold. */
export interface Recipient {
  address: string
  name: string
}

export interface Mail {
  to: string | Recipient
  subject: string
  text: string
  /** The same for a mail that is sent again, so that a server can tell. */
  messageId?: string
  headers?: Record<string, string>
  attachments?: readonly { name: string; type: string; content: string | Uint8Array }[]
  /** A meeting for the recipient's calendar: as a part that mail programs read, and as a file beside it. */
  invitation?: { method: 'REQUEST' | 'CANCEL'; content: string; name: string }
}

export interface Mailer {
  send(mail: Mail): Promise<void>
}

/** Sends by SMTP, or, where none is set, keeps each mail as a file to be read by the administrator. */
export function openMailer({ url, from, folder }: { url: string | undefined; from: string; folder: string }): Mailer {
  if (url !== undefined) {
    // A mail server that does not answer must not hold the worker, nor the end of the program.
    const transport = createTransport({
      url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    } as never)
    return {
      async send(mail) {
        await transport.sendMail(messageOf(mail, from))
      },
    }
  }
  const caught = createTransport({ streamTransport: true, buffer: true })
  return {
    async send(mail) {
      const { message } = await caught.sendMail(messageOf(mail, from))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${newId()}.eml`)
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
  }
}

/** What nodemailer is handed. It folds and encodes headers itself and drops line ends from them. */
function messageOf({ attachments = [], invitation, ...mail }: Mail, from: string) {
  return {
    ...mail,
    from,
    // Content is handed over as it is: no address or path in it is ever fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ name, type, content }) => ({
        filename: name,
        contentType: type,
        content: typeof content === 'string' ? content : Buffer.from(content),
      })),
    }),
    ...(invitation !== undefined && {
      icalEvent: { method: invitation.method, filename: invitation.name, content: invitation.content },
    }),
  }
}

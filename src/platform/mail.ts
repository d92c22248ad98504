import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { newId } from '../shared/ids.ts'

export interface Mail {
  to: string
  subject: string
  text: string
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
        await transport.sendMail({ ...mail, from })
      },
    }
  }
  const caught = createTransport({ streamTransport: true, buffer: true })
  return {
    async send(mail) {
      const { message } = await caught.sendMail({ ...mail, from })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${newId()}.eml`)
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
  }
}
